import { join } from 'node:path'
import { packageRoot } from '../../../src/package.js'
import { readFonts } from '../../../src/stories/typesetting/fonts.js'

/** The fonts as `npm run build` puts them. */
export const fonts = await readFonts(join(packageRoot(), 'dist', 'fonts'))

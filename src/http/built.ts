import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DomainError } from '../errors.js'
import { packageRoot } from '../package.js'
import type { Assets, ViewerFiles } from '../pages/visit.js'

type ManifestEntry = Readonly<{ file: string; css?: readonly string[] }>
type Manifest = Readonly<Record<string, ManifestEntry>>

/** Where the build left the browser's files: `dist/`, whether this runs from there or from the sources. */
export const builtDirectory = (): string => join(packageRoot(), 'dist')

/** @throws DomainError `damaged` where the build has not run */
export function readAssets(directory = builtDirectory()): Assets {
  const built = readManifest<Manifest>(join(directory, 'assets', 'manifest.json'))
  const viewers = readManifest<Record<'mirador' | 'universal', Omit<ViewerFiles, 'start'>>>(
    join(directory, 'viewers', 'manifest.json'),
  )
  const file = (ending: string): string => `assets/${entry(built, ending).file}`
  return {
    stylesheet: file('site.css'),
    viewerStylesheet: file('viewers.css'),
    icon: file('belfry.svg'),
    fonts: firstFonts.map(file),
    work: file('work.ts'),
    storyStylesheet: file('story.css'),
    story: file('story.ts'),
    mirador: { ...viewers.mirador, start: file('mirador.ts') },
    universal: { ...viewers.universal, start: file('universal.ts') },
  }
}

const firstFonts = ['newsreader-latin-400-normal.woff2', 'newsreader-latin-400-italic.woff2']

function entry(manifest: Manifest, ending: string): ManifestEntry {
  const name = Object.keys(manifest).find(key => key.endsWith(ending))
  const found = name === undefined ? undefined : manifest[name]
  if (!found) throw new DomainError('damaged', `The built browser files lack ${ending}; run "npm run build".`)
  return found
}

function readManifest<T>(path: string): T {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T
  } catch (cause) {
    throw new DomainError('damaged', 'The browser files are not built; run "npm run build".', { cause })
  }
}

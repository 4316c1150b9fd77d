import type { Config } from '../../src/config.js'
import { configFrom } from '../../src/config.js'
import { type Dialect, version3 } from '../../src/image/dialect.js'
import { type Planned, planImage, type Serving } from '../../src/image/plan.js'
import { type ImagePath, parseImageRequest } from '../../src/image/request.js'
import type { PlannedImage } from '../../src/image/resolve.js'
import { readSettings } from '../../src/settings.js'

export const config: Config = configFrom(readSettings({}))

export function pathOf(address: string): ImagePath {
  const [region = '', size = '', rotation = '', file = ''] = address.split('/')
  return { region, size, rotation, file }
}

/** From `region/size/rotation/quality.format` to a plan, as the server goes. */
export const planOf = (
  address: string,
  image: PlannedImage,
  dialect: Dialect = version3,
  serving: Serving = config,
): Planned => planImage(parseImageRequest(pathOf(address), dialect), image, serving, dialect)

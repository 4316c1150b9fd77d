import { onEasel } from '../easel.js'
import type { Picture } from '../picture.js'
import { openFinish } from '../varnish.js'
import { openGround } from './ground.js'
import { AIR, HEIGHT, WIDTH } from './perspective.js'
import { marketScene } from './scene.js'

export const marketSize = { width: WIDTH, height: HEIGHT, bandHeight: 750 } as const

/** The corners darken, the foot of the belfry shines. */
const light = (x: number, y: number): number => 1.09 - ((x - 6600) / 12000) ** 2 * 0.5 - ((y - 4700) / 9000) ** 2 * 0.55

/** The kermesse at the foot of the belfry. */
export const openMarket = (): Picture =>
  onEasel({
    width: WIDTH,
    scene: marketScene(),
    air: AIR,
    ground: openGround(),
    look: openFinish('market', 1.7),
    varnish: [1.02, 0.995, 0.93],
    light,
  })

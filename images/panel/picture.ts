import { cells } from '../cells.js'
import { onEasel } from '../easel.js'
import { noise, sample } from '../noise.js'
import type { Picture } from '../picture.js'
import { raster } from '../raster.js'
import { openFinish } from '../varnish.js'
import { portrait } from './portrait.js'
import { underdrawing } from './underdrawing.js'

export const panelSize = { width: 4000, height: 5000, bandHeight: 625 } as const

const { width } = panelSize
const AIR = { colour: '#2b2a24' }

/** The bell-player's portrait, as the eye sees it and as infrared passes through its paint. */
export function openPanel(light: 'visible' | 'infrared'): Picture {
  const painted = onEasel({
    width,
    scene: portrait(),
    air: AIR,
    ground: () => 0x2b2a24,
    look: openFinish('panel', 1),
    varnish: [1.03, 0.985, 0.86],
  })
  const age = openAge()
  return {
    async paint(top, rows) {
      const band = await painted.paint(top, rows)
      if (light === 'infrared') await throughPaint(band, top, rows)
      age(band, top, rows, light)
      return band
    },
  }
}

/** Red lakes and flesh let infrared through, copper greens less, charcoal not at all. */
async function throughPaint(band: Buffer, top: number, rows: number): Promise<void> {
  const charcoal = underdrawing()
  for (let left = 0; left < width; left += 2000) {
    const drawn = await raster(charcoal, [left, top, left + 2000, top + rows], 2000, rows, AIR)
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < 2000; column++) {
        const at = (row * width + left + column) * 3
        const [r, g, b] = [band[at] ?? 0, band[at + 1] ?? 0, band[at + 2] ?? 0]
        const paint = 46 + (r * 1.02 + g * 0.1 - b * 0.14) * 0.78
        const from = (row * 2000 + column) * 4
        const cover = ((drawn.data[from + 3] ?? 0) / 255) * (0.55 + (paint / 255) * 0.45)
        const seen = paint * (1 - cover) + (drawn.data[from] ?? 0) * cover
        band[at] = band[at + 1] = band[at + 2] = seen
      }
    }
  }
}

/** Oak boards, their joins, and the fine net of cracks that both lights show. */
function openAge(): (band: Buffer, top: number, rows: number, light: 'visible' | 'infrared') => void {
  const net = cells('panel/cracks', 1024, 64)
  const warp = noise('panel/warp', 512, [
    [9, 0.7],
    [30, 0.4],
  ])
  const grain = noise('panel/grain', 512, [
    [256, 0.6],
    [60, 0.5],
  ])
  return (band, top, rows, light) => {
    const wood = light === 'infrared' ? 0.1 : 0.035
    for (let row = 0; row < rows; row++) {
      const y = top + row
      for (let x = 0; x < width; x++) {
        const shift = sample(warp, x >> 2, y >> 2) * 34
        const edge = net.edge[((Math.floor(y * 0.8 + shift) & 1023) << 10) + (Math.floor(x + shift * 1.4) & 1023)] ?? 9
        const crack = edge < 1.5 ? 0.76 + edge * 0.12 : edge < 3.2 ? 1.05 : 1
        const join = Math.abs(x - 1320 - shift * 0.06) < 2.2 || Math.abs(x - 2710 - shift * 0.06) < 2.2 ? 0.7 : 1
        const tone = crack * join * (1 + sample(grain, x >> 1, y >> 6) * wood)
        const at = (row * width + x) * 3
        for (let channel = 0; channel < 3; channel++)
          band[at + channel] = Math.min(255, (band[at + channel] ?? 0) * tone)
      }
    }
  }
}

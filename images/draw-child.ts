import { open } from 'node:fs/promises'
import sharp from 'sharp'
import type { Errand } from './crew.js'
import type { Picture } from './picture.js'
import { commissions } from './pictures.js'
import { PIXELS_START } from './tiff.js'

// A process of its own: the server forbids itself to read SVG, and a painter needs its own core and memory.
sharp.concurrency(1)
sharp.cache(false)

let easel: { index: number; picture: Promise<Picture> } | undefined

process.on('message', (errand: Errand) => {
  void paint(errand).then(
    () => process.send?.({ done: true }),
    (error: unknown) => process.send?.({ failed: error instanceof Error ? error.message : String(error) }),
  )
})
process.on('disconnect', () => process.exit())

async function paint({ index, path, top, rows }: Errand): Promise<void> {
  const commission = commissions[index]
  if (!commission) throw new RangeError(`Expected a commission below ${commissions.length} but received ${index}`)
  if (easel?.index !== index) easel = { index, picture: Promise.resolve(commission.open()) }
  const band = await (await easel.picture).paint(top, rows)
  const file = await open(path, 'r+')
  try {
    await file.write(band, 0, band.length, PIXELS_START + top * commission.width * 3)
  } finally {
    await file.close()
  }
}

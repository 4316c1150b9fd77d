import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import sharp from 'sharp'
import t from 'tap'
import { employ } from '../../images/crew.js'
import { drawDemonstration, drawings } from '../../images/demonstration.js'
import { commissions } from '../../images/pictures.js'
import { tiffFrame } from '../../images/tiff.js'

const catalogue = async (name: string): Promise<Record<string, string>[]> =>
  parse(await readFile(new URL(`../../manifests/demonstration/${name}.csv`, import.meta.url)), { columns: true })

t.test('one picture has a hundred megapixels, one a verso, one an infrared of its very size', async t => {
  t.ok(drawings.some(({ width, height }) => width * height >= 100_000_000))
  t.ok(drawings.some(({ file }) => /_2\.tif$/.test(file)))
  const sizeOf = (file: string) =>
    drawings.filter(drawing => drawing.file === file).map(({ width, height }) => [width, height])
  t.same(sizeOf('DEMO-0003.tif'), sizeOf('DEMO-0003.infrared.tif'))
  t.ok(commissions.every(({ height, bandHeight }) => height % bandHeight === 0))
})

t.test('an empty frame is a TIFF that others can open', async t => {
  const { head, tail, tailAt } = tiffFrame(70, 50, 20)
  const file = Buffer.alloc(tailAt + tail.length, 90)
  head.copy(file, 0)
  tail.copy(file, tailAt)
  t.match(await sharp(file).metadata(), { format: 'tiff', width: 70, height: 50, channels: 3 })
  t.same([...(await sharp(file).raw().toBuffer()).subarray(0, 4)], [90, 90, 90, 90])
})

t.test('a painter in another process fills its band', async t => {
  const path = join(await mkdtemp(join(tmpdir(), 'beffroi-')), 'band.tif')
  await writeFile(path, '')
  const index = drawings.findIndex(({ file }) => file === 'DEMO-0004.tif')
  const painted: number[] = []
  const errands = [0, 8].map(top => ({ index, path, top, rows: 8 }))
  await employ(errands, 1, undefined, ({ top }) => painted.push(top))
  t.same(painted.sort(), [0, 8])
  t.equal((await readFile(path)).length, 256 + 16 * 4000 * 3)
})

t.test('a painter that fails is heard', async t => {
  const errand = { index: 99, path: '/nowhere', top: 0, rows: 1 }
  await t.rejects(
    employ([errand], 1, undefined, () => undefined),
    { message: /received 99/ },
  )
})

t.test('drawing that is called off leaves nothing behind', async t => {
  const directory = await mkdtemp(join(tmpdir(), 'beffroi-'))
  await t.rejects(drawDemonstration(directory, { signal: AbortSignal.timeout(600) }), { name: 'TimeoutError' })
  t.same(await readdir(directory), [])
})

t.test('every drawing has its work, every work its museum, every text its three languages', async t => {
  const [museums, works] = [await catalogue('museums'), await catalogue('works')]
  for (const { file } of drawings)
    t.ok(
      works.some(({ id }) => file.startsWith(id ?? '?')),
      file,
    )
  for (const work of works) {
    t.ok(
      museums.some(({ id }) => id === work.museum),
      work.id ?? '',
    )
    t.match(work, { summary_fr: /programme Beffroi/, summary_en: /Beffroi program/, summary_nl: /programma Beffroi/ })
    t.notMatch(work.summary_fr ?? '', /[^\u00a0\u202f][:;!?»]/u, 'French punctuation keeps its space')
  }
  for (const row of [...museums, ...works])
    t.ok(
      Object.values(row).every(text => text !== ''),
      row.id ?? '',
    )
})

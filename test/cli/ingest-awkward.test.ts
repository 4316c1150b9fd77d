import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { openCatalogue } from '../../src/catalogue/sqlite/open.js'
import { flawOf } from '../../src/image/ingest/levels.js'
import { slug, stemOf } from '../../src/import/pictures/names.js'
import { needs, shared } from '../shared.js'
import { run } from './run.js'

/** What each file must come to: its size once upright, or words of the sentence that refuses it. */
const expected: Readonly<Record<string, readonly [width: number, height: number] | RegExp>> = {
  'G31D-multi.tif': [2464, 3248],
  'animated.gif': [136, 200],
  'apng.png': [100, 100],
  'bigtiff-tiled.tif': [64, 56],
  'bilevel-g4.tif': [2479, 3508],
  'bomb-19000x19000.png': /claims 361 megapixels in 45 kB/,
  'bomb-big-height.webp': [13, 169],
  'bomb-giant-image.jpg': [20_000, 14_000],
  'bomb-wide.jpg': [70, 22],
  'broken-prepended.jpg': /damaged: its header cannot be read/,
  'broken.png': /damaged or incomplete/,
  'cmu-slide-region.svs': [2220, 2967],
  'cmyk-fogra.tif': [1000, 1000],
  'cmyk-noprofile.jpg': [500, 333],
  'cmyk-profile.jpg': [500, 333],
  'corrupt-header.jpg': /damaged: its header cannot be read/,
  'crash-j2k.j2k': /Its samples have 25 bits; export it with 8 or 16/,
  'crash-tiff-2.tif': /damaged or incomplete/,
  'empty.jpg': /The file is empty/,
  'exif-landscape-1.jpg': [1800, 1200],
  'exif-landscape-3.jpg': [1800, 1200],
  'exif-landscape-5.jpg': [1800, 1200],
  'exif-landscape-6.jpg': [1800, 1200],
  'exif-landscape-7.jpg': [1800, 1200],
  'exif-long-orientation.jpg': [300, 199],
  'exif-oome.jpg': [1824, 1216],
  'fake.jp2': [3600, 2987],
  'flag-16bit.png': [900, 600],
  'gray-gamma.jpg': [258, 222],
  'gray.jpg': [386, 396],
  'grey16-alpha.png': [109, 96],
  'icc-big.jpg': [425, 250],
  'icc-chunked-bad-seq.jpg': [1772, 2126],
  'icc-exif-empty.jpg': [612, 816],
  'jp2-16bit-rgb.jp2': [2046, 3117],
  'jp2-newspaper.jp2': [4971, 7320],
  'jp2-reference.jp2': [1000, 1000],
  'jp2-world.jp2': [800, 400],
  'lab8.tif': [589, 340],
  'lossless-jpeg.jpg': [800, 535],
  'multipage-9.tif': [1694, 2170],
  'multipage-scan-errors.tif': [2480, 3518],
  'ometiff-zseries.tif': /measurements \(char\), not colours/,
  'pdf-example-named.pdf': /PDF document, not a picture/,
  'progressive-bad-dht.jpg': [719, 994],
  'rgb16-tiled-pyramid.tif': [64, 56],
  'svg.svg': /SVG is a drawing, not a picture/,
  'tif-rotated.tif': [56, 64],
  'truncated.jpg': /damaged or incomplete/,
  'ultrahdr-gainmap.jpg': [3840, 2160],
  'xmp-extended.jpg': [64, 56],
  'xyb.jpg': [290, 442],
}

t.test('every awkward file comes out right or is refused with a sentence', needs('data/awkward'), async t => {
  const folder = shared('data/awkward') as string
  const data = join(t.testdir(), 'data')
  const files = (await readdir(folder)).filter(name => !name.endsWith('.tsv'))
  t.strictSame(files.sort(), Object.keys(expected).sort(), 'each file has its expectation')
  const { code, stderr } = await run(['ingest', folder, '--data', data])
  t.equal(code, 1)
  const said = new Map(
    stderr.split('\n').flatMap(line => {
      const [, name, outcome] = /^\d+ of \d+ {2}(\S+) {2}(.+)$/.exec(line) ?? []
      return name !== undefined && outcome !== undefined ? [[name, outcome] as const] : []
    }),
  )
  const catalogue = openCatalogue(join(data, 'catalogue.db'), () => new Date(0))
  t.teardown(() => catalogue.close())
  for (const [name, result] of Object.entries(expected)) {
    const [image] = await catalogue.writer.images([slug(stemOf(name))])
    if (result instanceof RegExp) {
      t.match(said.get(name), /^refused: /, name)
      t.match(said.get(name), result, name)
      t.equal(image, undefined, `${name} is not in the catalogue`)
    } else {
      const [width, height] = result
      t.equal(said.get(name), 'ingested', name)
      t.match(image, { width, height }, name)
      t.equal(image && (await flawOf(join(data, image.pyramid), image)), undefined, `${name} has a whole pyramid`)
    }
  }
})

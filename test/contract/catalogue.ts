import type { Test } from 'tap'
import type { CatalogueReader, CatalogueWriter, Revised } from '../../src/catalogue/catalogue.js'
import type { Attachment, BorrowedWork, JournalEntry, Museum, WorkRecord } from '../../src/catalogue/model.js'
import { DomainError } from '../../src/errors.js'
import type { ImageRecord } from '../../src/image/record.js'
import { fc } from '../seeded.js'

export type Opened = Readonly<{ reader: CatalogueReader; writer: CatalogueWriter; close(): void | Promise<void> }>

/** Opens an empty catalogue for one test. */
export type OpenEmpty = (t: Test, clock: () => Date) => Opened | Promise<Opened>

const noon = (): Date => new Date('2026-05-01T12:00:00Z')
const all = { offset: 0, limit: 1000 }

export const lille: Museum = { id: 'M0629', name: { fr: ['Palais des Beaux-Arts'] }, town: 'Lille' }
export const cassel: Museum = { id: 'M0617', name: { fr: ['Musée de Flandre'] }, town: 'Cassel' }

export const workOf = (id: string, more: Partial<WorkRecord> = {}): WorkRecord => ({
  id,
  title: { fr: [`Œuvre ${id}`] },
  ...more,
})

export const imageOf = (id: string, version = 'v1'): ImageRecord => ({
  id,
  version,
  width: 4000,
  height: 3001,
  tileSize: 512,
  levels: 4,
  pyramid: `pyramids/${id}.tif`,
  master: { fileName: `${id}.tif`, format: 'tiff', bytes: 12, sha256: '00', width: 4000, height: 3001 },
})

const relativesIn = (reader: CatalogueReader) => async (id: string) => {
  const found = await reader.workInFull(id)
  if (!found) throw new Error(`There is no work ${id}.`)
  return found.relatives
}

/** A work of another institution with one view for each key. */
export const loanOf = (id: string, keys: readonly string[]): BorrowedWork => ({
  record: { ...workOf(id), loan: { version: 3, owner: { fr: ['Le prêteur'] } } },
  views: keys.map((key, index) => ({
    key,
    position: index + 1,
    label: { none: [key] },
    layers: [
      {
        kind: 'visible',
        image: {
          address: `https://lender.example.org/${key}.jpg`,
          width: 400,
          height: 300,
          service: { id: `https://lender.example.org/${key}`, version: 2, level: 1 },
        },
      },
      {
        kind: 'xray',
        label: { fr: ['Radiographie'] },
        image: { address: `https://lender.example.org/${key}-x.jpg`, width: 400, height: 300 },
      },
    ],
  })),
  document: JSON.stringify({ type: 'Manifest', items: keys }),
})

export const hanging = (work: string, more: Partial<Attachment> = {}): Attachment => ({
  work,
  view: '1',
  position: 1,
  layer: 'visible',
  ...more,
})

const ids = (things: readonly { id: string }[]): readonly string[] => things.map(({ id }) => id)

const spoken = (entries: readonly JournalEntry[]): readonly string[] =>
  entries.map(({ verb, kind, id }) => `${verb} ${kind} ${id}`)

/** What every catalogue must do, whatever stands behind its interfaces. */
export function catalogueContract(t: Test, open: OpenEmpty): void {
  const test = (name: string, body: (t: Test, opened: Opened) => Promise<void>): void => {
    t.test(name, async t => {
      const opened = await open(t, noon)
      t.teardown(() => opened.close())
      await body(t, opened)
    })
  }

  test('an empty catalogue has nothing in it, and says so', async (t, { reader }) => {
    t.equal(await reader.isEmpty(), true)
    t.strictSame(await reader.museums(), [])
    t.strictSame(await reader.works(['x']), [])
    t.strictSame(await reader.listWorks({}, all), [])
    t.strictSame(await reader.countWorks({}), { works: 0, pictured: 0 })
    t.strictSame(await reader.countWorks({ museum: null }), { works: 0, pictured: 0 })
    t.strictSame(await reader.images(['x']), [])
    t.strictSame(await reader.worksShowing('x', 10), [])
    t.strictSame(await reader.journal(0, 10), [])
    t.equal(await reader.museum('M0629'), undefined)
    for (const kind of ['museum', 'work', 'image'] as const) t.equal(await reader.presence(kind, 'x'), 'absent')
  })

  test('records come back as they were put, drafts included, in the order asked', async (t, { writer }) => {
    await writer.putWorks([workOf('a', { inventory: '1' }), workOf('b')])
    await writer.putWorks([workOf('draft')], { draft: true })
    t.strictSame(await writer.records(['draft', 'nowhere', 'a']), [workOf('draft'), workOf('a', { inventory: '1' })])
  })

  test('what is put comes back as it was, outcomes in the order of the input', async (t, { reader, writer }) => {
    t.strictSame(await writer.putMuseums([lille, cassel]), ['created', 'created'])
    const work = workOf('b', {
      museum: 'M0629',
      makers: [{ name: 'Émile Bernard', role: { fr: ['peintre'] } }],
      date: { words: { none: ['1888'] }, earliest: 1888, latest: 1888, edtf: '1888' },
      notice: {
        source: 'Joconde',
        fields: [
          ['TITR', ' Œuvre  '],
          ['TITR', 'autre'],
        ],
      },
    })
    t.strictSame(await writer.putWorks([workOf('c'), work, workOf('a')]), ['created', 'created', 'created'])
    t.strictSame(await writer.putWorks([workOf('c', { inventory: '7' }), work]), ['updated', 'unchanged'])
    const [found] = await reader.works(['b'])
    t.strictSame(found, { ...work, museumRecord: lille, views: [], updatedAt: found?.updatedAt })
    t.equal(await reader.isEmpty(), false)
  })

  test('works come in the order asked, without those that are not there', async (t, { reader, writer }) => {
    await writer.putWorks([workOf('a'), workOf('b'), workOf('c')])
    t.strictSame(ids(await reader.works(['c', 'nowhere', 'a'])), ['c', 'a'])
  })

  test('museums come in the order of their names, with the number of their works', async (t, { reader, writer }) => {
    const eveche: Museum = { id: 'M0003', name: { fr: ['Évêché'] } }
    await writer.putMuseums([lille, eveche, cassel])
    await writer.putWorks([workOf('a', { museum: lille.id }), workOf('b', { museum: lille.id })])
    await writer.putImage(imageOf('i'), hanging('b'))
    await writer.putWorks([workOf('draft', { museum: lille.id })], { draft: true })
    const museums = await reader.museums()
    t.strictSame(ids(museums), [eveche.id, cassel.id, lille.id])
    t.match(museums[2], { works: 2, pictured: 1, name: lille.name })
    t.strictSame(await reader.museum(lille.id), museums[2])
  })

  test('lists have works with pictures first, then follow the ids, and are cut to their slice', async (t, {
    reader,
    writer,
  }) => {
    await writer.putMuseums([lille])
    await writer.putWorks(['d', 'b', 'c', 'a'].map(id => workOf(id, { museum: lille.id })))
    await writer.putWorks([workOf('loose'), workOf('foreign', { museum: 'M9999' })])
    await writer.putImage(imageOf('i'), hanging('c'))
    t.strictSame(ids(await reader.listWorks({ museum: lille.id }, all)), ['c', 'a', 'b', 'd'])
    t.strictSame(ids(await reader.listWorks({ museum: lille.id }, { offset: 1, limit: 2 })), ['a', 'b'])
    t.strictSame(ids(await reader.listWorks({ museum: null }, all)), ['foreign', 'loose'])
    t.strictSame(ids(await reader.listWorks({}, all)), ['c', 'a', 'b', 'd', 'foreign', 'loose'])
    t.strictSame(await reader.countWorks({}), { works: 6, pictured: 1 })
    t.strictSame(await reader.countWorks({ museum: lille.id }), { works: 4, pictured: 1 })
    t.strictSame(await reader.countWorks({ museum: null }), { works: 2, pictured: 0 })
  })

  test('a slice with a step gives the first of each page', async (t, { reader, writer }) => {
    await writer.putMuseums([lille])
    await writer.putWorks(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(id => workOf(id, { museum: lille.id })))
    await writer.putWorks([workOf('aa'), workOf('draft', { museum: lille.id })], { draft: true })
    await writer.putImage(imageOf('i'), hanging('d'))
    const at = { museum: lille.id }
    t.strictSame(ids(await reader.listWorks(at, { offset: 0, limit: 9, step: 3 })), ['d', 'c', 'g'])
    t.strictSame(ids(await reader.listWorks(at, { offset: 3, limit: 1, step: 3 })), ['c'])
    t.strictSame(ids(await reader.listWorks({}, { offset: 1, limit: 9, step: 2 })), ['a', 'c', 'f'])
    t.strictSame(await reader.listWorks({ museum: null }, { offset: 0, limit: 9, step: 2 }), [])
  })

  test('putting the same again writes nothing, in whatever order its fields stand', async (t, { reader, writer }) => {
    await writer.putMuseums([lille])
    await writer.putWorks([workOf('a', { inventory: '1' })])
    await writer.putImage(imageOf('i'), hanging('a', { label: { fr: ['Recto'] } }))
    const before = await reader.journal(0, 100)
    const { id, ...rest } = workOf('a', { inventory: '1' })
    t.strictSame(await writer.putMuseums([lille]), ['unchanged'])
    t.strictSame(await writer.putWorks([{ ...rest, id }]), ['unchanged'])
    t.equal(await writer.putImage(imageOf('i'), hanging('a', { label: { fr: ['Recto'] } })), 'unchanged')
    t.equal(await writer.putImage(imageOf('i'), hanging('a')), 'unchanged')
    t.equal(await writer.putImage(imageOf('i')), 'unchanged')
    t.strictSame(await reader.journal(0, 100), before)
  })

  test('a preview says what would happen and keeps nothing', async (t, { reader, writer }) => {
    await writer.putWorks([workOf('a'), workOf('b')])
    const before = await reader.journal(0, 100)
    const preview = { preview: true }
    const works = [workOf('a'), workOf('b', { inventory: '2' }), workOf('c')]
    t.strictSame(await writer.putWorks(works, preview), ['unchanged', 'updated', 'created'])
    t.strictSame(await writer.putMuseums([lille], preview), ['created'])
    t.strictSame(ids(await reader.listWorks({}, all)), ['a', 'b'])
    t.strictSame(await reader.museums(), [])
    t.strictSame(await reader.journal(0, 100), before)
  })

  test('a work may name a museum that comes later, and is then linked to it', async (t, { reader, writer }) => {
    await writer.putWorks([workOf('a', { museum: lille.id }), workOf('b')])
    t.equal((await reader.works(['a']))[0]?.museumRecord, undefined)
    t.equal((await reader.works(['a']))[0]?.museum, lille.id)
    const { seq = 0 } = (await reader.journal(0, 100)).at(-1) ?? {}
    await writer.putMuseums([lille])
    t.match((await reader.works(['a']))[0]?.museumRecord, { id: lille.id })
    t.strictSame(spoken(await reader.journal(seq, 100)), ['create museum M0629', 'update work a'])
  })

  test('a museum that changes changes the works that name it', async (t, { reader, writer }) => {
    await writer.putMuseums([lille, cassel])
    await writer.putWorks([workOf('a', { museum: lille.id }), workOf('b', { museum: cassel.id })])
    const [before] = await reader.works(['a'])
    const { seq = 0 } = (await reader.journal(0, 100)).at(-1) ?? {}
    t.strictSame(await writer.putMuseums([{ ...lille, town: 'Lille (Nord)' }]), ['updated'])
    t.strictSame(spoken(await reader.journal(seq, 100)), ['update museum M0629', 'update work a'])
    const [after] = await reader.works(['a'])
    t.ok(after && before && after.updatedAt > before.updatedAt)
  })

  test('pictures hang in views, by position, with visible light first', async (t, { reader, writer }) => {
    await writer.putWorks([workOf('a')])
    await writer.putImage(imageOf('verso'), hanging('a', { view: '2', position: 2, label: { fr: ['Verso'] } }))
    await writer.putImage(imageOf('infrared'), hanging('a', { layer: 'infrared' }))
    await writer.putImage(imageOf('visible'), hanging('a', { label: { fr: ['Recto'] } }))
    const [work] = await reader.works(['a'])
    t.strictSame(work?.views, [
      {
        key: '1',
        position: 1,
        label: { fr: ['Recto'] },
        layers: [
          { kind: 'visible', image: imageOf('visible') },
          { kind: 'infrared', image: imageOf('infrared') },
        ],
      },
      { key: '2', position: 2, label: { fr: ['Verso'] }, layers: [{ kind: 'visible', image: imageOf('verso') }] },
    ])
    t.strictSame(await writer.attachments('verso'), [
      { work: 'a', view: '2', position: 2, layer: 'visible', label: { fr: ['Verso'] } },
    ])
    t.strictSame(ids(await reader.worksShowing('infrared', 10)), ['a'])
  })

  test('an image in several works changes each of them', async (t, { reader, writer }) => {
    await writer.putWorks([workOf('a'), workOf('b'), workOf('c')])
    await writer.putImage(imageOf('i'), hanging('a'))
    await writer.putImage(imageOf('i'), hanging('b'))
    const { seq = 0 } = (await reader.journal(0, 100)).at(-1) ?? {}
    t.equal(await writer.putImage(imageOf('i', 'v2')), 'updated')
    t.strictSame(spoken(await reader.journal(seq, 100)), ['update image i', 'update work a', 'update work b'])
    t.strictSame(ids(await reader.worksShowing('i', 1)), ['a'])
  })

  test('a layer keeps a name of its own until it is given another', async (t, { reader, writer }) => {
    await writer.putWorks([workOf('a')])
    const layer = { layer: 'infrared', layerLabel: { fr: ['Infrarouge, 1650 nm'] } } as const
    t.equal(await writer.putImage(imageOf('i'), hanging('a', layer)), 'created')
    t.equal(await writer.putImage(imageOf('i'), hanging('a', layer)), 'unchanged')
    t.equal(await writer.putImage(imageOf('i', 'v2'), hanging('a', { layer: 'infrared' })), 'updated')
    t.match((await reader.works(['a']))[0]?.views[0]?.layers, [{ label: { fr: ['Infrarouge, 1650 nm'] } }])
    t.match(await writer.attachments('i'), [layer])
    const other = { ...layer, layerLabel: { fr: ['Réflectographie'] } }
    t.equal(await writer.putImage(imageOf('i', 'v2'), hanging('a', other)), 'updated')
    t.match((await reader.works(['a']))[0]?.views[0]?.layers, [{ label: { fr: ['Réflectographie'] } }])
  })

  test('a view keeps its place in the table of contents until it is given another', async (t, { reader, writer }) => {
    await writer.putWorks([workOf('a')])
    const section = [{ fr: ['Livre I'] }, { fr: ['Chapitre 2'], en: ['Chapter 2'] }]
    t.equal(await writer.putImage(imageOf('i'), hanging('a', { section })), 'created')
    t.equal(await writer.putImage(imageOf('i'), hanging('a', { section })), 'unchanged')
    t.equal(await writer.putImage(imageOf('i', 'v2'), hanging('a')), 'updated')
    t.strictSame((await reader.works(['a']))[0]?.views[0]?.section, section)
    t.match(await writer.attachments('i'), [{ section }])
    t.equal(await writer.putImage(imageOf('i', 'v2'), hanging('a', { section: section.slice(1) })), 'updated')
    t.strictSame((await reader.works(['a']))[0]?.views[0]?.section, section.slice(1))
    await writer.putWorks([workOf('a', { summary: { fr: ['Réimportée'] } })])
    t.strictSame((await reader.works(['a']))[0]?.views[0]?.section, section.slice(1), 'a new notice changes none')
  })

  const panel = (id: string, more: Partial<WorkRecord> = {}) => workOf(id, { partOf: { work: 'triptych' }, ...more })

  test('parts are found from their whole, by position and then by id, drafts left out', async (t, {
    reader,
    writer,
  }) => {
    const around = relativesIn(reader)
    await writer.putWorks([panel('c'), panel('b'), panel('z', { partOf: { work: 'triptych', position: 1 } })])
    t.equal(await reader.workInFull('triptych'), undefined, 'before the whole is there')
    t.strictSame(await around('b'), { parts: [], related: [] })
    await writer.putWorks([workOf('triptych'), workOf('self', { partOf: { work: 'self' } })])
    await writer.putWorks([panel('draft')], { draft: true })
    await writer.putImage(imageOf('i'), hanging('b'))
    const { parts, ...rest } = await around('triptych')
    t.strictSame(ids(parts), ['z', 'b', 'c'])
    t.equal(parts[1]?.views.length, 1)
    t.strictSame(rest, { related: [] })
    t.equal((await around('b')).whole?.id, 'triptych')
    t.strictSame(await around('self'), { parts: [], related: [] })
    t.strictSame(await reader.workInFull('nowhere'), undefined)
  })

  test('related works are related from either side, in the order of the record', async (t, { reader, writer }) => {
    const around = relativesIn(reader)
    await writer.putWorks([workOf('a', { related: ['c', 'b', 'nowhere', 'a'] }), workOf('b'), workOf('c')])
    await writer.putWorks([workOf('d', { related: ['a', 'c'] })])
    t.strictSame(ids((await around('a')).related), ['c', 'b', 'd'])
    t.strictSame(ids((await around('c')).related), ['a', 'd'])
  })

  test('a part that changes, comes, leaves or goes over to another changes its whole', async (t, {
    reader,
    writer,
  }) => {
    await writer.putWorks([workOf('triptych'), workOf('album'), workOf('aside')])
    const told = async (write: () => Promise<unknown>): Promise<readonly string[]> => {
      const { seq = 0 } = (await reader.journal(0, 1000)).at(-1) ?? {}
      await write()
      return spoken(await reader.journal(seq, 100)).filter(line => line.includes('work'))
    }
    const versionOf = async () => (await reader.works(['triptych']))[0]?.updatedAt ?? ''
    const before = await versionOf()
    t.strictSame(await told(() => writer.putWorks([panel('a')])), ['create work a', 'update work triptych'])
    t.ok((await versionOf()) > before)
    t.strictSame(await told(() => writer.putWorks([panel('a')])), [])
    t.strictSame(await told(() => writer.putWorks([panel('a')], { draft: true })), [])
    t.strictSame(await told(() => writer.putImage(imageOf('i'), hanging('a'))), [
      'update work a',
      'update work triptych',
    ])
    t.strictSame(await told(() => writer.putImage(imageOf('i', 'v2'))), ['update work a', 'update work triptych'])
    t.strictSame(await told(() => writer.putWorks([panel('b'), panel('c')])), [
      'create work b',
      'update work triptych',
      'create work c',
    ])
    const moved = workOf('a', { partOf: { work: 'album' } })
    t.strictSame(await told(() => writer.putWorks([moved])), [
      'update work a',
      'update work triptych',
      'update work album',
    ])
    t.strictSame(await told(() => writer.deleteWorks(['b'])), ['delete work b', 'update work triptych'])
    t.strictSame(await told(() => writer.putWorks([workOf('triptych', { inventory: '2' })])), [
      'update work triptych',
      'update work c',
    ])
    t.strictSame(await told(() => writer.putWorks([panel('draft')], { draft: true })), [])
    t.strictSame(await told(() => writer.putImage(imageOf('d'), hanging('draft'))), [])
  })

  test('a layer already there is replaced, and what hung only there is gone', async (t, { reader, writer }) => {
    await writer.putWorks([workOf('a')])
    await writer.putImage(imageOf('old'), hanging('a'))
    const { seq = 0 } = (await reader.journal(0, 100)).at(-1) ?? {}
    await writer.putImage(imageOf('new'), hanging('a'))
    t.strictSame(spoken(await reader.journal(seq, 100)), ['create image new', 'delete image old', 'update work a'])
    t.equal(await reader.presence('image', 'old'), 'gone')
    t.strictSame(await reader.images(['old', 'new']), [imageOf('new')])
    t.equal((await reader.works(['a']))[0]?.views[0]?.layers.length, 1)
  })

  test('an image is dated by its version, and no two versions share a second', async (t, { reader, writer }) => {
    t.equal(reader.image('i'), undefined)
    await writer.putImage(imageOf('i'))
    t.strictSame(reader.image('i'), { ...imageOf('i'), updatedAt: '2026-05-01T12:00:00.000Z' })
    await writer.putWorks([workOf('a')])
    await writer.putImage(imageOf('i'), hanging('a'))
    t.equal(reader.image('i')?.updatedAt, '2026-05-01T12:00:00.000Z', 'hanging changes nothing of the image')
    await writer.putImage(imageOf('i', 'v2'))
    t.match(reader.image('i'), { version: 'v2', updatedAt: '2026-05-01T12:00:01.000Z' })
    await writer.putImage(imageOf('i', 'v3'))
    t.match(reader.image('i'), { version: 'v3', updatedAt: '2026-05-01T12:00:02.000Z' })
    await writer.deleteWorks(['a'])
    t.equal(reader.image('i'), undefined)
  })

  test('a checksum is noted once, of the version it is of, and changes nothing public', async (t, {
    reader,
    writer,
  }) => {
    await writer.putWorks([workOf('a')])
    await writer.putImage(imageOf('i'), hanging('a'))
    const before = [reader.image('i')?.updatedAt, await reader.works(['a']), await reader.journal(0, 100)] as const
    const note = (version: string, sha256: string) => writer.noteChecksums([{ image: 'i', version, sha256 }])
    t.equal(await note('v2', 'of another version'), 0)
    t.equal(await note('v1', 'first'), 1)
    t.equal(await note('v1', 'second'), 0)
    t.strictSame(await writer.images(['i']), [{ ...imageOf('i'), pyramidSha256: 'first' }])
    t.equal(reader.image('i')?.updatedAt, before[0])
    t.equal((await reader.works(['a']))[0]?.updatedAt, before[1][0]?.updatedAt)
    t.strictSame(await reader.journal(0, 100), before[2])
  })

  test('a revision lasts as long as what it is of', async (t, { reader, writer }) => {
    const revisions = (...of: readonly Revised[]) => of.map(each => reader.revision(each, each === 'work' ? 'a' : 'i'))
    const every = () => revisions('work', 'image', 'shown-image')
    t.strictSame(every(), [undefined, undefined, undefined])
    await writer.putWorks([workOf('a', { museum: lille.id }), workOf('b')])
    await writer.putImage(imageOf('i'), hanging('a'))
    const first = every()
    t.equal(first[0], (await reader.works(['a']))[0]?.updatedAt)
    t.equal(first[1], reader.image('i')?.updatedAt)
    await writer.putWorks([workOf('b', { inventory: '2' })])
    t.strictSame(every(), first, 'what changes elsewhere changes nothing')

    await writer.putMuseums([lille])
    const second = every()
    t.strictSame(
      second.map((each, index) => each === first[index]),
      [false, true, false],
      'a museum is of its works',
    )
    await writer.putImage(imageOf('i'), hanging('b'))
    const third = every()
    t.strictSame(
      third.map((each, index) => each === second[index]),
      [true, true, false],
      'hung in another work',
    )
    await writer.deleteWorks(['b'])
    t.strictSame(
      every().map((each, index) => each === third[index]),
      [true, true, false],
      'and no longer',
    )
    await writer.putImage(imageOf('i', 'v2'))
    t.notOk(
      every().some((each, index) => each === third[index]),
      'an image is of all',
    )
    await writer.deleteWorks(['a'])
    t.strictSame(every(), [undefined, undefined, undefined])
  })

  test('the epoch changes with what is written, and only then', async (t, { reader, writer }) => {
    const first = reader.epoch()
    await reader.images(['i'])
    t.equal(reader.epoch(), first)
    await writer.putImage(imageOf('i'))
    const second = reader.epoch()
    t.not(second, first)
    await writer.putImage(imageOf('i'))
    await writer.putImage(imageOf('j'), undefined)
    t.not(reader.epoch(), second)
  })

  test('an image cannot hang in a work that is not there', async (t, { reader, writer }) => {
    await t.rejects(writer.putImage(imageOf('i'), hanging('nowhere')), {
      name: 'DomainError',
      code: 'not-found',
      message: 'There is no work "nowhere" to hang the image "i" in.',
    })
    t.strictSame(await writer.images(['i']), [])
    t.strictSame(await reader.journal(0, 10), [])
  })

  test('drafts and what hangs only in them are hidden until they are published', async (t, { reader, writer }) => {
    t.strictSame(await writer.putWorks([workOf('a')], { draft: true }), ['created'])
    await writer.putImage(imageOf('i'), hanging('a'))
    t.strictSame(await reader.works(['a']), [])
    t.strictSame(await reader.listWorks({}, all), [])
    t.strictSame(await reader.images(['i']), [])
    t.strictSame(await reader.worksShowing('i', 10), [])
    t.equal(await reader.presence('work', 'a'), 'absent')
    t.equal(await reader.presence('image', 'i'), 'absent')
    t.strictSame(await reader.journal(0, 10), [])
    t.equal(await reader.isEmpty(), false)
    t.strictSame(await writer.images(['i']), [imageOf('i')])
    t.match(await writer.attachments('i'), [{ work: 'a' }])
    t.strictSame([...(await writer.spellings(['A']))], [['a', 'a']])

    t.strictSame(await writer.putWorks([workOf('a')], { draft: true }), ['unchanged'])
    t.strictSame(await writer.putWorks([workOf('a')]), ['updated'])
    t.strictSame(spoken(await reader.journal(0, 10)), ['create work a', 'create image i'])
    t.strictSame(await reader.images(['i']), [imageOf('i')])
    t.strictSame(await writer.putWorks([workOf('a')], { draft: true }), ['unchanged'], 'stays published')
    t.equal(await reader.presence('work', 'a'), 'present')
  })

  test('an image brought in for itself is public until it hangs in a draft', async (t, { reader, writer }) => {
    t.equal(await writer.putImage(imageOf('i')), 'created')
    t.equal(await reader.presence('image', 'i'), 'present')
    await writer.putWorks([workOf('a')], { draft: true })
    t.equal(await writer.putImage(imageOf('i'), hanging('a')), 'updated')
    t.strictSame(await reader.images(['i']), [])
    t.strictSame(spoken(await reader.journal(0, 10)), ['create image i', 'delete image i'])
  })

  test('deletion leaves a tombstone that a new work of the same id removes', async (t, { reader, writer }) => {
    await writer.putWorks([workOf('a'), workOf('b')])
    await writer.putImage(imageOf('only'), hanging('a'))
    await writer.putImage(imageOf('both'), hanging('a', { view: '2' }))
    await writer.putImage(imageOf('both'), hanging('b'))
    const { seq = 0 } = (await reader.journal(0, 100)).at(-1) ?? {}
    t.equal(await writer.deleteWorks(['a', 'nowhere']), 1)
    t.strictSame(spoken(await reader.journal(seq, 10)), ['delete work a', 'delete image only'])
    t.equal(await reader.presence('work', 'a'), 'gone')
    t.equal(await reader.presence('image', 'only'), 'gone')
    t.equal(await reader.presence('image', 'both'), 'present')
    t.strictSame(await reader.works(['a']), [])
    t.equal(await writer.deleteWorks(['a']), 0)

    t.strictSame(await writer.putWorks([workOf('a')]), ['created'])
    t.equal(await reader.presence('work', 'a'), 'present')
    t.strictSame((await reader.works(['a']))[0]?.views, [])
  })

  test('deleting a draft says nothing in public, and shows none of its pictures', async (t, { reader, writer }) => {
    await writer.putWorks([workOf('a')], { draft: true })
    await writer.putImage(imageOf('i'), hanging('a'))
    t.equal(await writer.deleteWorks(['a']), 1)
    t.strictSame(await reader.journal(0, 10), [])
    t.equal(await reader.presence('work', 'a'), 'absent')
    t.strictSame(await reader.images(['i']), [])
  })

  test('a borrowed work has the views its owner gives it, and changes with them', async (t, { reader, writer }) => {
    const two = loanOf('lent', ['p1', 'p2'])
    t.strictSame(await writer.putLoans([two], { preview: true }), ['created'])
    t.equal(await reader.isEmpty(), true)
    t.strictSame(await writer.putLoans([two]), ['created'])
    const [work] = await reader.works(['lent'])
    t.strictSame(work?.views, two.views)
    t.strictSame(work?.loan, two.record.loan)
    t.equal(await reader.loanDocument('lent'), two.document)
    t.strictSame(await reader.countWorks({}), { works: 1, pictured: 1 })
    t.strictSame(await writer.putLoans([loanOf('lent', ['p1', 'p2'])]), ['unchanged'])
    t.strictSame(await writer.putLoans([loanOf('lent', ['p2'])]), ['updated'])
    t.strictSame(await writer.putLoans([loanOf('lent', [])]), ['updated'])
    t.strictSame(await reader.countWorks({}), { works: 1, pictured: 0 })
    t.strictSame(spoken(await reader.journal(0, 10)), ['create work lent', 'update work lent', 'update work lent'])
    const { updatedAt } = (await reader.works(['lent']))[0] ?? {}
    t.equal(updatedAt, (await reader.journal(0, 10)).at(-1)?.at)
  })

  test('a borrowed draft is silent until it is published, and a deleted loan leaves nothing', async (t, opened) => {
    const { reader, writer } = opened
    await writer.putLoans([loanOf('lent', ['p1'])], { draft: true })
    t.strictSame([await reader.works(['lent']), await reader.journal(0, 10)], [[], []])
    t.equal(await reader.loanDocument('lent'), undefined)
    t.strictSame(await writer.putLoans([loanOf('lent', ['p1'])]), ['updated'])
    t.equal((await reader.works(['lent']))[0]?.views.length, 1)
    await writer.deleteWorks(['lent'])
    t.equal(await reader.presence('work', 'lent'), 'gone')
    t.equal(await reader.loanDocument('lent'), undefined)
    t.strictSame(await writer.putLoans([loanOf('lent', [])]), ['created'])
    t.strictSame((await reader.works(['lent']))[0]?.views, [])
  })

  test('an image of our own that hangs in a borrowed work stays when its owner’s views change', async (t, opened) => {
    const { reader, writer } = opened
    await writer.putLoans([loanOf('lent', ['p1'])])
    await writer.putImage(imageOf('own'), hanging('lent', { view: 'ours', position: 9 }))
    await writer.putLoans([loanOf('lent', ['p2'])])
    const [work] = await reader.works(['lent'])
    t.strictSame(
      work?.views.map(({ key }) => key),
      ['p2', 'ours'],
    )
    t.equal(await reader.presence('image', 'own'), 'present')
  })

  test('spellings finds works however the ids are typed', async (t, { writer }) => {
    await writer.putWorks([workOf('000PE0007'), workOf('Été-1')])
    const found = await writer.spellings(['000pe0007', 'ÉTÉ-1', 'nowhere'])
    t.strictSame([...found].sort(), [
      ['000pe0007', '000PE0007'],
      ['été-1', 'Été-1'],
    ])
  })

  test('the journal is read in pieces, and its dates never stand still or go back', async (t, { reader, writer }) => {
    for (const id of ['a', 'b', 'c', 'd']) await writer.putWorks([workOf(id)])
    const first = await reader.journal(0, 3)
    const rest = await reader.journal(first.at(-1)?.seq ?? 0, 3)
    t.strictSame(spoken([...first, ...rest]), ['create work a', 'create work b', 'create work c', 'create work d'])
    const dates = [...first, ...rest].map(({ at }) => at)
    t.strictSame(dates, [...new Set(dates)].sort())
    t.equal((await reader.works(['d']))[0]?.updatedAt, dates.at(-1))
  })

  test('whatever is written, the journal replayed gives exactly what is public', async (t, { close }) => {
    await close()
    const id = fc.constantFrom('a', 'b')
    const step = fc.oneof(
      fc.record({ kind: fc.constant('put' as const), id, inventory: fc.constantFrom('1', '2'), draft: fc.boolean() }),
      fc.record({ kind: fc.constant('delete' as const), id }),
      fc.record({ kind: fc.constant('image' as const), id, version: fc.constantFrom('v1', 'v2') }),
      fc.record({ kind: fc.constant('hang' as const), id, work: id, view: fc.constantFrom('1', '2') }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async steps => {
        const { reader, writer, close } = await open(t, noon)
        try {
          for (const step of steps) await take(writer, step)
          const standing = replay(await reader.journal(0, 10_000))
          for (const kind of ['work', 'image'] as const) {
            for (const id of ['a', 'b']) {
              const found = kind === 'work' ? await reader.works([id]) : await reader.images([id])
              const presence = await reader.presence(kind, id)
              const expected = standing.get(`${kind} ${id}`) ?? 'absent'
              if (presence !== expected || (found.length === 1) !== (expected === 'present')) return false
            }
          }
          return true
        } finally {
          await close()
        }
      }),
      { numRuns: 80 },
    )
  })
}

type Step = Readonly<
  | { kind: 'put'; id: string; inventory: string; draft: boolean }
  | { kind: 'delete'; id: string }
  | { kind: 'image'; id: string; version: string }
  | { kind: 'hang'; id: string; work: string; view: string }
>

async function take(writer: CatalogueWriter, step: Step): Promise<void> {
  try {
    if (step.kind === 'put') {
      await writer.putWorks([workOf(step.id, { inventory: step.inventory })], { draft: step.draft })
    } else if (step.kind === 'delete') await writer.deleteWorks([step.id])
    else if (step.kind === 'image') await writer.putImage(imageOf(step.id, step.version))
    else await writer.putImage(imageOf(step.id), hanging(step.work, { view: step.view }))
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'not-found')) throw error
  }
}

/** What a harvester that has read the whole journal believes; it must never be told nonsense on the way. */
function replay(entries: readonly JournalEntry[]): ReadonlyMap<string, 'present' | 'gone'> {
  const standing = new Map<string, 'present' | 'gone'>()
  for (const { kind, id, verb } of entries) {
    const key = `${kind} ${id}`
    const there = standing.get(key) === 'present'
    if (there === (verb === 'create')) throw new Error(`The journal says "${verb} ${key}" out of turn.`)
    standing.set(key, verb === 'delete' ? 'gone' : 'present')
  }
  return standing
}

type Json = Readonly<Record<string, unknown>>

/** What Presentation 2.1 §5 says that each type must have, and what each of its lists holds. */
const types: Readonly<Record<string, Readonly<{ must: readonly string[]; lists?: Readonly<Record<string, string>> }>>> =
  {
    'sc:Collection': { must: ['@id', 'label'], lists: { collections: 'sc:Collection', manifests: 'sc:Manifest' } },
    'sc:Manifest': { must: ['@id', 'label'], lists: { sequences: 'sc:Sequence', structures: 'sc:Range' } },
    'sc:Sequence': { must: ['canvases'], lists: { canvases: 'sc:Canvas' } },
    'sc:Canvas': { must: ['@id', 'label', 'width', 'height', 'images'], lists: { images: 'oa:Annotation' } },
    'sc:AnnotationList': { must: ['@id', 'resources'], lists: { resources: 'oa:Annotation' } },
    'sc:Range': { must: ['@id', 'label'] },
    'oa:Annotation': { must: ['@id', 'motivation', 'resource', 'on'] },
    'oa:Choice': { must: ['default', 'item'], lists: { item: 'dctypes:Image' } },
    'dctypes:Image': { must: ['@id', 'format', 'width', 'height'] },
  }

/** Properties of version 3, which have no place in version 2. */
const foreign = [
  'id',
  'type',
  'items',
  'summary',
  'requiredStatement',
  'rights',
  'homepage',
  'partOf',
  'body',
  'target',
]

/** Everything wrong with a document of version 2.1, as sentences: none where it is right. */
export function flawsOf(document: object): readonly string[] {
  const top = document as Json
  const context =
    top['@context'] === 'http://iiif.io/api/presentation/2/context.json' ? [] : ['no @context of version 2']
  return [...context, ...flawsIn(top, String(top['@type']), '')]
}

function flawsIn(thing: Json, type: string, path: string): readonly string[] {
  const rule = types[type]
  if (!rule || thing['@type'] !== type) return [`${path}: expected ${type}, received ${thing['@type']}`]
  const { lists = {} } = rule
  const missing = rule.must.filter(name => isEmptyText(thing[name])).map(name => `${path}: no ${name}`)
  const strange = foreign.filter(name => name in thing).map(name => `${path}: has ${name}`)
  const listed = Object.entries(lists).flatMap(([name, each]) =>
    (Array.isArray(thing[name]) ? (thing[name] as Json[]) : []).flatMap((item, index) =>
      flawsIn(item, each, `${path}/${name}/${index}`),
    ),
  )
  const inner = [thing.resource, thing.default, thing.thumbnail, thing.within]
    .flat()
    .filter((each): each is Json => typeof each === 'object' && each !== null)
    .flatMap(each => flawsIn(each, String(each['@type']), `${path}/…`))
  return [...missing, ...strange, ...listed, ...inner, ...special(thing, type, path)]
}

function special(thing: Json, type: string, path: string): readonly string[] {
  const flaws: string[] = []
  if (type === 'sc:Manifest' && path === '') {
    const [sequence] = (thing.sequences ?? []) as Json[]
    if (((sequence?.canvases ?? []) as unknown[]).length === 0) flaws.push('a manifest without canvases')
    for (const entry of (thing.metadata ?? []) as Json[])
      if (isEmptyText(entry.label) || isEmptyText(entry.value)) flaws.push('metadata without label or value')
    if (isEmptyText(thing.attribution)) flaws.push('a manifest without attribution')
  }
  if (type === 'sc:Range' && ![thing.ranges, thing.canvases].some(Array.isArray)) flaws.push(`${path}: an empty range`)
  if (type === 'oa:Annotation' && thing.motivation !== 'sc:painting') flaws.push(`${path}: paints nothing`)
  // A part of a picture is the only one that stands without a service
  if (type === 'dctypes:Image' && !/\/\d+,\d+,\d+,\d+\/[^/]+\/0\/default\.jpg$/.test(String(thing['@id']))) {
    const service = (thing.service ?? {}) as Json
    if (service['@context'] !== 'http://iiif.io/api/image/2/context.json')
      flaws.push(`${path}: service of another version`)
    if (service.profile !== 'http://iiif.io/api/image/2/level2.json') flaws.push(`${path}: service without level`)
    if (!String(thing['@id']).startsWith(`${service['@id']}/full/`)) flaws.push(`${path}: image beside its service`)
  }
  return flaws
}

const isEmptyText = (text: unknown): boolean => text === undefined || text === ''

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'

const source = fileURLToPath(new URL('../src', import.meta.url))

/** Which parts of src/ a part may import from, beside itself. Arrows point one way, from the shells to the core. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  settings: ['errors'],
  config: ['errors', 'settings'],
  package: [],
  schema: [],
  storage: ['errors'],
  reporting: [],
  image: ['errors', 'config', 'storage'],
  catalogue: ['errors', 'config', 'storage', 'image'],
  stories: ['errors', 'config', 'schema', 'image', 'catalogue'],
  presentation: ['errors', 'config', 'image', 'catalogue', 'stories'],
  import: [
    'errors',
    'config',
    'package',
    'storage',
    'reporting',
    'image',
    'catalogue',
    'stories',
    'presentation',
    'drawings',
  ],
  check: ['errors', 'config', 'storage', 'reporting', 'image', 'catalogue', 'stories', 'presentation'],
  pages: ['errors', 'config', 'image', 'catalogue', 'stories', 'presentation'],
  services: ['errors', 'config', 'package', 'storage', 'image', 'catalogue', 'stories', 'presentation'],
  http: [
    'errors',
    'config',
    'package',
    'schema',
    'image',
    'catalogue',
    'stories',
    'presentation',
    'import',
    'pages',
    'services',
  ],
  export: ['errors', 'config', 'storage', 'catalogue', 'image', 'stories', 'presentation'],
  cli: [
    'errors',
    'settings',
    'config',
    'reporting',
    'catalogue',
    'image',
    'stories',
    'import',
    'check',
    'export',
    'services',
    'http',
  ],
  main: ['cli'],
}

/** Each technology stands in one place, so that it can be replaced there. */
const technologies: readonly (readonly [module: RegExp, places: readonly string[]])[] = [
  [/^(fastify|@fastify\/.+)$/, ['http']],
  [/^node:(http|https|net)$/, ['http', 'import/iiif/remote']],
  // What goes out to other servers goes through the checks of one place
  [/^node:(dns|dns\/promises|tls|http2)$/, ['import/iiif/remote']],
  [/^better-sqlite3$/, ['catalogue/sqlite', 'image/derivatives']],
  [/^sharp$/, ['image']],
  [/^node:worker_threads$/, ['image/jp2', 'cli']],
  [/^csv-parse/, ['import']],
  [/^(yauzl|saxes)$/, ['import/table/xlsx']],
  // Options, what comes in, and what goes out
  [/^ajv/, ['settings.ts', 'schema', 'import', 'stories', 'http/api', 'check/documents']],
  [/^preact/, ['pages']],
  [/^mdast/, ['stories/prose']],
  // The one table of the entities of HTML, for stories and for what others wrote
  [/^decode-named-character-reference/, ['stories/prose', 'import/html.ts']],
  [/^opentype\.js$/, ['stories/typesetting']],
  // Stories as files are YAML beside Markdown
  [/^yaml$/, ['stories/files']],
  [/^openseadragon$/, ['pages/client']],
]

/** What is read from the surroundings is read in one file; a browser asks its own server in another. */
const surroundings: readonly (readonly [use: RegExp, ...files: string[]])[] = [
  [/process\.env\b/, 'main.ts'],
  [/\bnew Date\(\)|\bDate\.now\(/, 'services.ts'],
  [/(?<![.\w])fetch\(/, 'import/iiif/remote/fetch.ts', 'pages/client/page-at.ts'],
]

type Import = Readonly<{ file: string; module: string }>

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter(name => /\.[jt]sx?$/.test(name))
  .toSorted()

const imports: readonly Import[] = files.flatMap(file => {
  const text = readFileSync(join(source, file), 'utf8')
  const found = text.matchAll(/^(?:import|export)\b(?:[^'"`=(]*?from)?\s*'([^']+)'|\bimport\('([^']+)'\)/gm)
  return [...found].map(([, module, lazy]) => ({ file, module: module ?? lazy ?? '' }))
})

/** `http/app.ts` is part of `http`, `errors.ts` of `errors`; what lies outside src/ are the drawings of images/. */
function partOf(path: string): string {
  if (path.startsWith('..')) return 'drawings'
  return (path.split('/')[0] ?? '').replace(/\.[jt]sx?$/, '')
}

t.test('the test sees the code', async t => {
  t.ok(files.includes('main.ts'))
  t.strictSame(
    [...new Set(files.map(partOf))].filter(part => !(part in arrows)),
    [],
    'every part has its arrows',
  )
  t.ok(imports.some(({ file, module }) => file === 'http/app.ts' && module === 'fastify'))
})

t.test('imports point one way', async t => {
  const wrong = imports
    .filter(({ module }) => module.startsWith('.'))
    .filter(({ file, module }) => {
      const [from, to] = [partOf(file), partOf(relative(source, join(source, dirname(file), module)))]
      return from !== to && !arrows[from]?.includes(to)
    })
  t.strictSame(wrong.map(sentence), [])
})

t.test('geometry depends on nothing', async t => {
  t.strictSame(imports.filter(({ file }) => file === 'image/geometry.ts').map(sentence), [])
})

t.test('each technology stays in its place', async t => {
  const wrong = imports.filter(({ file, module }) =>
    technologies.some(([name, places]) => name.test(module) && !places.some(place => file.startsWith(place))),
  )
  t.strictSame(wrong.map(sentence), [])
})

t.test('environment and clock are read in one place', async t => {
  const wrong = surroundings.flatMap(([use, ...places]) =>
    files
      .filter(file => !places.includes(file) && use.test(readFileSync(join(source, file), 'utf8')))
      .map(file => `${file} uses ${use.source}`),
  )
  t.strictSame(wrong, [])
})

const sentence = ({ file, module }: Import): string => `${file} imports ${module}`

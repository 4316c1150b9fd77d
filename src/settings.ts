import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import type { FromSchema } from 'json-schema-to-ts'
import { DomainError } from './errors.js'

/** Every option of every command, once: `createWorks` is `--create-works` and `BEFFROI_CREATE_WORKS`. */
export const settingsSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    data: { type: 'string', minLength: 1, default: 'var', description: 'data directory' },
    logLevel: {
      type: 'string',
      enum: ['silent', 'error', 'warn', 'info', 'debug'],
      default: 'info',
      description: 'how much is logged to stderr',
    },

    host: { type: 'string', minLength: 1, default: '127.0.0.1', description: 'address to listen on' },
    port: { type: 'integer', minimum: 0, maximum: 65535, default: 8080, description: 'port to listen on; 0 picks one' },
    baseUrl: {
      type: 'string',
      pattern: '^https?://[^\\s/?#]+(/[^\\s?#]*)?$',
      description: 'public address of the site, such as https://collections.example.org; else taken from each request',
    },
    trustProxy: {
      type: 'string',
      default: 'loopback',
      description: 'whose X-Forwarded-* headers are believed: comma-separated addresses or networks, or "none"',
    },
    drainSeconds: {
      type: 'integer',
      minimum: 0,
      maximum: 600,
      default: 10,
      description: 'how long a stopping server lets requests finish',
    },
    demo: { type: 'boolean', default: false, description: 'load the demonstration first when the catalogue is empty' },
    siteName: { type: 'string', minLength: 1, maxLength: 80, default: 'Beffroi', description: 'name of the network' },
    cacheSeconds: {
      type: 'integer',
      minimum: 0,
      default: 86400,
      description: 'how long browsers may keep an image or tile before asking again',
    },

    maxWidth: { type: 'integer', minimum: 256, default: 8192, description: 'widest image served, px' },
    maxHeight: { type: 'integer', minimum: 256, default: 8192, description: 'highest image served, px' },
    maxArea: { type: 'integer', minimum: 65536, default: 40_000_000, description: 'largest image served, px in all' },
    background: {
      type: 'string',
      pattern: '^#[0-9a-fA-F]{6}$',
      default: '#ffffff',
      description: 'colour of the corners that a rotation uncovers, in formats without transparency',
    },
    renderJobs: {
      type: 'integer',
      minimum: 1,
      maximum: 64,
      description: 'light images rendered at once (default: cores)',
    },
    renderQueue: {
      type: 'integer',
      minimum: 0,
      default: 200,
      description: 'light requests that may wait to be rendered',
    },
    heavyJobs: {
      type: 'integer',
      minimum: 1,
      maximum: 64,
      description: 'heavy images rendered at once (default: half the cores)',
    },
    heavyQueue: {
      type: 'integer',
      minimum: 0,
      default: 32,
      description: 'heavy requests that may wait to be rendered',
    },
    renderMemoryMb: {
      type: 'integer',
      minimum: 64,
      default: 1024,
      description: 'memory that all renders together may take, MB; what needs more is refused',
    },
    memoryCacheMb: {
      type: 'integer',
      minimum: 0,
      default: 128,
      description: 'memory that keeps the images and documents asked for last, MB',
    },
    sendingMb: {
      type: 'integer',
      minimum: 16,
      default: 512,
      description: 'memory that large images take while they are on their way to slow clients, MB',
    },
    tileMapsMb: {
      type: 'integer',
      minimum: 0,
      default: 32,
      description: 'memory that keeps where the parts of stored tiles stand, so that details are cut out sooner, MB',
    },
    derivativesMb: {
      type: 'integer',
      minimum: 0,
      default: 20_000,
      description: 'disc space for images rendered before, MB; the least recently used go first',
    },
    openPyramids: { type: 'integer', minimum: 1, default: 256, description: 'pyramid files kept open' },
    pageSize: {
      type: 'integer',
      minimum: 1,
      maximum: 500,
      default: 100,
      description: 'entries on one page of a list or collection',
    },

    apiToken: {
      type: 'string',
      minLength: 1,
      maxLength: 10_000,
      writeOnly: true,
      description: 'who may write through /api, as name:token,name:token; nobody unless given',
    },
    deletedDays: {
      type: 'integer',
      minimum: 1,
      maximum: 3650,
      default: 90,
      description: 'how long what is deleted through /api can be brought back',
    },
    uploadMaxMb: { type: 'integer', minimum: 1, default: 4000, description: 'largest picture uploaded, MB' },
    uploadJobs: { type: 'integer', minimum: 1, maximum: 64, default: 4, description: 'uploads that arrive at once' },
    uploadHours: {
      type: 'integer',
      minimum: 1,
      maximum: 720,
      default: 24,
      description: 'how long an upload that was broken off can be resumed',
    },

    work: {
      type: 'string',
      minLength: 1,
      maxLength: 200,
      description: 'id of the work that the pictures show, or that a plain text reads',
    },
    list: { type: 'string', minLength: 1, description: 'CSV file that says which picture shows which work' },
    createWorks: { type: 'boolean', default: false, description: 'make a bare work for a picture that has none' },
    replace: {
      type: 'boolean',
      default: false,
      description: 'replace an image whose file has changed, or exported files that somebody changed',
    },
    draft: { type: 'boolean', default: false, description: 'do not publish what is brought in' },
    jobs: { type: 'integer', minimum: 1, maximum: 64, description: 'pictures ingested at once (default: cores)' },
    quality: { type: 'integer', minimum: 50, maximum: 100, default: 88, description: 'JPEG quality of stored tiles' },
    imageMaxWidth: {
      type: 'integer',
      minimum: 0,
      description: 'widest that these pictures are served, px; 0 lifts it',
    },
    imageMaxHeight: {
      type: 'integer',
      minimum: 0,
      description: 'highest that these pictures are served, px; 0 lifts it',
    },
    imageMaxArea: {
      type: 'integer',
      minimum: 0,
      description: 'largest that these pictures are served, px in all; 0 lifts it',
    },
    maxPixels: {
      type: 'integer',
      minimum: 1_000_000,
      default: 2_000_000_000,
      description: 'largest picture accepted, px in all',
    },

    format: {
      type: 'string',
      enum: ['museofile', 'joconde', 'iiif', 'stories', 'csv', 'tsv', 'ndjson', 'xlsx'],
      description: 'what the file is; the last four are tables with a mapping, told apart by their content',
    },
    mapping: { type: 'string', minLength: 1, description: 'JSON file that says what each column of a table means' },
    guess: { type: 'boolean', default: false, description: 'propose a mapping for a table, import nothing' },
    iiifHosts: {
      type: 'string',
      maxLength: 10_000,
      default: '',
      description: 'hosts that manifests may be fetched from, comma-separated; none unless given',
    },
    iiifMaxMb: { type: 'integer', minimum: 1, maximum: 256, default: 20, description: 'largest manifest taken, MB' },
    iiifSeconds: {
      type: 'integer',
      minimum: 1,
      maximum: 600,
      default: 30,
      description: 'how long one manifest may take to fetch',
    },
    iiifMaxCanvases: {
      type: 'integer',
      minimum: 1,
      maximum: 20_000,
      default: 5000,
      description: 'most canvases of one manifest',
    },
    iiifMaxManifests: {
      type: 'integer',
      minimum: 1,
      maximum: 100_000,
      default: 1000,
      description: 'most manifests of one collection',
    },
    storyMaxKb: {
      type: 'integer',
      minimum: 1,
      maximum: 20_000,
      default: 1000,
      description: 'largest file of a story, kB',
    },
    kind: { type: 'string', enum: ['analysis', 'exhibition'], description: 'export stories of one kind alone' },
    slug: { type: 'string', minLength: 1, maxLength: 80, description: 'export the story of this name alone' },
    regionsOnly: {
      type: 'boolean',
      default: false,
      description: 'of pictures only the tiles of the regions that stories show, and an overview of the rest',
    },
    report: {
      type: 'string',
      minLength: 1,
      description: 'new file for all remarks: .csv, or .html for Joconde and check',
    },
    language: {
      type: 'string',
      enum: ['fr', 'en'],
      default: 'fr',
      description: 'language of reports to curators',
    },
    quick: { type: 'boolean', default: false, description: 'pass over the bytes of pyramids' },
    schema: {
      type: 'string',
      minLength: 1,
      description: 'JSON Schema file for manifests of version 3, beside our own',
    },
    dryRun: { type: 'boolean', default: false, description: 'report what would change and write nothing' },
  },
} as const

type Schemas = typeof settingsSchema.properties
export type SettingName = keyof Schemas
type Parsed = FromSchema<typeof settingsSchema>
type Defaulted = { [Name in SettingName]: Schemas[Name] extends { default: unknown } ? Name : never }[SettingName]

/** The options as given, checked, with defaults filled in. */
export type Settings = Readonly<Required<Pick<Parsed, Defaulted>> & Omit<Parsed, Defaulted>>

export const settingNames = Object.keys(settingsSchema.properties) as readonly SettingName[]

export const flagOf = (name: SettingName): string => `--${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`

export const variableOf = (name: SettingName): string =>
  `BEFFROI_${name.replace(/[A-Z]/g, letter => `_${letter}`).toUpperCase()}`

export const isSwitch = (name: SettingName): boolean => settingsSchema.properties[name].type === 'boolean'

/**
 * Reads options from flags first, then from the environment, then from the defaults.
 * @throws DomainError `misuse` with a sentence that names the flag or variable at fault
 */
export function readSettings(
  flags: Readonly<Partial<Record<SettingName, string | boolean>>>,
  environment: Readonly<Record<string, string | undefined>> = {},
): Settings {
  const given: Partial<Record<SettingName, string | boolean>> = {}
  const origins: Partial<Record<string, string>> = {}
  for (const name of settingNames) {
    const fromEnvironment = environment[variableOf(name)]
    if (flags[name] !== undefined) {
      given[name] = flags[name]
      origins[name] = flagOf(name)
    } else if (fromEnvironment !== undefined && fromEnvironment !== '') {
      given[name] = fromEnvironment
      origins[name] = variableOf(name)
    }
  }
  const validate = compileSettings()
  if (!validate(given)) throw new DomainError('misuse', sentence(validate.errors?.[0], given, origins))
  return Object.freeze(given)
}

// Without the schema of schemas, which takes longer to compile than ours, at the start of every command
const compileSettings = (): ValidateFunction<Settings> =>
  new Ajv({ coerceTypes: true, useDefaults: true, meta: false, validateSchema: false }).compile(settingsSchema)

function sentence(
  error: ErrorObject | undefined,
  given: Readonly<Record<string, unknown>>,
  origins: Partial<Record<string, string>>,
): string {
  const name = (error?.instancePath ?? '').slice(1) as SettingName
  const schema: { description?: string; enum?: readonly string[]; writeOnly?: boolean } =
    settingsSchema.properties[name] ?? {}
  const expected = schema.enum ? `one of ${schema.enum.join(', ')}` : `a value that ${error?.message ?? 'is valid'}`
  const received = schema.writeOnly ? 'something else' : `"${given[name]}"`
  return `Expected ${expected} for ${origins[name] ?? name} (${schema.description ?? ''}) but received ${received}.`
}

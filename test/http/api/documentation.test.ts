import { Ajv } from 'ajv'
import t from 'tap'
import { storySchemas } from '../../../src/stories/schema.js'
import { analysis, exhibition } from '../../stories/samples.js'
import { openSite } from '../site.js'
import { openDesk } from './desk.js'

type Operation = Readonly<{
  summary?: string
  tags?: readonly string[]
  parameters?: readonly { name: string; in: string; schema?: object }[]
  responses: Readonly<Record<string, { description?: string }>>
}>
type OpenApi = Readonly<{
  openapi: string
  info: object
  servers: readonly { url: string }[]
  security: readonly object[]
  components: { schemas: Readonly<Record<string, object>>; securitySchemes: object }
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}>

const documentOf = async (t: Parameters<typeof openSite>[0]) => {
  const { app } = await openSite(t)
  const answer = await app.inject({ url: '/api/docs/json', headers: { host: 'museum.example.org' } })
  return answer.json() as OpenApi
}

t.test('the documentation is OpenAPI 3.1, whose references all lead somewhere', async t => {
  const document = await documentOf(t)
  t.equal(document.openapi, '3.1.0')
  t.strictSame(document.servers, [{ url: 'http://museum.example.org' }])
  t.strictSame(document.security, [{ token: [] }])
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(
    ([, reference]) => reference ?? '',
  )
  t.ok(references.length > 50)
  for (const reference of new Set(references)) {
    const [, name = ''] = /^#\/components\/schemas\/([A-Za-z]+)$/.exec(reference) ?? []
    t.ok(document.components.schemas[name], reference)
  }
  for (const [path, operations] of Object.entries(document.paths)) {
    t.match(path, /^\/api\//)
    for (const [method, { summary, tags, parameters = [], responses }] of Object.entries(operations)) {
      const name = `${method} ${path}`
      t.ok(summary && tags?.length === 1, name)
      t.ok(
        Object.values(responses).every(({ description }) => typeof description === 'string'),
        name,
      )
      const named = parameters.filter(parameter => parameter.in === 'path').map(parameter => parameter.name)
      t.strictSame(named.toSorted(), [...path.matchAll(/\{(\w+)\}/g)].map(([, each]) => each).toSorted(), name)
    }
  }
})

t.test('every schema in it is one that a validator takes', async t => {
  const { components } = await documentOf(t)
  const ajv = new Ajv({ strict: false, formats: { 'date-time': true, binary: true } })
  const rewritten = JSON.parse(JSON.stringify(components.schemas).replaceAll('#/components/schemas/', ''))
  for (const [name, schema] of Object.entries<object>(rewritten)) ajv.addSchema({ ...schema, $id: name }, name)
  for (const name of Object.keys(rewritten)) t.ok(ajv.getSchema(name), name)
})

t.test('what is answered is as it is documented', async t => {
  const { read, make, ask } = await openDesk(t)
  const document = (await read('/api/docs/json')).body as OpenApi
  const ajv = new Ajv({ strict: false, formats: { 'date-time': true, binary: true } })
  ajv.addSchema({ $id: 'document', ...document })
  const conforms = (body: unknown, path: string, method: string, status: number) => {
    const pointer = ['paths', path, method, 'responses', `${status}`, 'content', 'application/json', 'schema']
    const validate = ajv.getSchema(
      `document#/${pointer.map(part => part.replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D')).join('/')}`,
    )
    t.ok(validate?.(body), `${method} ${path} ${status}: ${ajv.errorsText(validate?.errors)}`)
  }
  const work = {
    title: { fr: ['Vue'] },
    makers: [{ name: 'X' }],
    sections: [{ label: { fr: ['Un'] }, sections: [{ label: { fr: ['Deux'] } }] }],
  }
  const made = await make('/api/works/a', { ...work, state: 'published' })
  conforms(made.body, '/api/works/{work}', 'put', 201)
  conforms((await read('/api/works/a')).body, '/api/works/{work}', 'get', 200)
  conforms((await read('/api/works/b')).body, '/api/works/{work}', 'get', 404)
  conforms((await read('/api/works')).body, '/api/works', 'get', 200)
  conforms((await read('/api/works/a/order')).body, '/api/works/{work}/order', 'get', 200)
  conforms((await read('/api/journal')).body, '/api/journal', 'get', 200)
  conforms((await read('/api/uploads')).body, '/api/uploads', 'get', 200)
  conforms(
    (await ask('PUT', '/api/works/a', { body: { x: 1 }, headers: { 'if-match': '"x"' } })).body,
    '/api/works/{work}',
    'put',
    400,
  )
  conforms(
    (await ask('PUT', '/api/works/a', { body: {}, headers: { 'if-match': '"x"' } })).body,
    '/api/works/{work}',
    'put',
    412,
  )
  const story = '/api/analyses/{slug}'
  const { slug } = analysis
  conforms((await make(`/api/analyses/${slug}`, analysis)).body, story, 'put', 201)
  conforms((await make(`/api/exhibitions/${exhibition.slug}`, exhibition)).body, '/api/exhibitions/{slug}', 'put', 201)
  const { etag } = await read(`/api/analyses/${slug}/publication`)
  const published = await ask('PUT', `/api/analyses/${slug}/publication`, {
    body: { published: 1 },
    headers: { 'if-match': etag },
  })
  conforms(published.body, `${story}/publication`, 'put', 200)
  conforms((await read('/api/analyses')).body, '/api/analyses', 'get', 200)
  conforms((await read(`/api/analyses/${slug}/revisions`)).body, `${story}/revisions`, 'get', 200)
  conforms((await read(`/api/analyses/${slug}/revisions/1`)).body, `${story}/revisions/{number}`, 'get', 200)
  conforms((await read(`/api/analyses/${slug}/changes?from=1`)).body, `${story}/changes`, 'get', 200)
  conforms((await read(`/api/analyses/${slug}/review`)).body, `${story}/review`, 'get', 200)
  conforms(
    (await read(`/api/exhibitions/${exhibition.slug}/review`)).body,
    '/api/exhibitions/{slug}/review',
    'get',
    200,
  )
  const deleted = await ask('DELETE', '/api/works/a', { headers: { 'if-match': made.etag } })
  conforms(deleted.body, '/api/works/{work}', 'delete', 200)
  conforms((await read('/api/deletions')).body, '/api/deletions', 'get', 200)
})

t.test('stories are documented by the schema that they are parsed by', async t => {
  const { components, paths } = await documentOf(t)
  for (const { $id, ...schema } of storySchemas) {
    const documented = JSON.parse(
      JSON.stringify(components.schemas[$id]).replaceAll(/#\/components\/schemas\/(\w+)/g, '$1#'),
    )
    // OpenAPI says a constant as the one value of an enumeration
    const parsed = JSON.stringify(schema).replaceAll(/"const":("\w+")/g, '"enum":[$1]')
    t.match(documented, JSON.parse(parsed), $id)
  }
  t.match(paths['/api/analyses/{slug}']?.put, {
    requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Analysis' } } } },
  })
})

t.test('its page may load from this server alone', async t => {
  const { app } = await openSite(t)
  const page = await app.inject('/api/docs')
  t.equal(page.statusCode, 200)
  const policy = String(page.headers['content-security-policy'])
  t.match(policy, /^default-src 'self'; /)
  t.notMatch(policy, /https?:|unsafe-eval|script-src/)
  t.notMatch(page.body, /<script>|onclick/)
})

t.test('every way to send a picture is in it', async t => {
  const { paths } = await documentOf(t)
  const ways = Object.entries(paths)
    .filter(([path]) => /^\/api\/(?:images|uploads)/.test(path))
    .flatMap(([path, operations]) => Object.keys(operations).map(method => `${method} ${path}`))
  t.strictSame(ways.toSorted(), [
    'delete /api/uploads/{upload}',
    'get /api/images',
    'get /api/images/{image}',
    'get /api/images/{image}/info.json',
    'get /api/images/{image}/{region}/{size}/{rotation}/{file}',
    'get /api/uploads',
    'get /api/uploads/{upload}',
    'options /api/uploads',
    'patch /api/uploads/{upload}',
    'post /api/images',
    'post /api/uploads',
    'put /api/images/{image}',
  ])
})

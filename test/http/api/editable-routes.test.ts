import Fastify from 'fastify'
import t from 'tap'
import { editableRoutes } from '../../../src/http/api/editable-routes.js'

t.test('changing fields compiles no schema anew with each request', async t => {
  const app = Fastify()
  t.teardown(() => app.close())
  const compiled: unknown[] = []
  app.setValidatorCompiler(({ schema }) => {
    compiled.push(schema)
    return () => true
  })
  app.setSerializerCompiler(() => data => JSON.stringify(data))
  app.decorateRequest('curator', 'anne')
  const held = { value: { id: 'a' }, revision: 'r' }
  editableRoutes(app, {
    url: '/things/:thing',
    noun: 'a thing',
    tag: 'Things',
    schemas: { place: 'ThingPlace', value: 'Thing', body: 'Thing' },
    editable: { get: async () => held, put: async () => ({ outcome: 'updated', held }) },
    named: () => ({}),
    patchable: true,
    baseOf: () => 'https://museum.example.org',
  })
  const patch = () =>
    app.inject({ method: 'PATCH', url: '/things/a', payload: { name: 'x' }, headers: { 'if-match': '"r"' } })
  t.equal((await patch()).statusCode, 200)
  const once = compiled.length
  t.equal((await patch()).statusCode, 200)
  t.equal(compiled.length, once)
})

import { readFile } from 'node:fs/promises'
import t from 'tap'
import { remarkKinds } from '../../src/import/remarks.js'
import { mappingSchema, parseMapping } from '../../src/import/table/mapping.js'
import { museumFields } from '../../src/import/table/museum-fields.js'
import { transforms } from '../../src/import/table/transforms.js'
import { workFields } from '../../src/import/table/work-fields.js'

const page = await readFile(new URL('../../docs/importing.md', import.meta.url), 'utf8')
const rows = new Set(page.split('\n').filter(line => line.startsWith('| ')))
const firstCells = [...rows].map(row => row.split('|')[1] ?? '')
const explains = (word: string): boolean => firstCells.some(cell => cell.includes(`\`${word}\``))

t.test('docs/importing.md explains every key, field, transform and fate', async t => {
  for (const key of Object.keys(mappingSchema.properties)) t.ok(explains(key), `key ${key}`)
  for (const name of Object.keys(transforms)) t.ok(explains(name), `transform ${name}`)
  for (const [name, { language, about }] of Object.entries(workFields)) {
    t.ok(explains(language ? `${name}@…` : name), `field ${name}`)
    t.ok(about.length > 0)
  }
  for (const [name, { language }] of Object.entries(museumFields))
    t.ok(page.includes(`\`${language ? `${name}@…` : name}\``), `field ${name} of museums`)
  for (const { fate } of Object.values(remarkKinds)) t.ok(explains(fate), `fate ${fate}`)
})

t.test('the mapping that docs/importing.md shows is one', async t => {
  const example = /```json\n(.*?)```/s.exec(page)?.[1] ?? ''
  t.equal(parseMapping(example, 'importing.md').mapping.kind, 'works')
})

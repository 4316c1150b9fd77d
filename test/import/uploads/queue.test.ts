import { writeFile } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import t from 'tap'
import { openCatalogue } from '../../../src/catalogue/sqlite/open.js'
import { openUploadFiles } from '../../../src/import/uploads/files.js'
import { openUploads } from '../../../src/import/uploads/uploads.js'
import { openCollection } from '../pictures/collection.js'

t.test('all that waited when the server ended is taken up, more than may arrive now too', async t => {
  const museum = await openCollection(t.testdir())
  const { dataDirectory, reader, writer, images } = museum
  const { editor, close } = openCatalogue(`${dataDirectory}/catalogue.db`, () => new Date(0))
  t.teardown(() => {
    close()
    museum.close()
  })
  const files = await openUploadFiles(dataDirectory)
  for (const number of [1, 2, 3, 4]) {
    const id = `${number}`.padStart(24, '0')
    await writeFile(files.part(id), 'no picture')
    await files.record({
      id,
      by: 'anne',
      fileName: 'a.png',
      length: 10,
      received: 10,
      wanted: { image: 'a', layer: 'visible' },
      createdAt: new Date(0).toISOString(),
      stage: 'waiting',
    })
  }
  const bounds = { bytes: 1000, jobs: 1, hours: 24, files: 1, spare: 0 }
  const config = { ...museum.config, uploads: bounds }
  const uploads = await openUploads({ reader, writer, editor, images, config, clock: () => new Date(0) })
  t.teardown(() => uploads.close())
  const stages = () => uploads.list().map(({ stage }) => stage)
  while (stages().some(stage => stage !== 'refused')) await setImmediate()
  t.strictSame(stages(), ['refused', 'refused', 'refused', 'refused'])
})

import t from 'tap'
import type { CheckPorts } from '../../src/check/check.js'
import { counting } from '../../src/check/counts.js'
import { pyramids } from '../../src/check/files/pyramids.js'
import type { Finding } from '../../src/check/finding.js'
import { fileStorage } from '../../src/storage/storage.js'
import { imageOf } from '../contract/catalogue.js'

t.test('a pyramid that was replaced since its record was read is not missing', async t => {
  const [listed, gone] = [imageOf('replaced'), imageOf('gone')]
  const replaced = { ...listed, pyramid: 'pyramids/replaced.v2.tif', version: 'v2' }
  const ports = {
    audit: {
      count: () => ({ works: 0, images: 2 }),
      images: () => [listed, gone].map(record => ({ record, published: true })),
      image: (id: string) => ({ record: id === 'gone' ? gone : replaced, published: true }),
    },
    storage: fileStorage(t.testdir()),
    signal: new AbortController().signal,
    count: counting().count,
    progress: () => undefined,
  } as unknown as CheckPorts
  const findings: Finding[] = []
  for await (const finding of pyramids.find(ports)) findings.push(finding)
  t.match(findings, [{ code: 'pyramid-missing', subject: { kind: 'image', id: 'gone' } }])
  t.equal(findings.length, 1)
})

import sharp from 'sharp'
import t from 'tap'
import { run } from './run.js'

const collection = '/iiif/presentation/3/collection'

t.test('get prints what a server would answer', async t => {
  const { code, stdout, stderr } = await run([
    'get',
    collection,
    '--data',
    t.testdir(),
    '--site-name',
    'Musées du Nord',
  ])
  t.equal(code, 0)
  t.equal(stderr, '')
  t.match(JSON.parse(stdout.toString()), {
    id: `http://127.0.0.1:8080${collection}`,
    label: { none: ['Musées du Nord'] },
  })
})

t.test('get uses the public address of the site', async t => {
  const address = 'https://collections.example.org/c'
  const { stdout } = await run(['get', collection, '--data', t.testdir(), '--base-url', address])
  t.equal(JSON.parse(stdout.toString()).id, `${address}${collection}`)
})

t.test('what listens at all addresses, or at one of IPv6, is asked as a browser here would', async t => {
  const data = t.testdir()
  for (const [host, asked] of [
    ['::', '[::1]'],
    ['fd00::7', '[fd00::7]'],
    ['0.0.0.0', '127.0.0.1'],
  ] as const) {
    const { stdout, stderr } = await run(['get', collection, '--data', data], { environment: { BEFFROI_HOST: host } })
    t.equal(stderr, '')
    t.equal(JSON.parse(stdout.toString()).id, `http://${asked}:8080${collection}`)
  }
})

t.test('an answer that is no success is a sentence on stderr, and exit code 1', async t => {
  const data = t.testdir()
  const sentences = {
    '/iiif/presentation/3/works/none/manifest': /answered 404: There is no work "none"\.\n$/,
    '/iiif/image/3/none/info.json': /answered 404: There is no image/,
    '/nowhere': /answered 404\.\n$/,
  }
  for (const [path, sentence] of Object.entries(sentences)) {
    const { code, stdout, stderr } = await run(['get', path, '--data', data])
    t.equal(code, 1, path)
    t.equal(stdout.length, 0)
    t.match(stderr, sentence)
  }
})

t.test('get prints pictures byte for byte', async t => {
  const directory = t.testdir({ data: {} })
  const picture = { width: 700, height: 300, channels: 3, background: '#884400' } as const
  await sharp({ create: picture }).png().toFile(`${directory}/plain.png`)
  const data = ['--data', `${directory}/data`]
  t.equal((await run(['ingest', `${directory}/plain.png`, '--create-works', ...data])).code, 0)
  const { code, stdout } = await run(['get', '/iiif/image/3/plain/full/350,/0/default.jpg', ...data])
  t.equal(code, 0)
  t.match(await sharp(stdout).metadata(), { format: 'jpeg', width: 350, height: 150 })
})

import t from 'tap'
import { isAllowed, readHosts } from '../../../../src/import/iiif/remote/hosts.js'
import { isPublic, publicAddresses } from '../../../../src/import/iiif/remote/public-address.js'

t.test(
  'an entry allows one host over https, its subdomains only with a star, http and other ports only where it says so',
  async t => {
    const rules = readHosts('iiif.example.org, *.museum.example.org,http://old.example.org lab.example.org:8443')
    const allowed = [
      'https://iiif.example.org/m.json',
      'https://IIIF.example.org:443/m.json',
      'https://a.b.museum.example.org/',
      'http://old.example.org/',
      'https://lab.example.org:8443/',
    ]
    const others = [
      'http://iiif.example.org/',
      'https://iiif.example.org:8443/',
      'https://iiif.example.org.evil.example.com/',
      'https://eviliiif.example.org/',
      'https://museum.example.org/',
      'https://evilmuseum.example.org/',
      'https://old.example.org/',
      'https://lab.example.org/',
      'https://iiif.example.org@evil.example.com/',
    ]
    for (const address of allowed) t.equal(isAllowed(address, rules), true, address)
    for (const address of others) t.equal(isAllowed(address, rules), false, address)
    t.equal(isAllowed(allowed[0] ?? '', readHosts('')), false, 'none unless given')
  },
)

t.test('what is no host is misuse', async t => {
  for (const entry of ['*', 'https://', 'a/b', 'ftp://a.example.org', 'a.example.org/path', '*.'])
    t.throws(() => readHosts(entry), { code: 'misuse', message: /--iiif-hosts but received/ }, entry)
})

t.test('only addresses of the public internet are public', async t => {
  for (const address of [
    '93.184.215.14',
    '8.8.8.8',
    '172.15.0.1',
    '172.32.0.1',
    '100.63.0.1',
    '100.128.0.1',
    '2a00:1450:4007::1',
  ])
    t.equal(isPublic(address), true, address)
  const special = [
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.255',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.1',
    '192.0.2.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.19.255.255',
    '203.0.113.9',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::7f00:1',
    '64:ff9b::7f00:1',
    '100::1',
    'fc00::1',
    'fd12::1',
    'fe80::1',
    'fe80::1%lo',
    'fec0::1',
    'ff02::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '3fff::1',
    'example.org',
    '',
    '1.2.3',
  ]
  for (const address of special) t.equal(isPublic(address), false, address)
})

t.test('a name is refused where any of its addresses is not public, or none is found', async t => {
  const resolve = publicAddresses(async name => {
    if (name === 'lost.example.org') throw new Error('ENOTFOUND')
    return name === 'good.example.org'
      ? ['93.184.215.14', '2a00:1450:4007::1']
      : name === 'empty.example.org'
        ? []
        : ['93.184.215.14', '10.0.0.1']
  })
  t.strictSame(await resolve('good.example.org'), ['93.184.215.14', '2a00:1450:4007::1'])
  await t.rejects(resolve('mixed.example.org'), { message: /no host of the public internet/ })
  await t.rejects(resolve('empty.example.org'), { message: /no host of the public internet/ })
  await t.rejects(resolve('lost.example.org'), {
    code: 'refused',
    message: 'The host lost.example.org could not be found.',
  })
  t.strictSame(await resolve('8.8.8.8'), ['8.8.8.8'])
  await t.rejects(resolve('[fe80::1]'), { message: /no host of the public internet/ })
})

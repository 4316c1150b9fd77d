import { join } from 'node:path'
import t from 'tap'
import { decodedText, detectEncoding } from '../../../src/import/table/encoding.js'

const accents = 'identifiant,titre\n1,Œuvre brodée à Béthune\n'
const latin = Buffer.from([...accents].map(letter => (letter === 'Œ' ? 0x8c : (letter.codePointAt(0) ?? 0))))
const files: Readonly<Record<string, readonly [content: string | Buffer, encoding: string, mark: boolean]>> = {
  'plain.csv': [accents, 'utf-8', false],
  'marked.csv': [`\uFEFF${accents}`, 'utf-8', true],
  'wide.csv': [Buffer.from(`\uFEFF${accents}`, 'utf16le'), 'utf-16le', true],
  'latin.csv': [latin, 'windows-1252', false],
}

t.test('each encoding is found out, and its accents come out right', async t => {
  for (const [name, [content, encoding, byteOrderMark]] of Object.entries(files)) {
    const path = join(t.testdir({ [name]: content }), name)
    const detected = await detectEncoding(path)
    t.strictSame(detected, { encoding, byteOrderMark }, name)
    let text = ''
    for await (const piece of decodedText(path, detected.encoding)) text += piece
    t.equal(text, accents, name)
  }
})

t.test('a letter that lies across two pieces of the file is still one letter', async t => {
  const content = `${'a'.repeat(65_535)}é${'b'.repeat(65_535)}é`
  const path = join(t.testdir({ 'long.csv': content }), 'long.csv')
  t.equal((await detectEncoding(path)).encoding, 'utf-8')
  let text = ''
  for await (const piece of decodedText(path, 'utf-8')) text += piece
  t.equal(text, content)
})

t.test('what is no text is refused with a sentence', async t => {
  const directory = t.testdir({
    'sheet.xlsx': Buffer.from('PK\u0003\u0004 and so on'),
    'picture.csv': Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10]),
    'empty.csv': '',
    folder: {},
  })
  const save = 'save the sheet as CSV (UTF-8) first.'
  const refused: readonly (readonly [string, string, string])[] = [
    ['sheet.xlsx', 'refused', `Expected text but sheet.xlsx is not; ${save}`],
    ['picture.csv', 'refused', `Expected text but picture.csv is not; ${save}`],
    ['empty.csv', 'refused', 'Expected rows in empty.csv but it is empty.'],
    ['folder', 'refused', 'Expected a file but folder is not one.'],
    ['nowhere.csv', 'not-found', 'There is no file nowhere.csv.'],
  ]
  for (const [name, code, message] of refused) await t.rejects(detectEncoding(join(directory, name)), { code, message })
})

t.test('bytes that the named encoding does not have are refused', async t => {
  const path = join(t.testdir({ 'latin.csv': latin }), 'latin.csv')
  const read = async () => {
    for await (const _ of decodedText(path, 'utf-8'));
  }
  await t.rejects(read(), {
    code: 'refused',
    message: /^Expected utf-8 throughout latin.csv but it holds other bytes\./,
  })
})

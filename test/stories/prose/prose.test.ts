import t from 'tap'
import { proseHtml } from '../../../src/stories/prose/html.js'
import { parseProse } from '../../../src/stories/prose/parse.js'
import { prosePlain } from '../../../src/stories/prose/plain.js'
import { fc } from '../../seeded.js'

const html = (text: string): string => proseHtml(parseProse(text).prose)

t.test('paragraphs, emphasis, links, breaks and lists come out in the HTML of IIIF', async t => {
  t.equal(html('Le *ciel* est **bleu**.  \nEncore.'), '<p>Le <i>ciel</i> est <b>bleu</b>.<br>Encore.</p>')
  t.equal(html('Un\nseul\n\nDeux'), '<p>Un seul</p><p>Deux</p>')
  t.equal(html('[le musée](https://example.org/a)'), '<p><a href="https://example.org/a">le musée</a></p>')
  t.equal(html('- un\n- *deux*'), '<p>• un<br>• <i>deux</i></p>')
  t.equal(html('1. un\n2. deux'), '<p>1. un<br>2. deux</p>')
})

t.test('a link may have its address elsewhere in the text', async t => {
  t.equal(
    html('Voir [la notice][1] et [le musée].\n\n[1]: https://example.org/a\n[Le musée]: https://example.org/b'),
    '<p>Voir <a href="https://example.org/a">la notice</a> et <a href="https://example.org/b">le musée</a>.</p>',
  )
  const { prose, remarks } = parseProse('> [x][y] ![z][y]\n>\n> [y]: javascript:alert(1)\n> [y]: https://example.org/')
  t.equal(proseHtml(prose), '<p>x z</p>')
  t.match(remarks, [
    { line: 1, sentence: /no quotations set apart/ },
    { line: 1, sentence: /found "javascript:alert\(1\)"/ },
    { line: 1, sentence: /holds no pictures/ },
  ])
})

t.test('what is nested without end is shown as it is written, at once', async t => {
  for (const text of [
    '>'.repeat(19_990),
    '- '.repeat(9_990),
    '1) '.repeat(6_600),
    `${'*'.repeat(9_000)}a${'*'.repeat(9_000)}`,
    `${'![[]'.repeat(2_500)}a${'](b)'.repeat(2_500)}`,
  ]) {
    const { prose, remarks } = parseProse(`Un *mot*.\n\n${text}b`)
    t.equal(prosePlain(prose), `Un *mot*.\n\n${text}b`)
    t.match(remarks, [{ line: 3, sentence: /as it is written/ }])
  }
  t.equal(html(`a\n\n${'*'.repeat(60)}\n\n${'-'.repeat(60)}\n\n> - *b*`), '<p>a</p><p>• <i>b</i></p>')
})

t.test('HTML within is read as the same prose, whatever way it nests', async t => {
  t.equal(html('XVIII<sup>e</sup> siècle'), '<p>XVIII<sup>e</sup> siècle</p>')
  t.equal(html('<p>Un <em>deux</em></p><p>trois</p>'), '<p>Un <i>deux</i></p><p>trois</p>')
  t.equal(html('<b>a <i>b</b> c</i>'), '<p><b>a <i>b</i></b> c</p>')
  t.equal(html('<span lang="la">ora pro nobis</span>'), '<p><span lang="la">ora pro nobis</span></p>')
  t.equal(html('<ul><li>a</li><li>b</li></ul>'), '<p>• a<br>• b</p>')
  t.equal(
    html('<p>&Eacute;cole &#171;&nbsp;Bien &amp; cie &raquo; &nothing;</p>'),
    '<p>École «\u00a0Bien &#38; cie » &#38;nothing;</p>',
  )
})

t.test('what a text may not have leaves its words at most, and a remark with its line', async t => {
  const { prose, remarks } = parseProse('Bon.\n\n# Titre\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1))')
  t.equal(proseHtml(prose), '<p>Bon.</p><p>Titre</p><p>x</p>')
  t.strictSame(
    remarks.map(({ line }) => line),
    [3, 5, 7],
  )
  t.match(remarks[2]?.sentence, /http, https or mailto/)
  t.equal(html('<a href="javascript:alert(1)" onclick="x">y</a>'), '<p>y</p>')
  t.equal(html('<img src=x onerror=alert(1)>a'), '<p>a</p>')
})

t.test('no text whatever comes out with anything but the tags of IIIF, nested and closed', async () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('<b>', '</b>', '<i', '</i>', '<p>', '<script>', '"', "'", '<a href="', 'javascript:', '>', '\n\n'),
    fc.constantFrom(
      '<svg onload=',
      '<!--',
      '-->',
      '&lt;',
      '&#60;',
      '- ',
      '**',
      '_',
      '<span lang="',
      '</span>',
      '<br>',
      '`',
    ),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
      const out = html(pieces.join(''))
      const rest = out
        .replace(/<\/?(?:p|b|i|small|sup|sub|a|span)>|<br>/g, '')
        .replace(/<a href="(?:https?|mailto):[^"<>]*">|<span lang="[A-Za-z0-9-]+">/g, '')
      if (/[<>"']/.test(rest)) throw new Error(out)
      const open: string[] = []
      for (const [, close, name] of out.matchAll(/<(\/?)(\w+)/g)) {
        if (name === 'br') continue
        if (!close) open.push(name as string)
        else if (open.pop() !== name) throw new Error(out)
      }
      if (open.length > 0) throw new Error(out)
    }),
    { numRuns: 2000 },
  )
})

t.test('the plain words are those that a reader hears', async t => {
  t.equal(prosePlain(parseProse('Un *ciel*  \nbleu\n\n- a\n- b').prose), 'Un ciel\nbleu\n\n• a\n• b')
})

t.test('a footnote keeps its words', async t => {
  const { prose, remarks } = parseProse('Une note[^1].\n\n[^1]: Fin.')
  t.equal(prosePlain(prose), 'Une note[^1].\n\n[^1] Fin.')
  t.match(remarks, [{ line: 3 }])
})

t.test('what is shown as it is written, since it is no Markdown of ours, is told', async t => {
  const { remarks } = parseProse(
    '##Titre\n\nUne note[^1].\n\n|a|b|\n|-|-|\n|1|2|\n\n[mots][ailleurs]\n\nregion: 1,2,3,4\n\n> cité',
  )
  t.strictSame(
    remarks.map(({ line }) => line),
    [1, 3, 6, 9, 11, 13],
  )
  t.strictSame(parseProse('*n* ##3, la région : *ici*\n- a | b').remarks, [])
})

t.test('a list within a list is lines of its item, and the outer one goes on', async t => {
  t.equal(
    html('1. un\n2. deux\n   - a\n   - *b*\n3. trois\n\nFin.'),
    '<p>1. un<br>2. deux<br>– a<br>– <i>b</i><br>3. trois</p><p>Fin.</p>',
  )
  t.equal(html('<ul><li>a<ol><li>b</ol><li>c</ul>d'), '<p>• a<br>– b<br>• c</p><p>d</p>')
})

import { join } from 'node:path'
import t, { type Test } from 'tap'
import { importFile } from '../../../src/import/import-file.js'
import { findingHeader, findingRow } from '../../../src/import/joconde/lint/report-csv.js'
import { lintPage } from '../../../src/import/joconde/lint/report-html.js'
import { lintText } from '../../../src/import/joconde/lint/report-text.js'
import { type Finding, type RuleId, reportLanguages, rules } from '../../../src/import/joconde/lint/rules.js'
import { casesKept, noticesKept } from '../../../src/import/joconde/lint/summary.js'
import { imageOf } from '../../contract/catalogue.js'
import { needs, shared } from '../../shared.js'
import { emptyCatalogue } from '../catalogue.js'
import { pop } from './real.js'
import { flawless, labelled } from './samples.js'

const today = new Date('2026-05-01T12:00:00Z')
type Catalogue = ReturnType<typeof emptyCatalogue>

async function check(t: Test, content: string, catalogue: Catalogue = emptyCatalogue(t)) {
  await catalogue.writer.putMuseums([
    { id: 'M0162', name: { fr: ['Musée Rolin'] } },
    { id: 'M0161', name: {} },
  ])
  const findings: Finding[] = []
  const path = join(t.testdir({ 'notices.txt': content }), 'notices.txt')
  const imported = await importFile({ path, format: 'joconde', today }, catalogue, {
    preview: true,
    onFindings: found => findings.push(...found),
  })
  if (!imported.lint) throw new Error('Notices of Joconde are always linted.')
  return { imported, findings, lint: imported.lint }
}

const without = (...codes: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(flawless).filter(([code]) => !codes.includes(code)))

/** For each rule a notice that breaks it and no other, with the value found fault with and the one proposed. */
const broken: Partial<
  Record<RuleId, readonly [Readonly<Record<string, string>>, value?: string, suggestion?: string]>
> = {
  'mandatory-missing': [without('STAT')],
  'reference-missing': [without('REF')],
  'reference-not-first': [{ TITR: 'Vénus', ...without('TITR') }],
  'museum-malformed': [{ ...flawless, MUSEO: '0162' }, '0162', 'M0162'],
  'museum-unknown': [{ ...flawless, REF: 'M5027000123', MUSEO: 'M5027' }, 'M5027'],
  'reference-short': [{ ...flawless, REF: '162000123', MUSEO: 'M0162', X: '' }, '162000123', '00162000123'],
  'reference-of-other-museum': [{ ...flawless, MUSEO: 'M0161' }, 'M0162000123, M0161'],
  'forbidden-characters': [{ ...flawless, DESC: 'a\tb' }, 'a\tb'],
  'wrong-encoding': [{ ...flawless, DESC: 'VerriÃ¨re' }, 'VerriÃ¨re', 'Verrière'],
  'name-missing': [without('DENO', 'TITR')],
  'minimum-missing': [without('DIMS')],
  'anonymous-misspelt': [{ ...flawless, AUTR: 'anonymesss (céramiste)' }, 'anonymesss', 'anonyme'],
  'domain-misspelt': [{ ...flawless, DOMN: 'sculpture ; céramqiue' }, 'céramqiue', 'céramique'],
  'date-unread': [{ ...flawless, MILL: 'jadis' }, 'jadis'],
  'date-in-future': [{ ...flawless, DACQ: '2066' }, '2066'],
  'dates-disagree': [{ ...flawless, MILL: '1830' }, '1830 / 2e quart 17e siècle'],
  'period-missing': [without('PERI'), '1630 : vers', '2e quart 17e siècle'],
  'measure-unread': [{ ...flawless, DIMS: 'H. 12 ; l. 8 ; taille 9' }, 'taille 9'],
  'measure-empty': [{ ...flawless, DIMS: 'H. 12 ; l. 8 ; Epaisseur en cm' }, 'Epaisseur en cm'],
  'measure-ambiguous': [{ ...flawless, DIMS: 'L. 12 ; l. 8' }, 'L. 12 ; l. 8'],
  'maker-dates-form': [{ ...flawless, AUTR: 'Poussin Nicolas (1594-1665)' }, 'Poussin Nicolas (1594-1665)'],
  'gender-unlisted': [{ ...flawless, NSDA: 'homme' }, 'homme'],
  'separator-form': [{ ...flawless, ECOL: 'France ; Alsace;incertain' }, 'France ; Alsace;incertain'],
  'address-invalid': [{ ...flawless, WWW: 'htp://a.fr' }, 'htp://a.fr'],
  'image-name-invalid': [{ ...flawless, REFIM: 'venus' }, 'venus'],
  'image-separator-form': [{ ...flawless, REFIM: 'a.jpg ; b.jpg' }, 'a.jpg ; b.jpg'],
  'credit-missing': [without('PHOT')],
  'public-domain-disagrees': [{ ...flawless, LOCA3: '1735' }, '1735', '1736'],
  'missing-word': [{ ...flawless, LOCA: 'Autun ; musée Rolin ; disparu' }, 'disparu', 'manquant'],
}

t.test('a notice that follows the rules is found no fault with', async t => {
  const { lint, findings } = await check(t, labelled(flawless))
  t.strictSame(findings, [])
  t.strictSame(lint.totals, { error: 0, warning: 0, suggestion: 0 })
})

t.test('each rule finds what breaks it, and nothing else does', async t => {
  for (const [rule, [{ X: _, ...notice }, value, suggestion]] of Object.entries(broken)) {
    const { findings } = await check(t, labelled(notice))
    const mine = findings.filter(found => found.rule === rule)
    t.equal(mine.length, 1, rule)
    if (value !== undefined) t.equal(mine[0]?.value, value, rule)
    if (suggestion !== undefined) t.equal(mine[0]?.suggestion, suggestion, rule)
    const others = findings.filter(found => found.rule !== rule).map(found => found.rule)
    // A short reference is also of another museum: its zeros stand before the code
    t.strictSame(
      others.filter(other => other !== 'reference-of-other-museum'),
      [],
      rule,
    )
  }
})

t.test('rules of whole files and of pictures', async t => {
  const { findings } = await check(t, 'reference;domaine;titre\n00000000001;peinture,dessin;Vénus\n')
  t.strictSame(
    findings.filter(({ id }) => id === undefined).map(({ rule, field }) => [rule, field]),
    [
      ['mandatory-column-missing', 'INV'],
      ['mandatory-column-missing', 'STAT'],
      ['mandatory-column-missing', 'MUSEO'],
      ['commas-for-semicolons', undefined],
      ['minimum-column-missing', 'TECH'],
      ['minimum-column-missing', 'DIMS'],
      ['minimum-column-missing', 'DACQ'],
    ],
  )
  t.match((await check(t, labelled(flawless).replace(/\/\/\r\n$/, ''))).findings, [{ rule: 'unterminated' }])

  const catalogue = emptyCatalogue(t)
  await catalogue.writer.putWorks([{ id: flawless.REF }])
  const place = { work: flawless.REF, view: '1', position: 1, layer: 'visible' } as const
  await catalogue.writer.putImage({ ...imageOf('small'), width: 639, height: 480 }, place)
  t.match((await check(t, labelled(flawless), catalogue)).findings, [{ rule: 'image-too-small', value: '639 × 480' }])
})

t.test('every rule is tried here, and speaks both languages', async t => {
  const elsewhere = [
    'mandatory-column-missing',
    'minimum-column-missing',
    'commas-for-semicolons',
    'unterminated',
    'image-too-small',
  ]
  const inImports = ['reference-twice', 'row-overlong']
  for (const [id, { says, mend }] of Object.entries(rules)) {
    t.ok(id in broken || elsewhere.includes(id) || inImports.includes(id), id)
    for (const language of reportLanguages) t.ok(says[language] && mend[language].endsWith('.'), `${id} in ${language}`)
  }
})

t.test('the files of POP are found valid, to be warned of and invalid, as they are named', needs(pop), async t => {
  const totals = async (name: string) => {
    const path = join(shared(pop) ?? '', name)
    const { lint } = await importFile({ path, format: 'joconde', today }, emptyCatalogue(t), { preview: true })
    return lint?.totals
  }
  t.match(await totals('joconde-valid-UTF-8.txt'), { error: 0, warning: 0 })
  t.match(await totals('joconde-valid-UTF-8-warnings.txt'), { error: 0, warning: 3 })
  t.match(await totals('joconde-invalid-UTF-8.txt'), { error: 4 })
})

t.test('the report for the terminal is in full for a dry run and short for an import', async t => {
  const { imported, lint } = await check(t, labelled({ ...flawless, DACQ: '2066', AUTR: 'anonymesss' }))
  const options = { file: 'notices.txt', language: 'fr', dryRun: true } as const
  const full = lintText(imported, lint, options).replaceAll('\u00a0', ' ')
  t.match(
    full,
    'Contrôle des notices Joconde : notices.txt\n  Format reconnu : ajout piloté, utf-8\n  1 notice : 1 à créer\n',
  )
  t.match(full, '  Date d’acquisition (DACQ) — La date est dans l’avenir : 1\n    Pour corriger : Vérifiez')
  t.match(full, '    - ligne 1, M0162000123 : « anonymesss » → lu ou proposé « anonyme »\n')
  const short = lintText(imported, lint, { ...options, language: 'en', dryRun: false })
  t.match(short, '  Date of acquisition (DACQ) — The date lies in the future: 1\n')
  t.notMatch(short, 'M0162000123')
})

t.test('values of a file cannot steer the terminal, run in a spreadsheet or become markup', async t => {
  const { imported, lint, findings } = await check(t, labelled({ ...flawless, NSDA: '=1+1 <b>\u001b[31m</b>' }))
  t.notMatch(lintText(imported, lint, { file: 'a\u001b', language: 'fr', dryRun: true }), /[^\P{Cc}\n]/u)
  const row = findings.map(finding => findingRow(finding, 'fr')).join('')
  t.match(row, `;NSDA;Genre de l’auteur;Le genre de l’auteur n’est pas dans la liste;'=1+1 <b>`)
  t.equal(findingHeader('en').split(';').length, row.split(';').length)
  const page = lintPage(imported, lint, { file: '<i>', language: 'fr', dryRun: true, made: today })
  t.notMatch(page, '<b>\u001b')
  t.match(page, '=1+1 &lt;b&gt;')
  t.match(page, '<p class="file">&lt;i&gt;</p>')
})

t.test('the page stands by itself, says its language, and lists what to correct by rule and by notice', async t => {
  const { imported, lint } = await check(t, labelled({ ...flawless, DACQ: '2066' }))
  for (const language of reportLanguages) {
    const page = lintPage(imported, lint, { file: 'a.txt', language, dryRun: true, made: today })
    t.match(page, `<html lang="${language}">`)
    t.notMatch(page, /<(?:script|link|img)|url\(|https?:/)
    t.match(page, /<section id="warning"[\s\S]*<section id="notices">/)
    t.match(page, '<th scope="row">M0162000123</th><td>2015.2.3</td><td>Vénus : titre factice</td>')
  }
})

t.test('thousands of findings are counted in bounded space', async t => {
  const many = Array.from({ length: 700 }, (_, index) => ({
    ...flawless,
    REF: `M016200${1000 + index}`,
    NSDA: `x${index}`,
    DACQ: '2066',
  }))
  const { lint } = await check(t, labelled(...many))
  t.strictSame(lint.totals, { error: 0, warning: 700, suggestion: 700 })
  t.strictSame(lint.notices, { error: 0, warning: 700, suggestion: 700 })
  t.ok(lint.groups.every(({ cases }) => cases.length <= casesKept))
  t.match(lint.groups.find(({ rule }) => rule === 'date-in-future')?.cases, [{ value: '2066', times: 700 }])
  t.equal(lint.faulty.length, noticesKept)
  t.equal(lint.faultyTotal, 700)
})

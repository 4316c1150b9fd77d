import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { openPictured } from '../stories/pictured.js'
import { analysis, exhibition, underdrawing } from '../stories/samples.js'
import { check, copyOf, tamper } from './collection.js'

const { data: sound, services } = await openPictured(t)
// An earlier revision that stays addressable
await services.storyWriter.save({ ...underdrawing, title: { fr: 'Sous la couleur', en: 'Beneath the colour' } })
await services.storyWriter.publish('analysis', underdrawing.slug)

t.test('stories are proven in every form, with the pictures drawn for them, and told viewer by viewer', async t => {
  const { code, report, stderr } = await check(sound, '--quick')
  t.equal(code, 0, `${report}${stderr}`)
  t.match(report, / 3 published analyses and exhibitions\n/)
  // 10 works, as each picture made one; the stories in each of their languages, in versions 3 and 2, and for exhibition viewers; and an earlier revision
  const forms = [analysis, underdrawing, exhibition].reduce((sum, { languages }) => sum + 3 * languages.length, 0)
  t.match(report, ` ${2 * 10 + forms + 2} manifests\n`)
  t.match(report, '\nWHAT READERS SEE\n')
  t.match(report, `\n  exhibition ${exhibition.slug} “`)
  t.match(report, 'analysis sous-la-carillonneuse “Beneath the colour”', 'the newest that is published')
  t.match(report, /\n {4}Mirador [\d.–]+, TIFY .*\n {6}~ The details \(2\): A detail without marks is shown large/)
  t.match(report, /\n {4}Storiiies [\d.]+\n(?: {6}.*\n)* {6}✗ The marks \(2\): No marks/)
  t.notMatch(report, '✓')
  t.match(report, /\n\nAll is well\.\n$/)
})

t.test('reports that are kept have the whole table, and no error for it', async t => {
  const data = await copyOf(t, sound)
  const [page, table] = [join(data, 'report.html'), join(data, 'report.csv')]
  t.match(await check(data, '--quick', '--language', 'fr', '--report', page), { code: 0 })
  const html = await readFile(page, 'utf8')
  t.match(html, /<h2>Ce que voient les lecteurs<\/h2>/)
  t.match(html, /<th scope="row">Beffroi<\/th><td>Les textes<\/td><td>3<\/td><td>✓ oui<\/td>/)
  t.equal(html.match(/<article>/g)?.length, 3)
  await check(data, '--quick', '--report', table)
  const rows = (await readFile(table, 'utf8')).split('\r\n')
  const row = rows.find(each => each.includes(analysis.slug) && /Storiiies/.test(each) && /The marks/.test(each))
  t.match(row, /^reading;truth-no;;[^;]+;analysis [^;]+;no: No marks[^;]*;;The marks \(2\);Storiiies [\d.]+$/)
})

t.test('what a story shows and its works no longer have is told to curators, with the place on its page', async t => {
  const data = await copyOf(t, sound)
  tamper(
    data,
    `UPDATE images SET record = json_set(record, '$.width', 3000, '$.height', 1000) WHERE id = 'demo-1';
     UPDATE layers SET image = 'demo-3' WHERE image = 'demo-3-infrared';
     DELETE FROM layers WHERE work = 'DEMO-0003' AND kind = 'infrared';
     UPDATE works SET published = 0 WHERE id = 'DEMO-0002';
     UPDATE stories SET published = NULL, published_at = NULL WHERE slug = '${analysis.slug}'`,
  )
  const { code, report } = await check(data, '--quick')
  t.equal(code, 1)
  t.match(
    report,
    /work DEMO-0003 “Œuvre DEMO-0003”, analysis sous-la-carillonneuse: This view of .* has no layer infrared/,
  )
  t.match(report, /exhibitions\/[a-z-]+#[a-z-]+\)/, 'the place is that of the page')
  t.match(report, /A story shows a work that is not published; its readers are told so\./)
  t.match(report, /gave way to one of other proportions[\s\S]*work DEMO-0001 “Œuvre DEMO-0001”/)
  t.match(report, /invites to an analysis that is not published[\s\S]*une-kermesse/)
})

t.test('a published revision that is no JSON is named, and the other stories are told all the same', async t => {
  const data = await copyOf(t, sound)
  tamper(data, `UPDATE story_revisions SET story = '{' WHERE slug = '${exhibition.slug}'`)
  const { code, report } = await check(data, '--quick')
  t.equal(code, 1)
  t.match(report, `- exhibition ${exhibition.slug}: revision 1 is no JSON`)
  t.match(report, `analysis ${analysis.slug} “`)
})

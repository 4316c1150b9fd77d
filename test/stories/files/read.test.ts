import t from 'tap'
import { checkStory } from '../../../src/stories/files/check.js'
import { readStoryFiles } from '../../../src/stories/files/read.js'
import { fc } from '../../seeded.js'

const size = { width: 12000, height: 9000 }

/** Reads a story from its files, `fr` first. */
function read(texts: Readonly<Record<string, string>>, work?: string) {
  const [file, ...files] = Object.entries(texts).map(([language, text]) => ({ name: `${language}.md`, language, text }))
  if (!file) throw new Error('No file was given.')
  const draft = readStoryFiles({ slug: 'a-story', files: [file, ...files], ...(work !== undefined && { work }) })
  return checkStory(draft, () => size)
}

function said(texts: string | Readonly<Record<string, string>>): readonly string[] {
  const checked = read(typeof texts === 'string' ? { fr: texts } : texts)
  return ('mistakes' in checked ? checked.mistakes : checked.remarks).map(
    ({ file, line, sentence }) => `${file}:${line}: ${sentence}`,
  )
}

const front = '---\nkind: analysis\nwork: W\n---\n\n# Titre\n\n'
const step = (data: string): string => `${front}## Un {#un}\n\n\`\`\`yaml\n${data}\n\`\`\`\n`

t.test('what a curator types by hand is understood', async t => {
  const text = `${front}À lire d’abord.

## La tour
\`\`\` yaml
region: [100, 200, 3000, 2000]
marks:
  - arrow: 10,20  30,40
    label: Le regard
  - ellipse: 50, 60, 7, 8
  - ellipse: 50, 60, 7, 8
\`\`\`
Elle est haute.

## La tour

~~~yaml
region: 1,2,3,4
picture: 12000×9000
~~~
`
  const en = '# Title\n\n## The tower\n\n## The same {#la-tour-2}\n'
  const checked = read({ fr: text.replaceAll('\n', '\r\n'), en: en.replace(' {#la-tour-2}', '') })
  t.strictSame('story' in checked && checked.story, {
    kind: 'analysis',
    slug: 'a-story',
    work: 'W',
    languages: ['fr', 'en'],
    title: { fr: 'Titre', en: 'Title' },
    summary: { fr: 'À lire d’abord.' },
    steps: [
      {
        id: 'la-tour',
        title: { fr: 'La tour', en: 'The tower' },
        text: { fr: 'Elle est haute.' },
        region: { x: 100, y: 200, width: 3000, height: 2000 },
        picture: size,
        marks: [
          {
            id: 'le-regard',
            kind: 'arrow',
            points: [
              { x: 10, y: 20 },
              { x: 30, y: 40 },
            ],
            label: { fr: 'Le regard' },
          },
          { id: 'ellipse-1', kind: 'ellipse', center: { x: 50, y: 60 }, radiusX: 7, radiusY: 8 },
          { id: 'ellipse-2', kind: 'ellipse', center: { x: 50, y: 60 }, radiusX: 7, radiusY: 8 },
        ],
      },
      {
        id: 'la-tour-2',
        title: { fr: 'La tour', en: 'The same' },
        region: { x: 1, y: 2, width: 3, height: 4 },
        picture: size,
      },
    ],
  })
})

t.test('each mistake is told with its file and line, and what was meant', async t => {
  t.strictSame(said(step('alternative-text: x')), [
    'fr.md:11: The field "alternative-text" is not known here; did you mean "alternativeText"?',
  ])
  t.strictSame(said(step('region: pct:10,10,20,20')), [
    'fr.md:11: Expected 100,200,3000,2000 (left, top, width and height in px) for "region" but found "pct:10,10,20,20".',
  ])
  t.strictSame(said(step('view: 1\nview: 2')), ['fr.md:12: The field "view" is given twice; the first is on line 11.'])
  t.strictSame(said(step('region: 11000,0,2000,100')), [
    'fr.md:11: steps 1, region: Expected a region within the picture of 12000 × 9000 px but it ends at 13000, 100.',
  ])
  t.strictSame(said(step('marks:\n  - star: 1,2')), [
    'fr.md:12: Expected a mark to be one of line, arrow, polygon, ellipse, grid but found star.',
  ])
  t.match(said(step('layer: infra')), [
    /^fr\.md:11: steps 1, layer: Expected one of visible, infrared,.* found "infra"/,
  ])
  t.match(said(`${front}### Un\n`), [/^fr\.md:8: The steps of an analysis begin with "##"/])
  t.match(said('---\nkind: exhibtion\n---\n# x\n'), [/^fr\.md:2: Expected one of analysis, exhibition .* "exhibtion"/])
  t.match(said('---\nkind: analysis\n'), [/^fr\.md:1: Expected a second line "---"/])
  t.match(said(`${front}## Un\n\n\`\`\`yaml\nview: 1\n`), [/^fr\.md:10: Expected a line "```" where these data end/])
  const exhibition = '---\nkind: exhibition\n---\n\n# x\n\n## Salle\n\n### Un tableau\n\n```yaml\n'
  t.strictSame(said(`${exhibition}kind: work\nwork: W\n\`\`\`\n`), [
    'fr.md:9: A block of kind "work" has no title of its own; write "### {#un-tableau}", without words.',
  ])
  t.match(said(`${exhibition}work: W\n\`\`\`\n`), [
    /^fr\.md:9: Expected the "kind" of this block to be one of work, detail/,
  ])
  t.match(said('---\nstatus: public\nwork: W\n---\n# x\n\nUn.\n'), [/^fr\.md:2: Expected one of published, draft/])
})

t.test('files of further languages hold texts alone, each where the first file has its place', async t => {
  const fr = step('view: 1\nmarks:\n  - line: 1,2 3,4\n    id: axe')
  const en = (text: string) => said({ fr, en: text })
  t.match(en('## One {#un}\n\n```yaml\nview: 1\n```\n'), [
    'en.md:4: Only texts stand in this file; "view" is said once, in fr.md.',
  ])
  t.match(en('## One {#uno}\n'), ['en.md:1: There is no part "uno" in fr.md; there are un.'])
  t.match(en('## One\n\n## Two\n'), [
    /^en\.md:1: Expected at the end of this heading which part of fr\.md it is/,
    /en\.md:3/,
  ])
  t.match(en('## One {#un}\n\n```yaml\nmarks:\n  - id: axis\n    label: Axis\n```\n'), [
    'en.md:5: There is no mark "axis" here; there are axe.',
  ])
  t.match(en('---\nkind: analysis\n---\n'), ['en.md:2: The story begins in fr.md; leave "kind" out here.'])
})

t.test('nothing of YAML but values is taken', async t => {
  t.match(said(step('view: &a 1')), [/^fr\.md:11: Anchors such as "&a" are not taken/])
  t.match(said(step('view: *a')), [/^fr\.md:11: /])
  t.match(said(step('view: !!binary aGk=')), [/^fr\.md:11: Tags such as ".*binary" are not taken/])
  t.match(said(step('<<: {view: 1}')), [/^fr\.md:11: The field "<<" is not known here/])
  t.match(said(step('__proto__: {view: 1}')), [/^fr\.md:11: The field "__proto__" is not known here/])
  t.match(said(step('marks:\n\t- line: 1,2 3,4')), [
    /^fr\.md:1[12]: Expected spaces at the beginning of the line but found a tab/,
  ])
  const laughs = Array.from({ length: 9 }, (_, index) => `l${index}: &l${index} [${`*l${index - 1},`.repeat(9)}]`)
  t.ok(said(step(laughs.join('\n'))).length > 0)
  t.match(said(step(`view: ${'['.repeat(30)}${']'.repeat(30)}`)), [/^fr\.md:11: Expected data nested at most 20 deep/])
})

t.test('whatever somebody writes, it is a story or a list of mistakes', async () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      '---',
      '# T',
      '## S {#s}',
      '### B',
      '```yaml',
      '```',
      'kind: exhibition',
      'work: W',
      'marks: [{line: 1,2}]',
    ),
    fc.constantFrom(
      '  - id: x',
      'region: 1,2,3,4',
      'counterpart: {caption: x}',
      'sides: [[]]',
      '? [a]',
      'credits: {role: []}',
    ),
  )
  const file = fc.array(line, { maxLength: 25 }).map(lines => lines.join('\n'))
  fc.assert(
    fc.property(file, file, (fr, en) => {
      read({ fr, en }, 'W')
    }),
    { numRuns: 500 },
  )
})

t.test('headings may be underlined instead, as Markdown has it', async t => {
  const checked = read({
    fr: '---\nwork: W\n---\n\nLa licorne\n==========\n\nUn résumé.\n\nLes fleurs {#fleurs}\n----------\n\n```yaml\nregion: 1,2,3,4\n```\n\n- un\n---\n\nFin.\n',
  })
  t.match('story' in checked && checked.story, {
    title: { fr: 'La licorne' },
    summary: { fr: 'Un résumé.' },
    steps: [{ id: 'fleurs', title: { fr: 'Les fleurs' }, region: { x: 1 }, text: { fr: '- un\n---\n\nFin.' } }],
  })
})

t.test('slips that YAML does not forgive are told by what to write, one at a time', async t => {
  const quoted = 'Put the words of this field between quotation marks that they do not hold themselves'
  for (const [line, sentence] of [
    ['subtitle: Bruges : la morte', 'Words that hold a colon stand between quotation marks'],
    ['subtitle: "Le "grand" jour"', quoted],
    ["subtitle: 'L'été'", quoted],
    ['subtitle: *La Fête* au village', quoted],
    ['subtitle: @tous', quoted],
  ] as const) {
    const remarks = said(front.replace('work: W', `work: W\n${line}`).concat('## Un\n\nTexte\n'))
    t.equal(remarks.length, 1, line)
    t.match(remarks[0], `fr.md:4: ${sentence}`)
  }
  t.match(said('---\nwork:W\n---\n# A\n\nB'), [/^fr\.md:2: .*with a space after the colon/])
})

t.test('no-break spaces around the names of fields are spaces', async t => {
  const checked = read({ fr: '---\nwork\u00a0:\u00a0W\nsubtitle:\u00a0Ah\u00a0!\n---\n# A\n\nB' })
  t.match('story' in checked && checked.story, { work: 'W', subtitle: { fr: 'Ah\u00a0!' } })
})

t.test('what a story lacks is told by what to write; mistakes follow each other by lines', async t => {
  t.match(said('---\nkind: exhibition\n---\n'), [
    /title of the story: write a line "# …"/,
    /section: write a heading "## …"/,
  ])
  t.match(said('---\nkind: exhibition\n---\n# A\n\n## B\n\n### C {#c}\n'), [
    /^fr\.md:8: Expected a text below this heading/,
  ])
  t.match(said('---\nkind: exhibition\n---\n# A\n\n## B\n\n###\n\n```yaml\nkind: work\n```\n'), [
    /^fr\.md:8: Expected a line "work: …" among these data\.$/,
  ])
  t.match(
    said(`${step('regoin: 1,2,3,4')}\n\n## Deux\n\ntexte`.replace('kind: analysis', 'kind: analysis\nstatus: publié')),
    [/^fr\.md:3: /, /^fr\.md:\d+: The field "regoin"/],
  )
})

t.test('marks of emphasis in a title are told, since titles are plain', async t => {
  t.match(said(`${front}## La *Fête*\n\nUne *fête*.\n\n## 1. XVIII<sup>e</sup>\n\n## 1914. La guerre`), [
    /^fr\.md:8: Only summaries and texts have emphasis/,
  ])
})

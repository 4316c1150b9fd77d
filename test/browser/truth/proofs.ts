import type { Aspect } from '../../../src/presentation/stories/truth/aspects.js'
import type { Rule } from '../../../src/presentation/stories/truth/common.js'
import type { Reader } from './reader.js'
import { lookAt, lookUntil, mostSeen } from './sight.js'
import { type Expected, spaced, type Told } from './told.js'
import type { Found } from './walk.js'

export type Verdict = Rule['sees']

/** Of all that a story asks for, how much is seen. */
export const judged = (seen: readonly boolean[]): Verdict =>
  seen.every(Boolean) ? 'yes' : seen.some(Boolean) ? 'partly' : 'no'

type Read = Readonly<{ reader: Reader; told: readonly Told[]; found: readonly Found[] }>
type Proof = (read: Read) => Verdict | Promise<Verdict>

/** What a reader of a viewer of manifests really sees of each aspect of a story. */
export const proofs: Readonly<Record<Aspect, Proof>> = {
  /** A text is read beside a picture, or is the picture. */
  text: ({ told, found }) =>
    judged(
      told
        .filter(each => each.text !== undefined)
        .map(each =>
          [...found].some(
            view =>
              (view.told === each || view === found[0]) &&
              (view.text.includes(each.text ?? '') || (view.expected.pictures.length === 0 && view.isRight)),
          ),
        ),
    ),

  /** Views follow one another as the story does, and no more and no less of them. */
  async order({ reader, told, found }) {
    const isWhole = (await reader.count()) === told.flatMap(({ views }) => views).length
    return judged(found.map(view => isWhole && view.isRight && isNamed(view)))
  },

  async contents({ reader, told }) {
    const entries = (await reader.contents()).map(spaced)
    const all = told.flatMap(each => each.views)
    const named = told.filter(each => each.title !== undefined && each.views.length > 0)
    const verdicts: boolean[] = []
    for (const { title = '', views, isSection } of named) {
      const entry = entries.indexOf(spaced(title))
      if (entry >= 0 && !isSection) await reader.follow(entry)
      const first = 1 + all.indexOf(views[0] as Expected)
      verdicts.push(entry >= 0 && (isSection === true || (await comesTo(reader, first))))
    }
    return judged(verdicts)
  },

  /** Wholly where the viewer goes to a region; partly where a detail has a view of its own. */
  async regions({ reader, told, found }) {
    const asked = told.filter(({ region }) => region)
    const [first] = asked
    if (first && (await goesThere(reader, first))) return 'yes'
    const own = found.filter(({ told: each, expected }) => each.region && expected.region && !expected.other)
    return own.length > 0 && own.every(({ isRight }) => isRight) ? 'partly' : 'no'
  },

  /** The marks are seen, and where what can be chosen was tried, the picture without them. */
  marks({ found }) {
    const marked = found.filter(({ expected }) => expected.marks)
    const tried = marked.filter(({ choices }) => choices.length > 0)
    const isBare = tried.some(view => view.withoutMarks && !view.withoutMarks.marks)
    return judged(marked.map(view => view.isRight && isBare && !view.withoutMarks?.marks))
  },

  layers: ({ found }) =>
    judged(
      found
        .filter(({ told, expected }) => told.layer && expected.beside)
        .map(view => view.isRight && view.beside !== undefined && mostSeen(view.beside) === view.expected.beside),
    ),

  /** The other work is seen, and named with its museum. */
  others: ({ found }) =>
    judged(
      found
        .filter(({ expected }) => expected.other)
        .map(view => view.isRight && (view.expected.pictures.length > 1 || /Musée/.test(view.text))),
    ),

  /** Wholly where every language is read; partly where one is. */
  languages({ told, found }) {
    const text = found.map(view => view.text).join(' ')
    const languages = [...new Set(told.flatMap(({ tongues }) => Object.keys(tongues)))]
    const seen = languages.map(language =>
      told.some(({ tongues }) => text.includes(tongues[language]?.slice(0, 60) ?? '\n')),
    )
    return judged(seen)
  },
}

/** A view has the title that curators gave it, but where several make one point: those have their own, after a step's number. */
function isNamed({ told: { title, views }, label }: Found): boolean {
  if (title === undefined || label.includes(spaced(title))) return true
  const number = title.match(/^\d+\/\d+ /)?.[0] ?? ''
  return views.length > 1 && label.startsWith(number)
}

async function comesTo(reader: Reader, view: number): Promise<boolean> {
  for (let frame = 0; frame < 120; frame += 1) {
    if ((await reader.at()) === view) return true
    await reader.page.evaluate(() => new Promise(requestAnimationFrame))
  }
  return false
}

/** Whether choosing what is said of a region, or its entry in the table of contents, makes the region fill the stage. */
async function goesThere(reader: Reader, { title = '', text = '' }: Told): Promise<boolean> {
  const { page, stage } = reader
  const entries = (await reader.contents()).map(spaced)
  const look = () => lookAt(page, stage)
  await reader.follow(entries.indexOf('Introduction'))
  const before = await lookUntil(page, look, seen => mostSeen(seen) !== undefined, 60)
  const picture = mostSeen(before)
  if (picture === undefined || !(await reader.goToComment(text.slice(0, 30) || title))) return false
  const after = await lookUntil(
    page,
    look,
    seen => (seen[picture]?.share ?? 0) > 1.2 * (before[picture]?.share ?? 1),
    60,
  )
  return (after[picture]?.share ?? 0) > 1.2 * (before[picture]?.share ?? 1)
}

import type { LanguageMap } from '../../catalogue/model.js'
import type { RemarkKind } from '../remarks.js'
import type { Reading, TransformName } from './transforms.js'

/** A value of the source, read, with where it stands. */
export type Value = Readonly<{
  text: string
  reading: Reading
  line: number
  column: string
  /** In which role the source names somebody, where its mapping says where that stands. */
  role?: Readonly<{ text: string; language: string }>
}>

/** A value that could not be shown as it is, and why. */
export type Objection = Readonly<{ kind: RemarkKind; value: Value }>

/** A record with some values put into one field, and what there is to say of them. */
export type Applied<Draft> = Readonly<{ draft: Draft; objections: readonly Objection[] }>

/** Puts the distinct values of one field, never empty, into a record. */
export type Apply<Draft> = (draft: Draft, values: readonly Value[], language: string) => Applied<Draft>

/** A field that a mapping can name: whether it is written `field@language`, what it is, how it is read and filled. */
export type Field<Draft> = Readonly<{
  language: boolean
  about: string
  /** How its values are read where the mapping does not say. */
  transform?: TransformName
  /** Its values are ids of works, spelt as those of the file are. */
  ids?: true
  apply: Apply<Draft>
}>

type Put<Draft, Content> = (draft: Draft, content: Content, language: string) => Draft

/** All values that have words. */
export const every =
  <Draft>(put: Put<Draft, readonly string[]>): Apply<Draft> =>
  (draft, values, language) => {
    const words = [...new Set(values.flatMap(({ reading }) => reading.words ?? []))]
    return { draft: words.length > 0 ? put(draft, words, language) : draft, objections: remarked(values) }
  }

/** The first value that has words; further ones are objected to. */
export const first =
  <Draft>(put: Put<Draft, Reading & { words: string }>): Apply<Draft> =>
  (draft, values, language) => {
    const [shown, ...further] = values.filter(({ reading }) => reading.words !== undefined)
    if (shown?.reading.words === undefined) return { draft, objections: remarked(values) }
    return {
      draft: put(draft, { ...shown.reading, words: shown.reading.words }, language),
      objections: [...remarked(values), ...further.map(value => ({ kind: 'several-values' as const, value }))],
    }
  }

/** The one value that `read` understands; where it understands none, or several that differ, none is taken. */
export const agreed =
  <Draft, Content>(
    read: (text: string) => Content | undefined,
    put: Put<Draft, Content>,
    kinds: Readonly<{ unread: RemarkKind; differ: RemarkKind }>,
  ): Apply<Draft> =>
  (draft, values, language) => {
    const contents = new Set<Content>()
    const objections: Objection[] = []
    for (const value of values) {
      const content = read(value.text)
      if (content === undefined) objections.push({ kind: kinds.unread, value })
      else contents.add(content)
    }
    const [content] = contents
    if (contents.size > 1 && values[0]) objections.push({ kind: kinds.differ, value: values[0] })
    const taken = content !== undefined && contents.size === 1
    return { draft: taken ? put(draft, content, language) : draft, objections }
  }

const remarked = (values: readonly Value[]): readonly Objection[] =>
  values.flatMap(value => (value.reading.remark ? [{ kind: value.reading.remark, value }] : []))

/** A language map with texts added in one language. */
export const withTexts = (
  map: LanguageMap | undefined,
  language: string,
  texts: readonly string[],
): Record<string, readonly string[]> => ({ ...map, [language]: [...new Set([...(map?.[language] ?? []), ...texts])] })

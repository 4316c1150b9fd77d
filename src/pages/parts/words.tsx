import type { ComponentChildren } from 'preact'
import type { LanguageMap } from '../../catalogue/model.js'
import { type Language, wordsFor } from '../languages.js'

type Props = Readonly<{ of: LanguageMap | undefined; reader: Language }>

/** A text in the reader's language, or in the one there is, which is then marked for screen readers and hyphenation. */
export function Words({ of, reader }: Props) {
  const words = wordsFor(of, reader)
  if (!words) return null
  return <span {...foreign(words.language, reader)}>{typeset(words.values.join(', '))}</span>
}

/** The same, one paragraph for each line. */
export function Paragraphs({ of, reader }: Props) {
  const words = wordsFor(of, reader)
  if (!words) return null
  const lines = words.values.flatMap(value => value.split(/\n+/))
  return lines.map(line => (
    <p key={line} {...foreign(words.language, reader)}>
      {typeset(line)}
    </p>
  ))
}

const foreign = (language: string | undefined, reader: Language) =>
  language && language !== reader ? { lang: language } : {}

/** Centuries as the French write them: 18e siècle, XVIIIᵉ siècle have their ordinal raised. */
function typeset(text: string): ComponentChildren {
  const parts = text.split(/(?<=\b(?:[IVXL]{1,6}|\d{1,2}))(e|ᵉ|er)(?=[ \u00a0\u202f](?:s\.|siècle))/)
  if (parts.length === 1) return text
  return parts.map((part, index) => (index % 2 === 1 ? <sup>{part === 'ᵉ' ? 'e' : part}</sup> : part))
}

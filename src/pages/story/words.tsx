import type { ComponentChildren } from 'preact'
import type { Texts } from '../../catalogue/story.js'
import { quoted } from '../../stories/drawn/phrases.js'
import { parseProse } from '../../stories/prose/parse.js'
import { prosePlain } from '../../stories/prose/plain.js'
import type { Paragraph, Prose, Run } from '../../stories/prose/prose.js'
import { printed } from '../../stories/typesetting/printed.js'
import { typographic } from '../../stories/typesetting/typography.js'
import { foreign, textFor, type Voice } from './telling.js'

type Props = Readonly<{ of: Texts | undefined; voice: Voice }>

/** A plain text of a story, for headings and captions. */
export function Line({ of, voice }: Props) {
  const found = textFor(of, voice)
  if (!found) return null
  return <span {...foreign(found.language, voice)}>{typographic(found.text, found.language)}</span>
}

/** A text of a story with what its curators wrote in Markdown. @param quotes whether it is somebody's words */
export function ProseText({ of, voice, quotes = false }: Props & Readonly<{ quotes?: boolean }>) {
  const found = textFor(of, voice)
  if (!found) return null
  const prose = proseIn(found)
  return (
    <div class="prose" {...foreign(found.language, voice)}>
      {(quotes ? quoted(prose, found.language) : prose).map((paragraph, index) => (
        <ProseParagraph key={index} paragraph={paragraph} />
      ))}
    </div>
  )
}

/** Prose as one plain run, for descriptions. */
export const prosePlainIn = (texts: Texts | undefined, voice: Voice): string | undefined => {
  const found = textFor(texts, voice)
  return found && prosePlain(proseIn(found)).replaceAll(/[ \t\r\n]+/g, ' ')
}

const proseIn = ({ text, language }: Readonly<{ text: string; language: string }>): Prose =>
  printed(parseProse(text).prose, language)

function ProseParagraph({ paragraph }: { paragraph: Paragraph }) {
  if (paragraph.kind === 'paragraph') return <p>{runs(paragraph.runs)}</p>
  const items = paragraph.items.map((item, index) => <li key={index}>{runs(item)}</li>)
  return paragraph.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
}

const runs = (all: readonly Run[]): ComponentChildren => all.map((run, index) => <OneRun key={index} run={run} />)

function OneRun({ run }: { run: Run }) {
  switch (run.kind) {
    case 'text':
      return <>{run.text}</>
    case 'break':
      return <br />
    case 'link':
      return <a href={run.href}>{runs(run.runs)}</a>
    case 'foreign':
      return <span lang={run.language}>{runs(run.runs)}</span>
    case 'emphasis':
      return <em>{runs(run.runs)}</em>
    case 'strong':
      return <strong>{runs(run.runs)}</strong>
    case 'small':
      return <small>{runs(run.runs)}</small>
    case 'superscript':
      return <sup>{runs(run.runs)}</sup>
    case 'subscript':
      return <sub>{runs(run.runs)}</sub>
  }
}

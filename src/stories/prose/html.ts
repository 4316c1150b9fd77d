import type { Prose, Run } from './prose.js'

const tags = { emphasis: 'i', strong: 'b', small: 'small', superscript: 'sup', subscript: 'sub' } as const

/** Prose in the HTML that every viewer shows (Presentation 3 §4.2): `a b br i p small span sub sup`, lists as lines. */
export const proseHtml = (prose: Prose): string =>
  prose
    .map(paragraph =>
      paragraph.kind === 'paragraph'
        ? `<p>${runsHtml(paragraph.runs)}</p>`
        : `<p>${paragraph.items.map((item, index) => `${paragraph.ordered ? `${index + 1}.` : '•'} ${runsHtml(item)}`).join('<br>')}</p>`,
    )
    .join('')

const runsHtml = (runs: readonly Run[]): string => runs.map(runHtml).join('')

function runHtml(run: Run): string {
  switch (run.kind) {
    case 'text':
      return escapeHtml(run.text)
    case 'break':
      return '<br>'
    case 'link':
      return `<a href="${escapeHtml(run.href)}">${runsHtml(run.runs)}</a>`
    case 'foreign':
      return `<span lang="${run.language}">${runsHtml(run.runs)}</span>`
    default:
      return `<${tags[run.kind]}>${runsHtml(run.runs)}</${tags[run.kind]}>`
  }
}

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)

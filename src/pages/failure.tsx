import type { FailureCode } from '../errors.js'
import type { Page } from './document.js'
import type { Phrases } from './phrases/phrases.js'
import type { Visit } from './visit.js'

type Words = Readonly<{ title: keyof Phrases['failure']; details: keyof Phrases['failure'] | undefined }>

const byCode: ReadonlyMap<string, Words> = new Map(
  Object.entries({
    'not-found': { title: 'notFound', details: 'notFoundDetails' },
    gone: { title: 'gone', details: 'goneDetails' },
    'invalid-request': { title: 'invalid', details: undefined },
    busy: { title: 'busy', details: 'busyDetails' },
  } as const satisfies Partial<Record<FailureCode, Words>>),
)
const broken: Words = { title: 'broken', details: 'brokenDetails' }

/** What a visitor reads when a page cannot be shown, and the ways on. @param of the kind of thing that is gone, where known */
export function failurePage(code: string, status: number, visit: Visit, of?: unknown): Page {
  const { phrases, uris, chosen } = visit
  const { title, details } = failureWords(code, of, visit)
  return {
    title,
    lasting: false,
    main: (
      <div class="notice-page">
        <p class="eyebrow">{status}</p>
        <h1>{title}</h1>
        {details && <p class="lead">{details}</p>}
        <nav class="ways-on" aria-label={phrases.failure.goOn}>
          <a href={uris.home(chosen)}>{phrases.home}</a>
          <a href={uris.worksPage(chosen)}>{phrases.works}</a>
          <a href={uris.museumsPage(chosen)}>{phrases.museums}</a>
          <a href={uris.storiesPage('exhibition', chosen)}>{phrases.story.exhibitions}</a>
          <a href={uris.storiesPage('analysis', chosen)}>{phrases.story.analyses}</a>
        </nav>
      </div>
    ),
  }
}

function failureWords(code: string, of: unknown, { phrases }: Visit): Readonly<{ title: string; details?: string }> {
  if (code === 'gone' && of === 'analysis') {
    return { title: phrases.story.goneAnalysis, details: phrases.story.goneDetails }
  }
  if (code === 'gone' && of === 'exhibition') {
    return { title: phrases.story.goneExhibition, details: phrases.story.goneDetails }
  }
  const { title, details } = byCode.get(code) ?? broken
  return { title: phrases.failure[title], ...(details && { details: phrases.failure[details] }) }
}

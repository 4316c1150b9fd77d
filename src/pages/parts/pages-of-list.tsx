import type { Visit } from '../visit.js'

type Props = Readonly<{ page: number; pages: number; address: string; visit: Visit }>

/** The way through a long list, page by page. */
export function PagesOfList({ page, pages, address, visit }: Props) {
  const { phrases } = visit
  if (pages < 2) return null
  const at = (number: number) => (number === 1 ? address : `${address}?page=${number}`)
  return (
    <nav class="pages" aria-label={phrases.pageNavigation}>
      {page > 1 ? (
        <a rel="prev" href={at(page - 1)}>
          <span aria-hidden="true">← </span>
          {phrases.previous}
        </a>
      ) : (
        <span />
      )}
      <span aria-current="page">{phrases.page(page, pages)}</span>
      {page < pages ? (
        <a rel="next" href={at(page + 1)}>
          {phrases.next}
          <span aria-hidden="true"> →</span>
        </a>
      ) : (
        <span />
      )}
    </nav>
  )
}

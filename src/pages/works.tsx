import type { Work } from '../catalogue/model.js'
import { coverHosts } from './copies.js'
import type { Page } from './document.js'
import { WorkList } from './parts/hanging.js'
import { PagesOfList } from './parts/pages-of-list.js'
import type { Visit } from './visit.js'

/** One page of a list of works. */
export type WorkPage = Readonly<{ works: readonly Work[]; total: number; page: number; pages: number }>

export const worksPage = (list: WorkPage, visit: Visit): Page => ({
  title: visit.phrases.works,
  description: visit.phrases.worksCounted(list.total),
  hosts: coverHosts(list.works),
  main: (
    <div class="band first">
      <header class="list-head">
        <h1>{visit.phrases.works}</h1>
        <p>{visit.phrases.worksCounted(list.total)}</p>
      </header>
      <WorkList works={list.works} visit={visit} />
      <PagesOfList page={list.page} pages={list.pages} address={visit.uris.worksPage(visit.chosen)} visit={visit} />
    </div>
  ),
})

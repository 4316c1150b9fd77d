import { coverImage, type Work } from '../../catalogue/model.js'
import { workTitle } from '../../presentation/label.js'
import { makerNames } from '../cite.js'
import type { Visit } from '../visit.js'
import { alternativeText, Picture } from './picture.js'
import { Words } from './words.js'

type Props = Readonly<{
  works: readonly Work[]
  visit: Visit
  /** How many of the pictures stand on the first screen. */
  first?: number
}>

/** Works hung in rows of one height, each in its own proportions. */
export function Hanging({ works, visit, first = 0 }: Props) {
  return (
    <ul class="hanging">
      {works.map((work, index) => (
        <HungWork key={work.id} work={work} visit={visit} first={index < first} />
      ))}
    </ul>
  )
}

function HungWork({ work, visit, first }: { work: Work; visit: Visit; first: boolean }) {
  const image = coverImage(work)
  if (!image) return null
  // Beyond these a picture would have no room in its row, or leave none to the others.
  const ratio = Math.min(Math.max(image.width / image.height, 0.4), 3.2)
  return (
    <li style={{ '--ratio': ratio.toFixed(4) }}>
      <a href={visit.uris.workPage(work.id, visit.chosen)}>
        <Picture
          image={image}
          alt={alternativeText(work, visit)}
          visit={visit}
          sizes={`(min-width: 60rem) ${Math.round(ratio * 22)}rem, ${ratio > 1 ? '92vw' : '46vw'}`}
          widest={1600}
          first={first}
        />
        <Label work={work} visit={visit} />
      </a>
    </li>
  )
}

/** Works that no picture shows yet, as a list to read. */
export function WorkIndex({ works, visit }: { works: readonly Work[]; visit: Visit }) {
  return (
    <ul class="work-index">
      {works.map(work => (
        <li key={work.id}>
          <a href={visit.uris.workPage(work.id, visit.chosen)}>
            <Label work={work} visit={visit} />
          </a>
        </li>
      ))}
    </ul>
  )
}

function Label({ work, visit }: { work: Work; visit: Visit }) {
  const makers = makerNames(work, visit.language)
  return (
    <span class="label">
      <cite>
        <Words of={workTitle(work)} reader={visit.language} />
      </cite>
      {makers && <span>{makers}</span>}
    </span>
  )
}

/** A few works: those with a picture on the wall, the others below, each in their order. */
export function WallAndIndex({ works, visit, first = 0 }: Props) {
  const { pictured, others } = parted(works)
  return (
    <>
      {pictured.length > 0 && <Hanging works={pictured} visit={visit} first={first} />}
      {others.length > 0 && <WorkIndex works={others} visit={visit} />}
    </>
  )
}

const parted = (works: readonly Work[]) => ({
  pictured: works.filter(work => work.views.length > 0),
  others: works.filter(work => work.views.length === 0),
})

/** Pictured works on the wall, the others in an index below. */
export function WorkList({ works, visit }: { works: readonly Work[]; visit: Visit }) {
  const { pictured, others } = parted(works)
  return (
    <>
      {pictured.length > 0 && <Hanging works={pictured} visit={visit} first={4} />}
      {others.length > 0 && (
        <section class="awaiting">
          <h2>{visit.phrases.otherPhotographs}</h2>
          <WorkIndex works={others} visit={visit} />
        </section>
      )}
    </>
  )
}

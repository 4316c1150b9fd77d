import { stageSource } from '../copies.js'
import { Controls } from '../parts/close-up.js'
import type { LinkedData } from '../told.js'
import { CropPicture } from './crop-picture.js'
import { altOf, type ShownPlace } from './figure.js'
import { titleOf } from './names.js'
import type { Telling } from './telling.js'

type Props = Readonly<{ id: string; sides: readonly ShownPlace[]; telling: Telling }>

/** Pictures beside each other in the dark room, which browser code zooms together. */
export function Linked({ id, sides, telling }: Props) {
  const { visit } = telling
  const title = visit.phrases.closeUp(sides.map(({ work }) => titleOf(work, visit)).join(', '))
  return (
    <section
      class="stage linked"
      aria-label={title}
      style={{ '--ratio': ratioOf(sides).toFixed(4) }}
      data-linked={JSON.stringify(linkedData(sides, telling))}
    >
      <div class="held-views" style={{ '--sides': sides.length }}>
        {sides.map((side, index) => (
          <div key={index} class="stage-picture">
            <CropPicture
              crop={side.crop}
              alt={altOf(side, undefined, telling)}
              sizes={`${Math.round(100 / sides.length)}vw`}
            />
          </div>
        ))}
      </div>
      <div class="stage-tools">
        <p class="quiet">{visit.phrases.story.linkedZoom}</p>
        <Controls visit={visit} />
      </div>
      <p class="visually-hidden" id={`${id}_keys`}>
        {visit.phrases.zoomKeys}
      </p>
      <p class="stage-status" role="status" aria-live="polite" />
    </section>
  )
}

/** Of all sides in a row, at one height. */
const ratioOf = (sides: readonly ShownPlace[]): number =>
  sides.reduce((sum, { crop: { box } }) => sum + box.width / box.height, 0)

const linkedData = (sides: readonly ShownPlace[], { visit }: Telling): LinkedData => ({
  sides: sides.map(({ image, crop, work }) => ({
    source: stageSource(image, visit),
    width: image.width,
    height: image.height,
    region: crop.box,
    name: visit.phrases.closeUp(titleOf(work, visit)),
  })),
  phrases: {
    state: visit.phrases.zoomState,
    whole: visit.phrases.wholeView,
    failed: visit.phrases.zoomFailed,
  },
})

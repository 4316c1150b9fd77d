import type { LayerImage, Work } from '../../catalogue/model.js'
import type { Analysis } from '../../catalogue/story.js'
import { findPlace } from '../../stories/places.js'
import { stageSource } from '../copies.js'
import { Controls } from '../parts/close-up.js'
import { alternativeText, Picture } from '../parts/picture.js'
import type { HeldData } from '../told.js'
import type { Visit } from '../visit.js'
import { layerOf } from './figure.js'
import { titleOf } from './names.js'
import { StepTools } from './step-tools.js'
import type { Telling } from './telling.js'

/** The pictures that an analysis goes through, each once: the whole in visible light first. */
export function planesOf({ steps }: Analysis, work: Work): readonly LayerImage[] {
  const first = work.views[0]?.layers[0]?.image
  const shown = steps.flatMap(step => {
    const found = findPlace(step, work)
    const layer = found && step.layer && layerOf(found.view, step.layer)?.image
    return [...(found ? [found.image] : []), ...(layer ? [layer] : [])]
  })
  return [...new Set(first ? [first, ...shown] : shown)]
}

type Props = Readonly<{ telling: Telling<Analysis>; work: Work; planes: readonly LayerImage[] }>

/** The picture that stays beside the text. Without JavaScript it is the first picture of an illustrated article. */
export function HeldPicture({ telling, work, planes }: Props) {
  const { visit, published } = telling
  const [image] = planes
  if (!image) return null
  const title = titleOf(work, visit)
  return (
    <section
      class="stage held"
      aria-label={visit.phrases.closeUp(title)}
      style={{ '--ratio': (image.width / image.height).toFixed(4) }}
      data-held={JSON.stringify(heldData(planes, title, visit))}
    >
      <div class="held-views">
        <div class="stage-picture">
          <Picture
            image={image}
            alt={alternativeText(work, visit)}
            visit={visit}
            sizes={heldSizes(image)}
            widest={2600}
            first
          />
        </div>
      </div>
      <div class="stage-tools">
        <StepTools story={published.story} visit={visit} />
        <label class="blend" hidden>
          <span>{visit.phrases.story.layerBlend}</span>
          <input type="range" min="0" max="100" value="100" data-blend />
        </label>
        <Controls visit={visit} />
      </div>
      <p class="visually-hidden" id="zoom_keys">
        {visit.phrases.zoomKeys}
      </p>
      <p class="stage-status" role="status" aria-live="polite" />
      <p class="visually-hidden" role="status" aria-live="polite" data-told />
    </section>
  )
}

/** It fits whole into the room that it is given: two thirds of a wide window, the upper part of a narrow one. */
const heldSizes = ({ width, height }: LayerImage): string => {
  const ratio = width / height
  return `(min-width: 64rem) min(62vw, ${Math.round(86 * ratio)}vh), min(100vw, ${Math.round(46 * ratio)}vh)`
}

const heldData = (planes: readonly LayerImage[], title: string, visit: Visit): HeldData => ({
  planes: planes.map(image => ({ source: stageSource(image, visit), width: image.width, height: image.height })),
  phrases: {
    closeUp: visit.phrases.closeUp(title),
    keys: visit.phrases.zoomKeys,
    state: visit.phrases.zoomState,
    whole: visit.phrases.wholeView,
    failed: visit.phrases.zoomFailed,
    step: visit.phrases.story.stepAnnounced,
    opening: visit.phrases.story.opening,
  },
})

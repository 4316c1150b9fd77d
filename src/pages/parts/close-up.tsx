import type { LayerImage, LayerKind, View, Work } from '../../catalogue/model.js'
import { layerLabels, viewLabel, workTitle } from '../../presentation/label.js'
import { phrase } from '../../presentation/languages.js'
import { copyOf, stageSource } from '../copies.js'
import { plain } from '../languages.js'
import type { StageData } from '../stage.js'
import { viewAddress } from '../view-address.js'
import type { Visit } from '../visit.js'
import { CloseIcon, LinkIcon, LoupeIcon, MinusIcon, PlusIcon, WholeIcon } from './icons.js'
import { alternativeText, Picture } from './picture.js'
import { Words } from './words.js'

type Props = Readonly<{ work: Work; view: View; layer: LayerKind; visit: Visit }>

/** The dark room: the picture fills it, and browser code brings it close. Without JavaScript it is a picture with links. */
export function CloseUp(props: Props) {
  const { work, view, layer, visit } = props
  const { phrases, language } = visit
  const image = imageOf(view, layer)
  if (!image) return null
  const title = plain(workTitle(work), language) ?? work.id
  return (
    <section
      class="stage"
      id="stage"
      aria-label={phrases.closeUp(title)}
      style={{ '--ratio': (image.width / image.height).toFixed(4) }}
      data-stage={JSON.stringify(stageData(props, title))}
    >
      <div class="stage-picture">
        <Picture
          image={image}
          alt={alternativeText(work, visit)}
          visit={visit}
          sizes={stageSizes(image)}
          widest={2600}
          first
        />
      </div>
      <div class="stage-tools">
        <Controls visit={visit} />
        <Layers {...props} />
        <Views {...props} />
      </div>
      <p class="visually-hidden" id="zoom-keys">
        {phrases.zoomKeys}
      </p>
      <p class="stage-status" role="status" aria-live="polite" />
    </section>
  )
}

/** The picture fits into the window whole: a tall one is narrower than the window. */
const stageSizes = ({ width, height }: Pick<LayerImage, 'width' | 'height'>): string =>
  `min(100vw, ${Math.round((82 * width) / height)}vh)`

export const imageOf = (view: View, kind: LayerKind): LayerImage | undefined =>
  (view.layers.find(layer => layer.kind === kind) ?? view.layers[0])?.image

function stageData({ view, layer, visit }: Props, title: string): StageData {
  const { phrases } = visit
  const { width = 0, height = 0 } = view.layers[0]?.image ?? {}
  return {
    width,
    height,
    layers: view.layers.map(each => ({ kind: each.kind, source: stageSource(each.image, visit) })),
    shown: layer,
    phrases: {
      closeUp: phrases.closeUp(title),
      keys: phrases.zoomKeys,
      state: phrases.zoomState,
      whole: phrases.wholeView,
      failed: phrases.zoomFailed,
      shared: phrases.shared,
      sharedManually: phrases.sharedManually,
    },
  }
}

/** Shown by the browser code, for which alone they do something. */
function Controls({ visit: { phrases } }: { visit: Visit }) {
  return (
    <div class="controls" hidden data-controls>
      <button type="button" data-do="closer" class="worded">
        <LoupeIcon />
        <span>{phrases.lookCloser}</span>
      </button>
      <button type="button" data-do="in" aria-label={phrases.zoomIn} title={phrases.zoomIn}>
        <PlusIcon />
      </button>
      <button type="button" data-do="out" aria-label={phrases.zoomOut} title={phrases.zoomOut}>
        <MinusIcon />
      </button>
      <button type="button" data-do="whole" aria-label={phrases.wholeView} title={phrases.wholeView}>
        <WholeIcon />
      </button>
      <button type="button" data-do="share" aria-label={phrases.shareDetail} title={phrases.shareDetail}>
        <LinkIcon />
      </button>
      <button type="button" data-do="leave" hidden aria-label={phrases.leaveCloseUp} title={phrases.leaveCloseUp}>
        <CloseIcon />
      </button>
    </div>
  )
}

function Layers({ work, view, layer, visit }: Props) {
  if (view.layers.length < 2) return null
  const shown = view.layers.some(each => each.kind === layer) ? layer : view.layers[0]?.kind
  return (
    <nav class="layers" aria-label={visit.phrases.layers}>
      {view.layers.map(({ kind, label }) => (
        <a
          key={kind}
          href={viewAddress(work, work.views.indexOf(view), visit, kind)}
          data-layer={kind}
          aria-current={kind === shown ? 'true' : undefined}
        >
          <Words of={label ?? phrase(layerLabels[kind])} reader={visit.language} />
        </a>
      ))}
      <label class="blend" hidden>
        <span>{visit.phrases.layerBlend}</span>
        <input type="range" min="0" max="100" value="100" data-blend />
      </label>
    </nav>
  )
}

function Views({ work, view, visit }: Props) {
  if (work.views.length < 2) return null
  return (
    <nav class="views" aria-label={visit.phrases.views}>
      {work.views.map((each, index) => (
        <a
          key={each.key}
          href={viewAddress(work, index, visit)}
          data-view
          aria-current={each === view ? 'true' : undefined}
        >
          <Thumbnail view={each} visit={visit} />
          <span>
            <Words of={viewLabel(each, index, work)} reader={visit.language} />
          </span>
        </a>
      ))}
    </nav>
  )
}

function Thumbnail({ view, visit }: { view: View; visit: Visit }) {
  const image = view.layers[0]?.image
  if (!image) return null
  const { address, width, height } = copyOf(image, 120, visit)
  return <img src={address} width={width} height={height} alt="" loading="lazy" decoding="async" />
}

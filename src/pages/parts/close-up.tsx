import type { LayerImage, LayerKind, View, Work } from '../../catalogue/model.js'
import type { Box } from '../../image/geometry.js'
import type { Copy } from '../../presentation/borrowed.js'
import { layerLabels, viewLabel, workTitle } from '../../presentation/label.js'
import { phrase } from '../../presentation/languages.js'
import { copyOf, stageSource } from '../copies.js'
import { plain } from '../languages.js'
import type { StageData } from '../stage.js'
import { viewAddress } from '../view-address.js'
import type { Visit } from '../visit.js'
import { CloseIcon, LoupeIcon, MinusIcon, PlusIcon, WholeIcon } from './icons.js'
import { alternativeText, Picture } from './picture.js'
import { ShareLink } from './share-link.js'
import { Words } from './words.js'

type Props = Readonly<{ work: Work; view: View; layer: LayerKind; visit: Visit; place?: StagePlace }>

/** Where on the picture a stage opens that does not show the whole. */
export type StagePlace = Readonly<{
  /** px of the view */
  region: Box
  /** The region in pictures, smallest first. */
  copies: readonly Copy[]
  /** What stands for the region where it cannot be seen. */
  words: string
  /** Where the same place is shown in another layer. */
  layerAddress: (layer: LayerKind) => string
}>

/** The dark room: the picture fills it, and browser code brings it close. Without JavaScript it is a picture with links. */
export function CloseUp(props: Props) {
  const { work, view, layer, visit, place } = props
  const { phrases, language } = visit
  const image = imageOf(view, layer)
  if (!image) return null
  const title = plain(workTitle(work), language) ?? work.id
  return (
    <section
      class="stage"
      id="stage"
      aria-label={phrases.closeUp(title)}
      style={{ '--ratio': ratioOf(place?.region ?? image) }}
      data-stage={JSON.stringify(stageData(props, title))}
    >
      <div class="stage-picture">
        {place ? (
          <PlacePicture place={place} />
        ) : (
          <Picture
            image={image}
            alt={alternativeText(work, visit)}
            visit={visit}
            sizes={stageSizes(image)}
            widest={2600}
            first
          />
        )}
      </div>
      <div class="stage-tools">
        <div class="commands">
          <ShareLink work={work} view={view} layer={layer} visit={visit} />
          <Controls visit={visit} />
        </div>
        <Layers {...props} />
        <Views {...props} />
      </div>
      <p class="visually-hidden" id="zoom_keys">
        {phrases.zoomKeys}
      </p>
      <p class="stage-status" role="status" aria-live="polite" />
    </section>
  )
}

function PlacePicture({ place: { copies, words, region } }: { place: StagePlace }) {
  const usual = copies.find(({ width }) => width >= 1000) ?? copies.at(-1)
  return (
    <img
      src={usual?.address}
      srcset={copies.map(({ address, width }) => `${address} ${width}w`).join(', ')}
      sizes={stageSizes(region)}
      width={usual?.width}
      height={usual?.height}
      alt={words}
      fetchpriority="high"
      decoding="sync"
    />
  )
}

const ratioOf = ({ width, height }: Pick<LayerImage, 'width' | 'height'>): string => (width / height).toFixed(4)

/** The picture fits into the window whole: a tall one is narrower than the window. */
const stageSizes = ({ width, height }: Pick<LayerImage, 'width' | 'height'>): string =>
  `min(100vw, ${Math.round((82 * width) / height)}vh)`

export const imageOf = (view: View, kind: LayerKind): LayerImage | undefined =>
  (view.layers.find(layer => layer.kind === kind) ?? view.layers[0])?.image

function stageData({ view, layer, visit, place }: Props, title: string): StageData {
  const { phrases } = visit
  const { width = 0, height = 0 } = view.layers[0]?.image ?? {}
  return {
    width,
    height,
    layers: view.layers.map(each => ({ kind: each.kind, source: stageSource(each.image, visit) })),
    shown: layer,
    ...(place && { region: place.region }),
    phrases: {
      closeUp: phrases.closeUp(title),
      keys: phrases.zoomKeys,
      state: phrases.zoomState,
      whole: phrases.wholeView,
      failed: phrases.zoomFailed,
    },
  }
}

/** Shown by the browser code, for which alone they do something. */
export function Controls({ visit: { phrases } }: { visit: Visit }) {
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
      <button type="button" data-do="leave" hidden aria-label={phrases.leaveCloseUp} title={phrases.leaveCloseUp}>
        <CloseIcon />
      </button>
    </div>
  )
}

function Layers({ work, view, layer, visit, place }: Props) {
  if (view.layers.length < 2) return null
  const shown = view.layers.some(each => each.kind === layer) ? layer : view.layers[0]?.kind
  return (
    <nav class="layers" aria-label={visit.phrases.layers}>
      {view.layers.map(({ kind, label }) => (
        <a
          key={kind}
          href={place?.layerAddress(kind) ?? viewAddress(work, work.views.indexOf(view), visit, kind)}
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

function Views({ work, view, visit, place }: Props) {
  if (work.views.length < 2) return null
  return (
    <nav class="views" aria-label={visit.phrases.views}>
      {work.views.map((each, index) => (
        <a
          key={each.key}
          href={viewAddress(work, index, visit)}
          data-view={place ? undefined : true}
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

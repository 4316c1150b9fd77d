import OpenSeadragon from 'openseadragon'
import type { StageData } from '../stage.js'
import { listenToKeys } from './keys.js'
import { layersOf } from './layers.js'
import { onPicture, type Region } from './region.js'
import { openViewer, prefersCalm } from './viewer.js'

/** A picture that can be brought close. */
export type CloseUp = Readonly<{
  /** Fills the window with the picture, and comes closer to a point of the window where one is given. */
  enter(towards?: Readonly<{ x: number; y: number }>): void
  leave(): void
  zoomBy(factor: number): void
  whole(): void
  /** Moves by parts of the window. */
  panBy(right: number, down: number): void
  /** Travels to a region of the picture. */
  goTo(region: Region): void
  /** The region of the picture on view. */
  region(): Region
  /** Gives back what it holds; the stage leaves the page. */
  close(): void
}>

/** With the layers of a view. */
export type LayeredCloseUp = CloseUp & Readonly<{ showLayer(link: HTMLAnchorElement): void }>

/** `region` is shown first; `rest` brings the picture back to where it was at rest, whole where none is given; `beside` are zoomed with it. */
type Companions = Readonly<{ region?: Region; rest?: () => void; beside?: () => readonly OpenSeadragon.Viewer[] }>

type Say = (text: string) => void
type ZoomPhrases = Readonly<{ state: string; whole: string }>

export async function closeUp(
  stage: HTMLElement,
  picture: HTMLElement,
  data: StageData,
  say: Say,
): Promise<LayeredCloseUp> {
  const viewer = await openViewer(picture, {
    source: data.layers[0]?.source ?? '',
    name: data.phrases.closeUp,
    keys: 'zoom_keys',
    journey: 0.9,
  })
  const layers = layersOf(stage, viewer, data, say)
  const commands = commandsOf(stage, viewer, data, data.region ? { region: data.region } : {})
  announce(viewer, data.phrases, say)
  await layers.showFirst()
  return { ...commands, showLayer: layers.show }
}

/** What a reader may do with an open picture, by buttons, keys and presses. @param picture px of the viewer's first item */
export function commandsOf(
  stage: HTMLElement,
  viewer: OpenSeadragon.Viewer,
  picture: Readonly<{ width: number; height: number }>,
  { region, rest, beside = () => [] }: Companions = {},
): CloseUp {
  const calm = prefersCalm()
  const { viewport } = viewer
  const base = viewer.world.getItemAt(0)
  const use = (inUse: boolean): void => {
    stage.classList.toggle('in-use', inUse)
    for (const each of [viewer, ...beside()]) each.setMouseNavEnabled(inUse)
  }
  const fill = (filled: boolean): void => {
    stage.classList.toggle('filling', filled)
    document.documentElement.classList.toggle('stage-fills', filled)
    for (const [name, shown] of [
      ['closer', !filled],
      ['leave', filled],
    ] as const) {
      const button = stage.querySelector<HTMLElement>(`[data-do="${name}"]`)
      if (button) button.hidden = !shown
    }
    viewer.forceResize()
  }
  const settle = (): void => {
    viewport.applyConstraints(calm)
  }

  // A window of another shape shows more than a region; until the reader moves on, the region is what is shared again
  let framed: Readonly<{ region: Region; bounds: OpenSeadragon.Rect }> | undefined
  const frame = (region: Region, atOnce: boolean): void => {
    const { x, y, width, height } = region
    viewport.fitBounds(base.imageToViewportRectangle(x, y, width, height), atOnce)
    framed = { region, bounds: viewport.getBounds(false) }
  }

  const commands: CloseUp = {
    enter(towards) {
      fill(true)
      use(true)
      if (towards) {
        const point = viewport.windowToViewportCoordinates(new OpenSeadragon.Point(towards.x, towards.y))
        viewport.zoomBy(2, point, calm)
        settle()
      }
      viewer.canvas.focus()
    },
    leave() {
      fill(false)
      use(false)
      if (rest) rest()
      else viewport.goHome(calm)
      stage.querySelector<HTMLElement>('[data-do="closer"]')?.focus()
    },
    zoomBy(factor) {
      use(true)
      viewport.zoomBy(factor, undefined, calm)
      settle()
    },
    whole() {
      viewport.goHome(calm)
      use(stage.classList.contains('filling'))
    },
    panBy(right, down) {
      const { width, height } = viewport.getBounds(false)
      viewport.panBy(new OpenSeadragon.Point(right * width, down * height), calm)
      settle()
    },
    goTo(region) {
      use(true)
      frame(onPicture(region, picture), calm)
    },
    region() {
      const bounds = viewport.getBounds(false)
      if (framed?.bounds.equals(bounds)) return framed.region
      const { x, y, width, height } = base.viewportToImageRectangle(bounds)
      return onPicture({ x, y, width, height }, picture)
    },
    close() {
      document.documentElement.classList.remove('stage-fills')
      viewer.destroy()
    },
  }

  use(false)
  if (region) frame(region, true)
  listenToKeys(stage, commands)
  listenToPresses(viewer, commands, stage)
  return commands
}

/** A press on the picture at rest enters the close-up there; with Ctrl the wheel zooms wherever it is. */
export function listenToPresses(viewer: OpenSeadragon.Viewer, commands: CloseUp, stage: HTMLElement): void {
  let start: { x: number; y: number } | undefined
  viewer.container.addEventListener('pointerdown', ({ clientX, clientY }) => {
    start = { x: clientX, y: clientY }
  })
  viewer.canvas.addEventListener('click', ({ clientX, clientY }) => {
    const moved = start ? Math.hypot(clientX - start.x, clientY - start.y) : 0
    if (!stage.classList.contains('filling') && moved < 6) commands.enter({ x: clientX, y: clientY })
  })
  viewer.container.addEventListener(
    'wheel',
    event => {
      if (!event.ctrlKey || stage.classList.contains('in-use')) return
      event.preventDefault()
      commands.zoomBy(event.deltaY < 0 ? 1.3 : 1 / 1.3)
    },
    { passive: false },
  )
}

/** Says how far the picture is magnified, each time that a reader has brought it to rest. */
export function announce(
  viewer: OpenSeadragon.Viewer,
  phrases: ZoomPhrases,
  say: Say,
  heard: () => boolean = () => true,
): void {
  const format = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 })
  let said = phrases.whole
  viewer.addHandler('animation-finish', () => {
    if (!heard()) return
    const times = viewer.viewport.getZoom(false) / viewer.viewport.getHomeZoom()
    const state = times < 1.05 ? phrases.whole : phrases.state.replace('{n}', format.format(times))
    if (state !== said) say(state)
    said = state
  })
}

import OpenSeadragon from 'openseadragon'
import type { StageData } from '../stage.js'
import { listenToKeys } from './keys.js'
import { layersOf } from './layers.js'
import { onPicture, type Region } from './region.js'

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
  /** Shows the layer that a link names. */
  showLayer(link: HTMLAnchorElement): void
  /** Gives back what it holds; the stage leaves the page. */
  close(): void
}>

type Say = (text: string) => void

export async function closeUp(stage: HTMLElement, picture: HTMLElement, data: StageData, say: Say): Promise<CloseUp> {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const viewer = await openViewer(picture, data, calm)
  const { viewport } = viewer
  const base = viewer.world.getItemAt(0)
  const layers = layersOf(stage, viewer, data, say)

  const use = (inUse: boolean): void => {
    stage.classList.toggle('in-use', inUse)
    viewer.setMouseNavEnabled(inUse)
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
      commands.whole()
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
      frame(onPicture(region, data), calm)
    },
    region() {
      const bounds = viewport.getBounds(false)
      if (framed?.bounds.equals(bounds)) return framed.region
      const { x, y, width, height } = base.viewportToImageRectangle(bounds)
      return onPicture({ x, y, width, height }, data)
    },
    showLayer: layers.show,
    close() {
      document.documentElement.classList.remove('stage-fills')
      viewer.destroy()
    },
  }

  use(false)
  if (data.region) frame(data.region, true)
  listenToKeys(viewer.canvas, stage, commands)
  listenToPresses(viewer, commands, stage)
  announce(viewer, data, say)
  await layers.showFirst()
  return commands
}

function openViewer(picture: HTMLElement, data: StageData, calm: boolean): Promise<OpenSeadragon.Viewer> {
  // OpenSeadragon adds a style element, which the content security policy forbids, unless it finds one of that name.
  if (!document.querySelector('style[data-openseadragon-mobile-css]')) {
    const marker = document.createElementNS(null, 'style')
    marker.setAttribute('data-openseadragon-mobile-css', 'true')
    document.head.append(marker)
  }
  const room = document.createElement('div')
  room.className = 'stage-zoom'
  picture.append(room)
  const viewer = OpenSeadragon({
    element: room,
    // The types know no plain picture, which the program opens all the same
    tileSources: [(data.layers[0]?.source ?? '') as string],
    showNavigationControl: false,
    animationTime: calm ? 0 : 0.9,
    springStiffness: 7,
    visibilityRatio: 1,
    constrainDuringPan: true,
    minZoomImageRatio: 1,
    maxZoomPixelRatio: 2,
    keyboardNavEnabled: false,
    drawer: 'canvas',
    zoomPerScroll: 1.3,
    immediateRender: false,
    imageLoaderLimit: 8,
    timeout: 60_000,
    gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
    gestureSettingsTouch: { pinchRotate: false },
  })
  const canvas = viewer.canvas
  canvas.setAttribute('role', 'application')
  canvas.setAttribute('aria-label', data.phrases.closeUp)
  canvas.setAttribute('aria-describedby', 'zoom-keys')
  canvas.tabIndex = 0
  return new Promise((resolve, reject) => {
    viewer.addOnceHandler('open', () => resolve(viewer))
    viewer.addOnceHandler('open-failed', event => {
      room.remove()
      reject(new Error(event.message))
    })
    // The picture below stands in until the same picture is drawn in tiles: nothing flashes.
    viewer.addOnceHandler('open', () => {
      viewer.world.getItemAt(0)?.addOnceHandler('fully-loaded-change', () => picture.classList.add('tiled'))
    })
  })
}

/** A press on the picture at rest enters the close-up there; with Ctrl the wheel zooms wherever it is. */
function listenToPresses(viewer: OpenSeadragon.Viewer, commands: CloseUp, stage: HTMLElement): void {
  let start: { x: number; y: number } | undefined
  stage.addEventListener('pointerdown', ({ clientX, clientY }) => {
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

/** Says how far the picture is magnified, each time that it comes to rest. */
function announce(viewer: OpenSeadragon.Viewer, { phrases }: StageData, say: Say): void {
  const format = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 })
  let said = phrases.whole
  viewer.addHandler('animation-finish', () => {
    const times = viewer.viewport.getZoom(false) / viewer.viewport.getHomeZoom()
    const state = times < 1.05 ? phrases.whole : phrases.state.replace('{n}', format.format(times))
    if (state !== said) say(state)
    said = state
  })
}

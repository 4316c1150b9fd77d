import OpenSeadragon from 'openseadragon'
import type { StageSource } from '../stage.js'
import { tileSourceOf } from './tile-source.js'

/** Whether this reader prefers that nothing moves. */
export const prefersCalm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

type Options = Readonly<{
  source: StageSource
  /** What the picture is called, and the id of what explains its keys. */
  name: string
  keys: string
  /** Seconds that a journey over the picture takes. */
  journey: number
}>

/** Opens tiles over a picture that stays below them until they are drawn; where they cannot be had, nothing is left of it. */
export async function openViewer(
  picture: HTMLElement,
  { source, name, keys, journey }: Options,
): Promise<OpenSeadragon.Viewer> {
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
    tileSources: [tileSourceOf(source)],
    showNavigationControl: false,
    animationTime: prefersCalm() ? 0 : journey,
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
  canvas.setAttribute('aria-label', name)
  canvas.setAttribute('aria-describedby', keys)
  canvas.tabIndex = 0
  // The picture below stands in until the same picture is drawn in tiles: nothing flashes.
  viewer.addOnceHandler('open', () => {
    viewer.world.getItemAt(0)?.addOnceHandler('fully-loaded-change', () => picture.classList.add('tiled'))
  })
  try {
    await opened(viewer)
    return viewer
  } catch (error) {
    closeViewer(viewer)
    throw error
  }
}

/** Leaves the picture as it was before it was opened. */
export function closeViewer(viewer: OpenSeadragon.Viewer): void {
  const { element } = viewer
  viewer.destroy()
  element.parentElement?.classList.remove('tiled')
  element.remove()
}

const opened = (viewer: OpenSeadragon.Viewer): Promise<void> =>
  new Promise((resolve, reject) => {
    viewer.addOnceHandler('open', () => resolve())
    viewer.addOnceHandler('open-failed', event => reject(new Error(event.message)))
  })

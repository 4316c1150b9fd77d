import type OpenSeadragon from 'openseadragon'
import type { Beside, HeldData, Region } from '../../told.js'
import { announce, type CloseUp, commandsOf, listenToPresses } from '../close-up.js'
import { openViewer, prefersCalm } from '../viewer.js'
import type { ToldStep } from './held.js'
import { type Linked, link } from './linking.js'
import { marksOver } from './marks.js'
import { planesOf } from './planes.js'

/** The held picture once it can move. */
export type HeldView = Readonly<{
  closeUp: CloseUp
  /** Travels to a step, or back to the whole. */
  show(step: ToldStep | undefined): Promise<void>
}>

/** Seconds from one region to the next: slow enough to keep one's place. */
const journey = 1.4

/** Part of a region's size that is seen around it. */
const margin = 0.06

export async function heldView(
  stage: HTMLElement,
  picture: HTMLElement,
  { planes: given, phrases }: HeldData,
  say: (text: string) => void,
): Promise<HeldView> {
  const first = given[0]
  if (!first) throw new Error('Expected a picture.')
  const opening = { source: first.source, name: phrases.closeUp, keys: 'zoom_keys', journey }
  const viewer = await openViewer(picture, opening)
  const planes = planesOf(viewer, given)
  const marks = marksOver(picture, viewer)
  const blend = stage.querySelector<HTMLInputElement>('[data-blend]')
  const frame = blend?.closest<HTMLElement>('.blend')
  const whole = { x: 0, y: 0, width: first.width, height: first.height }
  let seen: Readonly<{ item: OpenSeadragon.TiledImage; region: Region }> = {
    item: viewer.world.getItemAt(0),
    region: whole,
  }
  let side: Side | undefined
  let shown: ToldStep | undefined

  const travel = (): void => {
    viewer.viewport.fitBounds(around(seen.item, seen.region), prefersCalm())
    side?.settle()
  }
  const alone = (): void => {
    stage.classList.remove('paired')
    viewer.forceResize()
    travel()
    say(phrases.failed)
  }
  const closeUp = commandsOf(stage, viewer, first, { rest: travel, beside: () => (side ? [side.viewer] : []) })
  const inUse = (): boolean => stage.classList.contains('in-use')
  announce(viewer, phrases, say, inUse)
  viewer.addHandler('resize', () => {
    if (!inUse()) requestAnimationFrame(() => viewer.viewport.fitBounds(around(seen.item, seen.region), true))
  })
  blend?.addEventListener('input', () => planes.blend(Number(blend.value) / 100))

  return {
    closeUp,
    async show(step) {
      shown = step
      const { plane = 0, region = whole, under, counterpart } = step?.data ?? {}
      marks.show(null, undefined)
      say('')
      if (frame) frame.hidden = under === undefined
      if (blend) blend.value = '100'
      side?.close()
      side = undefined
      stage.classList.toggle('paired', counterpart !== undefined)
      viewer.forceResize()
      const showing = planes.show(plane, under)
      // The journey does not wait for another layer's pixels
      seen = { item: seen.item, region }
      if (plane === 0 || under !== undefined) travel()
      const item = await showing
      if (!item) return
      seen = { item, region }
      travel()
      marks.show(step?.marks ?? null, item)
      if (!counterpart) return
      const held = { viewer, home: () => around(seen.item, seen.region) }
      const opened = await openSide(stage, counterpart, held).catch(() => undefined)
      if (shown !== step) return opened?.close()
      if (!opened) return alone()
      side = opened
      listenToPresses(side.viewer, closeUp, stage)
      side.viewer.setMouseNavEnabled(inUse())
    },
  }
}

type Side = Linked & Readonly<{ settle(): void; close(): void }>

/** Another work beside the held one, which it follows, for as long as a step lasts. */
async function openSide(stage: HTMLElement, { source, region, name }: Beside, held: Linked): Promise<Side> {
  const picture = document.createElement('div')
  picture.className = 'stage-picture side'
  stage.querySelector('.held-views')?.append(picture)
  const viewer = await openViewer(picture, { source, name, keys: 'zoom_keys', journey }).catch(error => {
    picture.remove()
    throw error
  })
  const home = () => around(viewer.world.getItemAt(0), region)
  const settle = () => viewer.viewport.fitBounds(home(), true)
  settle()
  const part = link(stage, [held, { viewer, home }])
  return {
    viewer,
    home,
    settle,
    close() {
      part()
      viewer.destroy()
      picture.remove()
    },
  }
}

/** A region with some air around it, in the coordinates of its viewer; the whole picture needs none. */
export function around(item: OpenSeadragon.TiledImage, { x, y, width, height }: Region): OpenSeadragon.Rect {
  const size = item.getContentSize()
  const air = width >= size.x && height >= size.y ? 0 : margin * Math.max(width, height)
  return item.imageToViewportRectangle(x - air, y - air, width + 2 * air, height + 2 * air)
}

import OpenSeadragon from 'openseadragon'

/** A picture that moves with others, and the part of it that corresponds to theirs, in its viewer's coordinates. */
export type Linked = Readonly<{ viewer: OpenSeadragon.Viewer; home(): OpenSeadragon.Rect }>

/**
 * Pictures move as one: what a reader does to any of them, the others do in proportion to their own part.
 * @returns what parts them again
 */
export function link(stage: HTMLElement, pictures: readonly Linked[]): () => void {
  const parting = new AbortController()
  let leader = pictures[0]
  const lead = (event: Event): void => {
    const inside = (each: Linked) => event.target instanceof Node && each.viewer.container.contains(event.target)
    leader = pictures.find(inside) ?? pictures[0]
  }
  for (const sign of ['pointerdown', 'wheel', 'keydown'] as const) {
    stage.addEventListener(sign, lead, { capture: true, passive: true, signal: parting.signal })
  }
  for (const each of pictures) {
    const moved = (): void => {
      if (each !== leader) return
      for (const other of pictures) if (other !== each) follow(each, other)
    }
    each.viewer.addHandler('update-viewport', moved)
    parting.signal.addEventListener('abort', () => each.viewer.removeHandler('update-viewport', moved))
  }
  return () => parting.abort()
}

function follow(leader: Linked, follower: Linked): void {
  const [from, to] = [fitting(leader), fitting(follower)]
  const bounds = leader.viewer.viewport.getBounds(true)
  const scale = to.width / from.width
  const [middle, fromMiddle, toMiddle] = [bounds.getCenter(), from.getCenter(), to.getCenter()]
  const [width, height] = [bounds.width * scale, bounds.height * scale]
  const wanted = new OpenSeadragon.Rect(
    toMiddle.x + (middle.x - fromMiddle.x) * scale - width / 2,
    toMiddle.y + (middle.y - fromMiddle.y) * scale - height / 2,
    width,
    height,
  )
  const { x, width: now } = follower.viewer.viewport.getBounds(true)
  // The smallest difference that a screen shows; without it the two would answer each other for ever
  if (Math.abs(now - width) + Math.abs(x - wanted.x) < width / 4000) return
  follower.viewer.viewport.fitBounds(wanted, true)
}

/** The window's part of the picture when its home fits just into it. */
function fitting({ viewer, home }: Linked): OpenSeadragon.Rect {
  const rect = home()
  const aspect = viewer.viewport.getAspectRatio()
  const width = Math.max(rect.width, rect.height * aspect)
  const height = width / aspect
  const { x, y } = rect.getCenter()
  return new OpenSeadragon.Rect(x - width / 2, y - height / 2, width, height)
}

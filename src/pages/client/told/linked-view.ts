import type { LinkedData } from '../../told.js'
import { announce, type CloseUp, commandsOf, listenToPresses } from '../close-up.js'
import { closeViewer, openViewer } from '../viewer.js'
import { around } from './held-view.js'
import { type Linked, link } from './linking.js'

/** Opens all pictures of a comparison; what is done to one is done to all. */
export async function linkedView(
  stage: HTMLElement,
  { sides, phrases }: LinkedData,
  say: (text: string) => void,
): Promise<CloseUp> {
  const pictures = [...stage.querySelectorAll<HTMLElement>('.stage-picture')]
  const keys = stage.querySelector('.visually-hidden[id]')?.id ?? ''
  const attempts = await Promise.allSettled(
    sides.map(async ({ source, name, region }, index): Promise<Linked> => {
      const picture = pictures[index]
      if (!picture) throw new Error('Expected a picture for each side.')
      const viewer = await openViewer(picture, { source, name, keys, journey: 0.9 })
      const home = () => around(viewer.world.getItemAt(0), region)
      viewer.viewport.fitBounds(home(), true)
      return { viewer, home }
    }),
  )
  const opened = attempts.flatMap(attempt => (attempt.status === 'fulfilled' ? [attempt.value] : []))
  const [first, ...others] = opened
  const side = sides[0]
  if (!first || !side || opened.length < sides.length) {
    // A picture that moves alone compares nothing, and would take the wheel from the page
    for (const { viewer } of opened) closeViewer(viewer)
    throw new Error('Expected a picture for each side.')
  }
  const closeUp = commandsOf(stage, first.viewer, side, {
    rest: () => first.viewer.viewport.fitBounds(first.home(), true),
    beside: () => others.map(({ viewer }) => viewer),
  })
  for (const { viewer } of others) listenToPresses(viewer, closeUp, stage)
  announce(first.viewer, phrases, say)
  link(stage, opened)
  return closeUp
}

import type { CloseUp } from './close-up.js'

/** What the buttons below a picture do with it. */
export const zoomCommands = {
  closer: (closeUp: CloseUp) => closeUp.enter(),
  in: (closeUp: CloseUp) => closeUp.zoomBy(2),
  out: (closeUp: CloseUp) => closeUp.zoomBy(1 / 2),
  whole: (closeUp: CloseUp) => closeUp.whole(),
  leave: (closeUp: CloseUp) => closeUp.leave(),
} as const

export const isZoomCommand = (name: string): name is keyof typeof zoomCommands => name in zoomCommands

/** Opens the picture at the first press of a button, and obeys it. */
export function listenToButtons(controls: HTMLElement, open: () => Promise<CloseUp | undefined>): void {
  controls.hidden = false
  controls.addEventListener('click', async event => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('button[data-do]') : null
    const command = button?.dataset.do
    const closeUp = command && isZoomCommand(command) ? await open() : undefined
    if (closeUp && command && isZoomCommand(command)) zoomCommands[command](closeUp)
  })
}

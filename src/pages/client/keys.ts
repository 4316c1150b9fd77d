import type { CloseUp } from './close-up.js'

const step = 0.15

const commandsByKey: Readonly<Record<string, (closeUp: CloseUp) => void>> = {
  '+': closeUp => closeUp.zoomBy(1.5),
  '=': closeUp => closeUp.zoomBy(1.5),
  '-': closeUp => closeUp.zoomBy(1 / 1.5),
  '0': closeUp => closeUp.whole(),
  Enter: closeUp => closeUp.enter(),
  ArrowLeft: closeUp => closeUp.panBy(-step, 0),
  ArrowRight: closeUp => closeUp.panBy(step, 0),
  ArrowUp: closeUp => closeUp.panBy(0, -step),
  ArrowDown: closeUp => closeUp.panBy(0, step),
}

/** The keys of a stage's pictures while one has the focus; Escape leaves from anywhere on the stage. */
export function listenToKeys(stage: HTMLElement, closeUp: CloseUp): void {
  stage.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const inUse = stage.classList.contains('in-use')
    if (event.key === 'Escape' && inUse) return closeUp.leave()
    const command = isPicture(event.target) ? commandsByKey[event.key] : undefined
    // At rest the arrows scroll the page.
    if (!command || (event.key.startsWith('Arrow') && !inUse)) return
    event.preventDefault()
    command(closeUp)
  })
}

const isPicture = (target: EventTarget | null): boolean =>
  target instanceof Element && target.classList.contains('openseadragon-canvas')

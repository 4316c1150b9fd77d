import type { StageData } from '../stage.js'
import { listenToButtons } from './buttons.js'
import type { LayeredCloseUp } from './close-up.js'
import { readRegion } from './region.js'
import { shareFrom } from './share.js'

/** What else may be done with a stage: open its zoom, over the whole window or not; say something; and end it. */
export type PreparedStage = Readonly<{
  open(filling: boolean): Promise<void>
  say(text: string): void
  close(): void
}>

/**
 * The picture stays a picture until somebody wants it close, or the page has nothing else to do: the zoom code is
 * fetched then. At rest the stage scrolls with its page; only a stage that is in use takes wheel and touch.
 */
export function prepareStage(stage: HTMLElement): PreparedStage | undefined {
  const data = JSON.parse(stage.dataset.stage ?? '') as StageData
  const controls = stage.querySelector<HTMLElement>('[data-controls]')
  const status = stage.querySelector<HTMLElement>('.stage-status')
  const picture = stage.querySelector<HTMLElement>('.stage-picture')
  if (!controls || !status || !picture) return undefined

  const say = (text: string): void => {
    status.textContent = text
  }
  let opening: Promise<LayeredCloseUp | undefined> | undefined
  const open = (): Promise<LayeredCloseUp | undefined> => {
    opening ??= openCloseUp(stage, picture, data, say)
    return opening
  }

  listenToButtons(controls, open)
  picture.addEventListener('click', async event => {
    if (opening) return
    const closeUp = await open()
    closeUp?.enter({ x: event.clientX, y: event.clientY })
  })
  for (const link of stage.querySelectorAll<HTMLAnchorElement>('a[data-layer]')) {
    link.addEventListener('click', async event => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return
      event.preventDefault()
      const closeUp = await open()
      if (closeUp) closeUp.showLayer(link)
      else location.href = link.href
    })
  }
  shareFrom(stage, {
    async region() {
      return (await open())?.region()
    },
    say,
  })
  const goToHash = async (): Promise<void> => {
    const region = readRegion(location.hash)
    if (region) (await open())?.goTo(region)
  }
  const ending = new AbortController()
  addEventListener('hashchange', goToHash, { signal: ending.signal })
  if (readRegion(location.hash)) goToHash()
  else if (data.region) open()
  else openWhenIdle(() => ending.signal.aborted || open())
  return {
    async open(filling) {
      const closeUp = await open()
      if (filling) closeUp?.enter()
    },
    say,
    close() {
      ending.abort()
      opening?.then(closeUp => closeUp?.close())
    },
  }
}

async function openCloseUp(
  stage: HTMLElement,
  picture: HTMLElement,
  data: StageData,
  say: (text: string) => void,
): Promise<LayeredCloseUp | undefined> {
  try {
    const { closeUp } = await import('./close-up.js')
    return await closeUp(stage, picture, data, say)
  } catch {
    say(data.phrases.failed)
    return undefined
  }
}

/** After everything that the first view needs; not at all for a reader who saves data. */
function openWhenIdle(open: () => unknown): void {
  const connection = (navigator as { connection?: { saveData?: boolean } }).connection
  if (connection?.saveData) return
  const whenIdle = () =>
    'requestIdleCallback' in window ? requestIdleCallback(open, { timeout: 2000 }) : setTimeout(open, 200)
  if (document.readyState === 'complete') whenIdle()
  else addEventListener('load', whenIdle, { once: true })
}

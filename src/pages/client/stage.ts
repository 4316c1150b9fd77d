import type { StageData } from '../stage.js'
import { copy } from './clipboard.js'
import type { CloseUp } from './close-up.js'
import { readRegion, writeRegion } from './region.js'

type Command = 'closer' | 'in' | 'out' | 'whole' | 'share' | 'leave'

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
  controls.hidden = false

  const say = (text: string): void => {
    status.textContent = text
  }
  let opening: Promise<CloseUp | undefined> | undefined
  const open = (): Promise<CloseUp | undefined> => {
    opening ??= openCloseUp(stage, picture, data, say)
    return opening
  }

  controls.addEventListener('click', async event => {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[data-do]') : null
    const closeUp = button && (await open())
    if (closeUp) await obey(button.dataset.do as Command, closeUp, data, say)
  })
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
  const goToHash = async (): Promise<void> => {
    const region = readRegion(location.hash)
    if (region) (await open())?.goTo(region)
  }
  const ending = new AbortController()
  addEventListener('hashchange', goToHash, { signal: ending.signal })
  if (readRegion(location.hash)) goToHash()
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
): Promise<CloseUp | undefined> {
  try {
    const { closeUp } = await import('./close-up.js')
    return await closeUp(stage, picture, data, say)
  } catch {
    say(data.phrases.failed)
    return undefined
  }
}

async function obey(command: Command, closeUp: CloseUp, data: StageData, say: (text: string) => void): Promise<void> {
  if (command === 'closer') closeUp.enter()
  else if (command === 'in') closeUp.zoomBy(2)
  else if (command === 'out') closeUp.zoomBy(1 / 2)
  else if (command === 'whole') closeUp.whole()
  else if (command === 'leave') closeUp.leave()
  else await share(closeUp, data, say)
}

/** Puts the region on view into the address, and the address on the clipboard. */
async function share(closeUp: CloseUp, { phrases }: StageData, say: (text: string) => void): Promise<void> {
  const address = new URL(location.href)
  address.hash = writeRegion(closeUp.region())
  history.replaceState(null, '', address)
  const copied = await copy(address.href)
  say(copied ? phrases.shared : `${phrases.sharedManually} ${address.href}`)
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

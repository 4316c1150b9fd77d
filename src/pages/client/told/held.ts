import type { HeldData, StepData } from '../../told.js'
import { listenToButtons } from '../buttons.js'
import type { HeldView } from './held-view.js'
import { followScroll } from './position.js'
import { stepTools } from './step-tools.js'
import { listenToSwipes } from './swipes.js'

/** A step of the text, and what the held picture shows with it. */
export type ToldStep = Readonly<{ element: HTMLElement; data: StepData | undefined; marks: Element | null }>

/**
 * The picture goes along with the text: it travels to each step's region as the reader scrolls or steps there. Until
 * the first step is reached, or somebody wants it close, it stays a picture, and the zoom code is not fetched.
 */
export function prepareHeld(article: HTMLElement): void {
  const stage = article.querySelector<HTMLElement>('[data-held]')
  const controls = stage?.querySelector<HTMLElement>('[data-controls]')
  const picture = stage?.querySelector<HTMLElement>('.stage-picture')
  const status = stage?.querySelector<HTMLElement>('.stage-status')
  if (!stage || !controls || !picture || !status) return
  const data = JSON.parse(stage.dataset.held ?? '') as HeldData
  const steps = [...article.querySelectorAll<HTMLElement>('.step')].map(readStep)
  const say = (text: string): void => {
    status.textContent = text
  }

  let opening: Promise<HeldView | undefined> | undefined
  const open = (): Promise<HeldView | undefined> => {
    opening ??= openView(stage, picture, data, say, article)
    return opening
  }
  let current = -1
  const show = async (index: number): Promise<void> => {
    current = index
    tools.show(index)
    for (const [place, { element }] of steps.entries()) element.classList.toggle('current', place === index)
    keepInAddress(steps[index]?.element.id)
    if (index < 0 && !opening) return
    const view = await open()
    if (current !== index) return
    try {
      await view?.show(steps[index])
    } catch {
      if (current === index) say(data.phrases.failed)
    }
  }
  const go = (index: number): void => {
    const wanted = Math.min(Math.max(index, -1), steps.length - 1)
    position.go(wanted)
    tools.announce(wanted)
  }
  const tools = stepTools(stage, data.phrases, steps, go)
  article.classList.add('told')
  listenToButtons(controls, async () => (await open())?.closeUp)
  listenToSwipes(stage, by => go(current + by))
  listenToArrows(stage, by => go(current + by))
  picture.addEventListener('click', async event => {
    if (opening) return
    ;(await open())?.closeUp.enter({ x: event.clientX, y: event.clientY })
  })
  const line = () => (isBeside(stage) ? innerHeight * 0.6 : (stage.getBoundingClientRect().bottom + innerHeight) / 2)
  const position = followScroll(
    steps.map(({ element }) => element),
    line,
    show,
  )
}

/** Whether the picture stands beside the text rather than above it. */
const isBeside = (stage: HTMLElement): boolean => stage.getBoundingClientRect().width < innerWidth * 0.9

const readStep = (element: HTMLElement): ToldStep => ({
  element,
  data: element.dataset.step ? (JSON.parse(element.dataset.step) as StepData) : undefined,
  marks: element.querySelector('.step-figures .marks'),
})

function keepInAddress(id: string | undefined): void {
  const address = new URL(location.href)
  address.hash = id ? `#${id}` : ''
  if (address.href !== location.href) history.replaceState(history.state, '', address)
}

/** Left and right go from step to step, unless a picture in use or a field has them. */
function listenToArrows(stage: HTMLElement, by: (steps: number) => void): void {
  addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) return
    if (stage.classList.contains('in-use') || (event.target instanceof Element && event.target.closest('input'))) return
    const steps = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (steps === undefined) return
    event.preventDefault()
    by(steps)
  })
}

async function openView(
  stage: HTMLElement,
  picture: HTMLElement,
  data: HeldData,
  say: (text: string) => void,
  article: HTMLElement,
): Promise<HeldView | undefined> {
  try {
    const { heldView } = await import('./held-view.js')
    return await heldView(stage, picture, data, say)
  } catch {
    // The details stand in the text as they do without JavaScript
    article.classList.remove('told')
    say(data.phrases.failed)
    return undefined
  }
}

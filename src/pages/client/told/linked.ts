import type { LinkedData } from '../../told.js'
import { listenToButtons } from '../buttons.js'
import type { CloseUp } from '../close-up.js'

/** Pictures beside each other stay pictures until somebody wants one close; then they move together. */
export function prepareLinked(stage: HTMLElement): void {
  const controls = stage.querySelector<HTMLElement>('[data-controls]')
  const status = stage.querySelector<HTMLElement>('.stage-status')
  if (!controls || !status) return
  const data = JSON.parse(stage.dataset.linked ?? '') as LinkedData
  const say = (text: string): void => {
    status.textContent = text
  }
  let opening: Promise<CloseUp | undefined> | undefined
  const open = (): Promise<CloseUp | undefined> => {
    opening ??= openLinked(stage, data, say)
    return opening
  }
  stage.classList.add('prepared')
  listenToButtons(controls, open)
  for (const picture of stage.querySelectorAll('.stage-picture')) {
    picture.addEventListener('click', async () => {
      if (!opening) (await open())?.enter()
    })
  }
}

async function openLinked(
  stage: HTMLElement,
  data: LinkedData,
  say: (text: string) => void,
): Promise<CloseUp | undefined> {
  try {
    const { linkedView } = await import('./linked-view.js')
    return await linkedView(stage, data, say)
  } catch {
    say(data.phrases.failed)
    return undefined
  }
}

import type { HeldData } from '../../told.js'
import type { ToldStep } from './held.js'

/** The buttons and the list that lead through the steps. */
export type StepTools = Readonly<{
  show(index: number): void
  /** Says the step to those who hear the page. */
  announce(index: number): void
}>

export function stepTools(
  stage: HTMLElement,
  phrases: HeldData['phrases'],
  steps: readonly ToldStep[],
  go: (index: number) => void,
): StepTools {
  const tools = stage.querySelector<HTMLElement>('[data-steps]')
  const number = stage.querySelector<HTMLElement>('[data-step-number]')
  const opening = stage.querySelector<HTMLElement>('[data-opening]')
  const count = stage.querySelector<HTMLElement>('[data-count]')
  const told = stage.querySelector<HTMLElement>('[data-told]')
  const list = stage.querySelector<HTMLDetailsElement>('.step-list')
  const links = [...stage.querySelectorAll<HTMLAnchorElement>('.step-list a')]
  const buttons = [...stage.querySelectorAll<HTMLButtonElement>('[data-step-by]')]
  let current = -1
  if (tools) tools.hidden = false

  for (const button of buttons) {
    button.addEventListener('click', () => go(current + Number(button.dataset.stepBy)))
  }
  for (const [index, link] of links.entries()) {
    link.addEventListener('click', event => {
      event.preventDefault()
      if (list) list.open = false
      go(index)
    })
  }
  list?.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !list.open) return
    list.open = false
    list.querySelector('summary')?.focus()
  })

  return {
    show(index) {
      current = index
      if (number) number.textContent = String(index + 1)
      if (opening) opening.hidden = index >= 0
      if (count) count.hidden = index < 0
      for (const [place, link] of links.entries()) {
        if (place === index) link.setAttribute('aria-current', 'step')
        else link.removeAttribute('aria-current')
      }
      for (const button of buttons) {
        const to = index + Number(button.dataset.stepBy)
        // Not `disabled`: a button that has the focus would lose it
        button.setAttribute('aria-disabled', String(to < -1 || to >= steps.length))
      }
    },
    announce(index) {
      if (told) told.textContent = index < 0 ? phrases.opening : wordsOf(index, steps, phrases.step)
    },
  }
}

function wordsOf(index: number, steps: readonly ToldStep[], phrase: string): string {
  const { element } = steps[index] ?? {}
  const where = phrase.replace('{n}', String(index + 1)).replace('{of}', String(steps.length))
  const title = element?.querySelector('h2 > :last-child:not(.visually-hidden)')?.textContent
  const seen = element?.querySelector('.seen')?.textContent
  return [where, title, seen].filter(Boolean).join('. ')
}

/** Copies text where the browser allows it. @returns whether it did */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** Buttons that copy the text of another element and say so. */
export function enableCopying(root: ParentNode): void {
  const status = root.querySelector('[data-copy-status]')
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const source = root.querySelector(`#${CSS.escape(button.dataset.copy ?? '')}`)
    if (!source || !navigator.clipboard) continue
    button.hidden = false
    button.addEventListener('click', async () => {
      const copied = await copy(source.textContent ?? '')
      if (copied && status) status.textContent = button.dataset.copied ?? ''
    })
  }
}

/** px that a finger moves sideways before it is taken to mean something */
const shortest = 48

/** A finger drawn across the picture at rest turns to the next step or the one before. */
export function listenToSwipes(stage: HTMLElement, by: (steps: number) => void): void {
  let start: Readonly<{ x: number; y: number; id: number }> | undefined
  stage.addEventListener('pointerdown', ({ pointerType, isPrimary, clientX, clientY, pointerId }) => {
    const taken = pointerType !== 'mouse' && isPrimary && !stage.classList.contains('in-use')
    start = taken ? { x: clientX, y: clientY, id: pointerId } : undefined
  })
  stage.addEventListener('pointerup', ({ clientX, clientY, pointerId }) => {
    if (!start || start.id !== pointerId) return
    const [across, down] = [clientX - start.x, clientY - start.y]
    start = undefined
    if (Math.abs(across) >= shortest && Math.abs(across) > Math.abs(down) * 1.5) by(across < 0 ? 1 : -1)
  })
  stage.addEventListener('pointercancel', () => {
    start = undefined
  })
}

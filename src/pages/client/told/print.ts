/** Wide enough for paper: 300 dots to the inch on a page of A4. */
const paper = '2000px'

/** Pictures that a page has put off come before it is printed, in the resolution of paper. */
function bringForPaper(root: ParentNode): readonly HTMLImageElement[] {
  const images = [...root.querySelectorAll<HTMLImageElement>('main img[srcset]')]
  for (const image of images) {
    image.loading = 'eager'
    image.sizes = paper
  }
  return images
}

export function enablePrinting(root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
    button.hidden = false
    button.addEventListener('click', async () => {
      await Promise.allSettled(bringForPaper(root).map(image => image.decode()))
      print()
    })
  }
}

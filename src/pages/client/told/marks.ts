import type OpenSeadragon from 'openseadragon'

/** The marks of a step over the held picture: copies of those on its detail in the text, which are drawn in anew. */
export function marksOver(picture: HTMLElement, viewer: OpenSeadragon.Viewer) {
  let shown: HTMLElement | undefined
  let item: OpenSeadragon.TiledImage | undefined

  const place = (): void => {
    const svg = shown?.querySelector('svg')
    if (!shown || !svg || !item) return
    const { x, y, width, height } = item.viewportToImageRectangle(viewer.viewport.getBounds(true))
    svg.setAttribute('viewBox', `${x} ${y} ${width} ${height}`)
    svg.style.setProperty('--u', String(width / Math.max(1, picture.clientWidth)))
    for (const label of shown.querySelectorAll<HTMLElement>('[data-at]')) {
      const [left = 0, top = 0] = (label.dataset.at ?? '').split(',').map(Number)
      label.style.left = `${((left - x) / width) * 100}%`
      label.style.top = `${((top - y) / height) * 100}%`
    }
  }
  viewer.addHandler('update-viewport', place)

  return {
    /** @param marks in px of the picture `on` */
    show(marks: Element | null, on: OpenSeadragon.TiledImage | undefined): void {
      shown?.remove()
      shown = marks?.cloneNode(true) as HTMLElement | undefined
      item = on
      if (!shown) return
      shown.classList.add('drawn-in')
      shown.setAttribute('aria-hidden', 'true')
      picture.append(shown)
      place()
    },
  }
}

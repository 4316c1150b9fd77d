import type OpenSeadragon from 'openseadragon'
import type { StageData } from '../stage.js'
import { tileSourceOf } from './tile-source.js'

type Say = (text: string) => void

/**
 * The layers of a view, each laid over visible light, which shows through as the reader wishes.
 * Visible light is item 0 of the viewer's world and never leaves.
 */
export function layersOf(stage: HTMLElement, viewer: OpenSeadragon.Viewer, data: StageData, say: Say) {
  const blend = stage.querySelector<HTMLInputElement>('[data-blend]')
  const frame = blend?.closest<HTMLElement>('.blend')
  const links = [...stage.querySelectorAll<HTMLAnchorElement>('a[data-layer]')]
  const laid = new Map<string, OpenSeadragon.TiledImage>()
  const adding = new Map<string, Promise<void>>()
  const [visible] = data.layers
  let shown = visible?.kind

  const add = (kind: string): Promise<void> =>
    new Promise((resolve, reject) => {
      viewer.addTiledImage({
        tileSource: tileSourceOf(data.layers.find(layer => layer.kind === kind)?.source),
        x: 0,
        y: 0,
        width: 1,
        opacity: 0,
        success: event => {
          laid.set(kind, (event as unknown as { item: OpenSeadragon.TiledImage }).item)
          resolve()
        },
        error: () => {
          adding.delete(kind)
          reject(new Error(data.phrases.failed))
        },
      })
    })
  const lay = (kind: string): Promise<void> => {
    const added = adding.get(kind) ?? add(kind)
    adding.set(kind, added)
    return added
  }

  const applyOpacity = (): void => {
    for (const [kind, item] of laid) item.setOpacity(kind === shown ? Number(blend?.value ?? 100) / 100 : 0)
  }

  const choose = async (kind: string): Promise<void> => {
    shown = kind
    for (const link of links) {
      if (link.dataset.layer === kind) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    }
    if (frame) frame.hidden = kind === visible?.kind
    if (blend) blend.value = '100'
    try {
      if (kind !== visible?.kind) await lay(kind)
      applyOpacity()
    } catch {
      if (kind === shown) say(data.phrases.failed)
    }
  }

  blend?.addEventListener('input', applyOpacity)
  return {
    showFirst: () => (data.shown === shown ? Promise.resolve() : choose(data.shown)),
    show(link: HTMLAnchorElement): void {
      history.replaceState(null, '', `${link.href}${location.hash}`)
      say(link.textContent ?? '')
      choose(link.dataset.layer ?? '')
    },
  }
}

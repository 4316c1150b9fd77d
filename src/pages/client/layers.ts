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
  const laid = new Map<string, Promise<OpenSeadragon.TiledImage>>()
  let shown = data.layers[0]?.kind

  const lay = (kind: string): Promise<OpenSeadragon.TiledImage> => {
    const known = laid.get(kind)
    if (known) return known
    const adding = new Promise<OpenSeadragon.TiledImage>((resolve, reject) => {
      viewer.addTiledImage({
        tileSource: tileSourceOf(data.layers.find(layer => layer.kind === kind)?.source),
        x: 0,
        y: 0,
        width: 1,
        opacity: 0,
        success: event => resolve((event as unknown as { item: OpenSeadragon.TiledImage }).item),
        error: () => reject(new Error(data.phrases.failed)),
      })
    })
    laid.set(kind, adding)
    return adding
  }

  const applyOpacity = async (): Promise<void> => {
    for (const [kind, adding] of laid) {
      const item = await adding
      item.setOpacity(kind === shown ? Number(blend?.value ?? 100) / 100 : 0)
    }
  }

  const choose = async (kind: string): Promise<void> => {
    shown = kind
    for (const link of links) {
      if (link.dataset.layer === kind) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    }
    if (frame) frame.hidden = kind === data.layers[0]?.kind
    if (blend) blend.value = '100'
    try {
      if (kind !== data.layers[0]?.kind) await lay(kind)
      await applyOpacity()
    } catch {
      laid.delete(kind)
      say(data.phrases.failed)
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

import { isDeepStrictEqual } from 'node:util'
import { DomainError } from '../../../errors.js'
import type {
  EditedLayer,
  EditedView,
  LayerInput,
  LayerPlace,
  ViewInput,
  ViewOrder,
  ViewPlace,
  WorkPlace,
} from '../../editing.js'
import type { LayerKind } from '../../model.js'
import type { Ledger } from '../ledger.js'
import type { Thing } from './editable.js'
import { type Hangings, imagesOf, type Seat } from './hangings.js'

/** Views with all their layers. */
export function viewThing(hangings: Hangings): Thing<ViewPlace, EditedView, ViewInput> {
  const hang = (work: string, view: ViewInput, before: EditedView | undefined, at: string, seat?: Seat): void => {
    const gone = (before?.layers ?? []).filter(({ kind }) => !view.layers.some(layer => layer.kind === kind))
    hangings.change(work, [...(before ? imagesOf(before) : []), ...imagesOf(view)], at, () => {
      hangings.putView(work, view, seat)
      for (const { kind } of gone) hangings.removeLayer(work, view.key, kind)
      for (const layer of view.layers) hangings.putLayer(work, view.key, layer)
    })
  }
  return {
    kind: 'view',
    placeOf: ({ work, view }) => [work, view],
    read: ({ work, view }) => hangings.view(work, view),
    write({ work }, input, before, at) {
      requireWork(hangings, work)
      refuseBorrowed(before)
      if (new Set(input.layers.map(({ kind }) => kind)).size < input.layers.length)
        throw new DomainError('refused', 'Expected each kind of layer at most once in a view.')
      if (!before || !isDeepStrictEqual(before, sorted(before, input))) hang(work, input, before, at)
    },
    remove({ work, view: key }, at) {
      const view = hangings.view(work, key) as EditedView
      refuseBorrowed(view)
      const seat = hangings.seat(work, key)
      hangings.change(work, imagesOf(view), at, () => hangings.removeView(work, key))
      return JSON.stringify({ seat, view })
    },
    restore([work = '', key = ''], content, at) {
      requireWork(hangings, work)
      if (hangings.view(work, key)) throw occupied(`a view "${key}" in the work "${work}"`)
      const { seat, view } = JSON.parse(content) as { seat: Seat; view: ViewInput }
      hang(work, view, undefined, at, seat)
    },
  }
}

/** Single layers of views; the last of a view goes with it alone. */
export function layerThing(hangings: Hangings): Thing<LayerPlace, EditedLayer, LayerInput> {
  const read = ({ work, view, layer }: LayerPlace): EditedLayer | undefined =>
    hangings.view(work, view)?.layers.find(({ kind }) => kind === layer)
  const hang = ({ work, view: key }: ViewPlace, layer: LayerInput, before: EditedLayer | undefined, at: string): void =>
    hangings.change(work, [...(before?.image ? [before.image] : []), layer.image], at, () => {
      if (!hangings.view(work, key)) hangings.putView(work, { key })
      hangings.putLayer(work, key, layer)
    })
  return {
    kind: 'layer',
    placeOf: ({ work, view, layer }) => [work, view, layer],
    read,
    write({ work, view }, input, before, at) {
      requireWork(hangings, work)
      refuseBorrowed(hangings.view(work, view))
      if (!isDeepStrictEqual(before, input)) hang({ work, view }, input, before, at)
    },
    remove({ work, view: key, layer: kind }, at) {
      const view = hangings.view(work, key) as EditedView
      refuseBorrowed(view)
      if (view.layers.length === 1)
        throw new DomainError('conflict', `It is the only layer of the view "${key}"; delete the view instead.`)
      const layer = view.layers.find(each => each.kind === kind) as EditedLayer
      hangings.change(work, imagesOf({ layers: [layer] }), at, () => hangings.removeLayer(work, key, kind))
      return JSON.stringify(layer)
    },
    restore([work = '', key = '', kind], content, at) {
      const view = hangings.view(work, key)
      if (!view) throw new DomainError('not-found', `There is no view "${key}" in the work "${work}" any more.`)
      if (read({ work, view: key, layer: kind as LayerKind })) throw occupied(`a layer "${kind}" in the view "${key}"`)
      hang({ work, view: key }, JSON.parse(content) as LayerInput, undefined, at)
    },
  }
}

/** The order of a work's views, which is renumbered from 1. */
export const orderOfViews = (hangings: Hangings, ledger: Ledger) => ({
  read: ({ work }: WorkPlace): ViewOrder | undefined =>
    hangings.hasWork(work) ? { views: hangings.keys(work) } : undefined,
  write({ work }: WorkPlace, { views }: ViewOrder, before: ViewOrder | undefined, at: string): void {
    requireWork(hangings, work)
    const there = before?.views ?? []
    if (!isDeepStrictEqual(views.toSorted(), there.toSorted()))
      throw new DomainError('refused', `Expected each of the views ${there.join(', ')} once, in their new order.`)
    if (isDeepStrictEqual(views, there)) return
    for (const [index, key] of views.entries()) hangings.place(work, key, index + 1)
    ledger.touchWork(work, at)
  },
})

/** Layers come back in an order of their own, whatever the order in which they are put. */
const sorted = (before: EditedView, input: ViewInput): ViewInput => {
  const rank = new Map(before.layers.map(({ kind }, index) => [kind, index]))
  return { ...input, layers: input.layers.toSorted((a, b) => (rank.get(a.kind) ?? 9) - (rank.get(b.kind) ?? 9)) }
}

function requireWork(hangings: Hangings, work: string): void {
  if (!hangings.hasWork(work)) throw new DomainError('not-found', `There is no work "${work}".`)
}

function refuseBorrowed(view: EditedView | undefined): void {
  if (view?.layers.some(({ borrowed }) => borrowed))
    throw new DomainError('conflict', 'This view is its owner’s; it changes when its manifest is imported again.')
}

const occupied = (what: string): DomainError =>
  new DomainError('conflict', `There is ${what} again, so that the old one cannot come back; delete that one first.`)

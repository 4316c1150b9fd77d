import type { PictureSize } from '../../stories/files/check.js'
import type { Works } from '../../stories/known-works.js'

export const sizesIn =
  (works: Works): PictureSize =>
  (work, view) => {
    const views = works.get(work)?.views ?? []
    return (view === undefined ? views[0] : views.find(({ key }) => key === view))?.layers[0]?.image
  }

import type { Work } from '../catalogue/model.js'

/** The demonstration's museums and works all have ids that no real register gives. */
const isImaginary = (id: string | undefined): boolean => id?.startsWith('DEMO') ?? false

export const isDemonstration = (museums: readonly Readonly<{ id: string }>[], works: readonly Work[]): boolean =>
  museums.some(museum => isImaginary(museum.id)) || works.some(isDemonstrationWork)

export const isDemonstrationWork = (work: Work): boolean => isImaginary(work.id) || isImaginary(work.museum)

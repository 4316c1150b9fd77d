import type { CatalogueReader } from '../catalogue/catalogue.js'
import { DomainError } from '../errors.js'
import type { ServedImage } from '../image/drawing/drawing.js'
import { rightsUri } from '../presentation/rights.js'
import type { DrawnImages } from '../stories/drawn/drawn-images.js'
import { parseDrawnImageId } from '../stories/drawn/ids.js'
import type { Source } from './kept.js'

/** An image at an address, ingested or drawn. */
export type FoundImage = Readonly<{
  image: ServedImage
  updatedAt: string
  /** The licence of what it shows; none where that shows several, or none. */
  rights(): Promise<string | undefined>
  /** What an answer stands on; without one, it holds while nothing is written. */
  source?: Source
}>

/**
 * @param of what the answer will stand on: the image alone, or with the works that show it
 * @throws DomainError `not-found`, `gone`
 */
export type FindImage = (id: string, of: 'image' | 'shown-image') => Promise<FoundImage>

/** Ids of stored images may hold dots: a drawn picture is looked for only where the catalogue never knew the id. */
export function imageFinder(reader: CatalogueReader, drawnImages: DrawnImages): FindImage {
  const unstored = async (id: string): Promise<FoundImage> => {
    if ((await reader.presence('image', id)) === 'gone') throw withdrawn()
    const parsed = parseDrawnImageId(id)
    const found = parsed && (await drawnImages.find(parsed))
    if (!found) throw notFound()
    if (found === 'gone') throw new DomainError('gone', 'The story that this picture was drawn for has been withdrawn.')
    const { image, updatedAt, rights } = found
    return { image, updatedAt, rights: async () => rightsUri(rights) }
  }

  return async (id, of) => {
    // Before the image is read: what is written meanwhile makes an answer older, never newer, than it says
    const shown = of === 'shown-image' ? reader.revision(of, id) : undefined
    const image = reader.image(id)
    if (!image) return unstored(id)
    const { updatedAt } = image
    const revision = of === 'image' ? updatedAt : shown
    return {
      image,
      updatedAt,
      async rights() {
        const works = await reader.worksShowing(id, 2)
        return works.length === 1 ? rightsUri(works[0]?.rights?.uri) : undefined
      },
      ...(revision === undefined ? {} : { source: { of, id, revision } }),
    }
  }
}

const withdrawn = () => new DomainError('gone', 'This image has been withdrawn.')
const notFound = () => new DomainError('not-found', 'There is no image at this address; check its identifier.')

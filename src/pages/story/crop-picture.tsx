import { type Crop, cropAt } from '../crops.js'

type Props = Readonly<{
  crop: Crop
  alt: string
  /** The `sizes` of HTML. */
  sizes: string
  /** Whether it is on the first screen. */
  first?: boolean
}>

/** A part of a picture, in the sizes that a browser may choose from. */
export function CropPicture({ crop, alt, sizes, first = false }: Props) {
  const usual = cropAt(crop, 800)
  if (!usual) return null
  return (
    <img
      src={usual.address}
      srcset={crop.copies.map(({ address, width }) => `${address} ${width}w`).join(', ')}
      sizes={sizes}
      width={usual.width}
      height={usual.height}
      alt={alt}
      loading={first ? 'eager' : 'lazy'}
      fetchpriority={first ? 'high' : 'auto'}
      decoding={first ? 'sync' : 'async'}
    />
  )
}

import type { Metadata } from 'sharp'
import { DomainError } from '../../errors.js'
import type { CielabForm } from '../cielab.js'
import { sharp } from '../loaders.js'
import { readCielabHeader } from './cielab.js'
import { whyUnreadable } from './reason.js'

/** What the header of a master says, in sharp's words. */
export type Header = Pick<
  Metadata,
  | 'autoOrient'
  | 'bitsPerSample'
  | 'channels'
  | 'density'
  | 'depth'
  | 'format'
  | 'hasAlpha'
  | 'height'
  | 'icc'
  | 'isPalette'
  | 'isProgressive'
  | 'orientation'
  | 'pages'
  | 'space'
  | 'width'
> &
  Readonly<{
    /** Of CIELAB of 8 or 16 bits, which is not left to libvips. */
    cielab?: CielabForm
  }>

/** @throws DomainError `refused` */
export async function readHeader(path: string, page: number): Promise<Header> {
  const cielab = await readCielabHeader(path, page)
  if (cielab) return cielab
  try {
    return await sharp(path, { page, limitInputPixels: false, failOn: 'error' }).metadata()
  } catch (cause) {
    const why = `The file is damaged: its header cannot be read (${whyUnreadable(cause)}). Export it again.`
    throw new DomainError('refused', why, { cause })
  }
}

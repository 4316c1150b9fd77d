import { createHash } from 'node:crypto'
import type { ServedPlan } from '../drawing/composition.js'
import type { ImageRecord } from '../record.js'

export type VersionedImage = Pick<ImageRecord, 'id' | 'version'>

/** 16 bytes that stand for what one plan makes of one version of an image. */
export const derivativeKey = (image: VersionedImage, plan: ServedPlan): Buffer => digest(derivativeName(image, plan))

/** The same in full, quicker to make. */
export const derivativeName = ({ id, version }: VersionedImage, plan: ServedPlan): string =>
  `${id}\n${version}\n${JSON.stringify(plan)}`

/** 16 bytes that all derivatives of one version of an image share. */
export const imageKey = ({ id, version }: VersionedImage): Buffer => digest(`${id}\n${version}`)

const digest = (text: string): Buffer => createHash('sha256').update(text).digest().subarray(0, 16)

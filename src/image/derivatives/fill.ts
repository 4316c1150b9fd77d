import type { Plan, Transform } from '../plan.js'
import type { Derivative } from './database.js'
import type { Derivatives } from './derivatives.js'
import { derivativeKey, imageKey, type VersionedImage } from './key.js'

/** What is drawn is written when it has come to so many bytes, so that no other process waits long. */
const BATCH_BYTES = 4_000_000

/**
 * Draws what is not kept yet, so many at once, and keeps it in few transactions.
 * @returns how many were kept
 */
export async function fillDerivatives(
  derivatives: Derivatives,
  image: VersionedImage,
  plans: readonly Plan[],
  jobs: number,
  draw: (plan: Plan & Transform) => Promise<Buffer>,
): Promise<number> {
  if (!derivatives.open) return 0
  const group = imageKey(image)
  let batch: Derivative[] = []
  let bytes = 0
  let kept = 0
  let failed = false

  const write = async (): Promise<void> => {
    const full = batch
    batch = []
    bytes = 0
    if (full.length > 0) kept += await derivatives.keepAll(full)
  }

  const waiting = plans.values()
  const work = async (): Promise<void> => {
    for (const plan of waiting) {
      if (failed) return
      if (plan.kind === 'stored-tile') continue
      const key = derivativeKey(image, plan)
      if (derivatives.has(key)) continue
      const drawn = await draw(plan)
      batch.push({ key, image: group, bytes: drawn })
      bytes += drawn.length
      if (bytes >= BATCH_BYTES) await write()
    }
  }
  const stopping = (error: unknown): never => {
    failed = true
    throw error
  }
  await Promise.all(Array.from({ length: jobs }, () => work().catch(stopping)))
  await write()
  return kept
}

import { DomainError } from '../errors.js'

/**
 * Waits for what the decoder makes of stored tiles.
 * @throws DomainError `damaged` where it fails: everything else about a plan was judged before
 */
export async function decoding<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof DomainError) throw error
    throw new DomainError('damaged', 'A pyramid is probably damaged: no picture can be made of its tiles.', {
      cause: error,
    })
  }
}

import { DomainError } from '../errors.js'

/** For commands that go on where they stopped. @throws DomainError `busy` once the program was asked to end */
export function throwIfInterrupted({ aborted }: AbortSignal): void {
  if (aborted) throw new DomainError('busy', 'Interrupted; run the same command again to go on.')
}

import { openSync } from 'node:fs'
import { basename } from 'node:path'
import { DomainError } from '../errors.js'

/** Makes the file of a report, open for writing; never writes over one that is there. @throws DomainError `refused` */
export function createReport(path: string): number {
  try {
    return openSync(path, 'wx')
  } catch (cause) {
    const there = (cause as NodeJS.ErrnoException).code === 'EEXIST'
    const reason = there ? 'it is already there' : 'its directory cannot be written to'
    throw new DomainError('refused', `Cannot write the report ${basename(path)}: ${reason}.`, { cause })
  }
}

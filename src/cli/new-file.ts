import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { basename } from 'node:path'
import { DomainError } from '../errors.js'

/** The file of a report, which is written bit by bit, then kept or deleted. */
export type ReportFile = Readonly<{ write(text: string): void; keep(): void; discard(): void }>

/** Never writes over a file that is there. @throws DomainError `refused` */
export function createReport(path: string): ReportFile {
  const file = openNew(path)
  return {
    write: text => void writeSync(file, text),
    keep: () => closeSync(file),
    discard() {
      closeSync(file)
      rmSync(path)
    },
  }
}

function openNew(path: string): number {
  try {
    return openSync(path, 'wx')
  } catch (cause) {
    const there = (cause as NodeJS.ErrnoException).code === 'EEXIST'
    const reason = there ? 'it is already there' : 'its directory cannot be written to'
    throw new DomainError('refused', `Cannot write the report ${basename(path)}: ${reason}.`, { cause })
  }
}

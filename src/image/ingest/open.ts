import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, lstat, open } from 'node:fs/promises'
import { DomainError } from '../../errors.js'

/** What a file was like when it was looked at, to notice that it changed since. */
export type FileState = Readonly<{ bytes: number; modifiedMs: number }>

/** Opens a curator's file to read it. @throws DomainError `refused` for what is not a plain, readable file */
export async function openMaster(path: string): Promise<FileHandle> {
  const problem = await lstat(path).then(
    state => (state.isFile() ? undefined : notAFile(state)),
    (error: NodeJS.ErrnoException) => unreadable(error),
  )
  if (problem) throw new DomainError('refused', problem)
  try {
    // Without NONBLOCK a pipe that took the file's place would hold the program for ever.
    return await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  } catch (cause) {
    throw new DomainError('refused', unreadable(cause as NodeJS.ErrnoException), { cause })
  }
}

export async function stateOf(handle: FileHandle): Promise<FileState> {
  const { size, mtimeMs } = await handle.stat()
  return { bytes: size, modifiedMs: mtimeMs }
}

const PIECE_BYTES = 1 << 20

/** Reads a file once through. @returns its SHA-256, in hexadecimal, and its state */
export async function fingerprint(
  path: string,
  signal?: AbortSignal,
): Promise<FileState & Readonly<{ sha256: string }>> {
  const handle = await openMaster(path)
  try {
    const state = await stateOf(handle)
    const hash = createHash('sha256')
    const piece = Buffer.allocUnsafeSlow(PIECE_BYTES)
    for (;;) {
      signal?.throwIfAborted()
      const { bytesRead } = await handle.read(piece, 0, piece.length, null)
      if (bytesRead === 0) break
      hash.update(piece.subarray(0, bytesRead))
    }
    return { ...state, sha256: hash.digest('hex') }
  } catch (cause) {
    signal?.throwIfAborted()
    throw new DomainError('refused', 'The file cannot be read to its end; copy it again.', { cause })
  } finally {
    await handle.close()
  }
}

const notAFile = (state: Readonly<{ isDirectory(): boolean; isSymbolicLink(): boolean }>): string =>
  state.isDirectory()
    ? 'It is a folder, not a picture.'
    : state.isSymbolicLink()
      ? 'It is a link; give the file that it points to.'
      : 'It is not a plain file.'

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EACCES: 'The file may not be read; change its permissions.',
  EPERM: 'The file may not be read; change its permissions.',
}

const unreadable = (error: NodeJS.ErrnoException): string =>
  reasons[error.code ?? ''] ?? `The file cannot be opened (${error.code ?? 'unknown reason'}).`

import type { UploadBounds } from '../../config.js'
import { DomainError } from '../../errors.js'
import type { UploadFiles } from './files.js'
import { isConcluded, isExpired, type Upload } from './upload.js'

/** The uploads that are known, as they stand on disc, and what bounds all of them together. */
export interface Register {
  /** Those whose time is over are not there any more. */
  get(id: string): Upload | undefined
  /** @throws DomainError `not-found` */
  find(id: string): Upload
  list(): readonly Upload[]
  /** Writes an upload down, on disc first. */
  record(upload: Upload): Promise<Upload>
  /** What is told of an upload, where that does not stand in its record, or stands there already. */
  tell(upload: Upload): void
  forget(id: string): Promise<void>
  /**
   * Runs a task that begins one more upload of so many bytes; the oldest that are concluded make room. Its place is promised
   * to nobody else from the first moment on until the task has ended.
   * @throws DomainError `busy`, `no-space`
   */
  admit<T>(bytes: number, task: () => Promise<T>): Promise<T>
  /**
   * Runs a task that receives bytes of an upload.
   * @throws DomainError `conflict` where another does so already, `busy` where too many arrive at once
   */
  receive<T>(id: string, task: () => Promise<T>): Promise<T>
  isReceiving(id: string): boolean
}

type Beginning = Readonly<{ bytes: number }>

export async function openRegister(files: UploadFiles, bounds: UploadBounds, clock: () => Date): Promise<Register> {
  // In the order in which they were begun
  const uploads = new Map((await files.load()).map(upload => [upload.id, upload]))
  const receiving = new Set<string>()
  const beginning = new Set<Beginning>()

  const isOver = (upload: Upload): boolean => !receiving.has(upload.id) && isExpired(upload, bounds.hours, clock())
  const get = (id: string): Upload | undefined => {
    const upload = uploads.get(id)
    return upload && !isOver(upload) ? upload : undefined
  }
  const forget = async (id: string): Promise<void> => {
    uploads.delete(id)
    await files.remove(id)
  }
  const makeRoom = async (): Promise<void> => {
    for (const upload of uploads.values()) if (isOver(upload)) await forget(upload.id)
    for (const upload of uploads.values()) {
      if (uploads.size + beginning.size <= bounds.files) return
      if (isConcluded(upload)) await forget(upload.id)
    }
    if (uploads.size + beginning.size > bounds.files) throw crowded
  }
  /** Bytes that were promised a place and have not come yet, up to those of one that begins. */
  const outstanding = (own: Beginning): number => {
    const all = [...beginning]
    const promised = all.slice(0, all.indexOf(own) + 1).map(({ bytes }) => bytes)
    const announced = [...uploads.values()].map(({ stage, length, received }) =>
      stage === 'arriving' ? length - received : 0,
    )
    return [...announced, ...promised].reduce((sum, bytes) => sum + bytes, 0)
  }
  await makeRoom().catch(() => undefined)

  return {
    get,
    find(id) {
      const upload = get(id)
      if (!upload) throw new DomainError('not-found', 'There is no such upload, or its time is over; begin again.')
      return upload
    },
    list: () => [...uploads.values()].filter(upload => !isOver(upload)),
    async record(upload) {
      await files.record(upload)
      uploads.set(upload.id, upload)
      return upload
    },
    tell: upload => void uploads.set(upload.id, upload),
    forget,
    async admit(bytes, task) {
      const own = { bytes }
      beginning.add(own)
      try {
        await makeRoom()
        if ((await files.free()) < outstanding(own) + bounds.spare) throw noSpaceFor(bytes)
        return await task()
      } finally {
        beginning.delete(own)
      }
    },
    async receive(id, task) {
      if (receiving.has(id)) throw new DomainError('conflict', 'This upload is receiving already, by another request.')
      if (receiving.size >= bounds.jobs) throw crowded
      receiving.add(id)
      try {
        return await task()
      } finally {
        receiving.delete(id)
      }
    },
    isReceiving: id => receiving.has(id),
  }
}

const crowded = new DomainError(
  'busy',
  'As many pictures are arriving or waiting as the server takes; try again later.',
)

const noSpaceFor = (bytes: number): DomainError =>
  new DomainError(
    'no-space',
    `There is no space for ${Math.ceil(bytes / 1e6)} MB more in the data directory; whoever runs the server must make room.`,
  )

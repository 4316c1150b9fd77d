import type { Readable } from 'node:stream'
import type { Config, UploadBounds } from '../../config.js'
import { DomainError } from '../../errors.js'
import { openScratch } from '../../image/ingest/scratch.js'
import { openUploadFiles } from './files.js'
import type { UploadPorts } from './ingest.js'
import { openQueue } from './queue.js'
import { receive } from './receive.js'
import { openRegister } from './register.js'
import type { Upload } from './upload.js'

/** Who uploads what. */
export type Announced = Pick<Upload, 'by' | 'fileName' | 'wanted'>

/** Pictures on their way in: they arrive, are checked and ingested one after the other, and are told of for a while. */
export interface Uploads {
  /** Makes ready for a file that comes in parts. @throws DomainError `too-large`, `no-space`, `busy` */
  announce(announced: Announced, length: number): Promise<Upload>
  /**
   * Takes the next bytes of an announced file; what came stays where the stream breaks off.
   * @throws DomainError `not-found`; `conflict` where it has not `offset` bytes, or is receiving already
   */
  append(id: string, offset: number, bytes: Readable): Promise<Upload>
  /**
   * Takes a file that comes at once, of at most `most` bytes where that is known; where it breaks off, nothing stays.
   * What it is to become is asked for at its end.
   * @throws DomainError as `announce`
   */
  take(bytes: Readable, most: number | undefined, announced: () => Promise<Announced>): Promise<Upload>
  /** @throws DomainError `not-found` */
  find(id: string): Upload
  list(): readonly Upload[]
  /** Forgets an upload and what has come of it. @throws DomainError `conflict` while it is being ingested */
  discard(id: string): Promise<void>
  /** Stops; what waits to be ingested is taken up again at the next start. */
  close(): Promise<void>
}

type Ports = UploadPorts & Readonly<{ config: Pick<Config, 'uploads'>; clock(): Date }>

export async function openUploads(ports: Ports): Promise<Uploads> {
  const { dataDirectory, uploads: bounds } = ports.config
  const files = await openUploadFiles(dataDirectory)
  const register = await openRegister(files, bounds, ports.clock)
  const scratch = await openScratch(dataDirectory)
  const queue = await openQueue({ register, files, scratch, ports })

  const begun = (id: string, announced: Announced, length: number): Upload => ({
    id,
    ...announced,
    length,
    received: 0,
    createdAt: ports.clock().toISOString(),
    stage: 'arriving',
  })

  return {
    async announce(announced, length) {
      if (length > bounds.bytes) throw tooLarge(bounds)
      return register.admit(length, () => register.record(begun(files.newId(), announced, length)))
    },
    async append(id, offset, bytes) {
      // One whose time is over is not there any more, and receiving must not bring it back
      register.find(id)
      return register.receive(id, async () => {
        const upload = register.find(id)
        if (upload.stage !== 'arriving') throw new DomainError('conflict', 'This upload is complete already.')
        if (offset !== upload.received)
          throw new DomainError(
            'conflict',
            `Expected the bytes from ${upload.received} on; ask with HEAD where to go on.`,
          )
        const { length } = upload
        const beyond = new DomainError('too-large', `Expected ${length} bytes in all, but more came.`)
        try {
          await receive(files.part(id), bytes, offset, { bytes: length, beyond })
        } finally {
          register.tell({ ...upload, received: await files.received(id) })
        }
        const after = register.find(id)
        return after.received === length ? queue.add(after) : after
      })
    },
    async take(bytes, most = bounds.bytes, announced) {
      const id = files.newId()
      const whole = async (): Promise<Upload> => {
        try {
          await receive(files.part(id), bytes, 0, { bytes: bounds.bytes, beyond: tooLarge(bounds) })
          const received = await files.received(id)
          if (received === 0) throw new DomainError('invalid-request', 'Expected a picture, but the file is empty.')
          return await queue.add({ ...begun(id, await announced(), received), received })
        } catch (error) {
          await register.forget(id)
          throw error
        }
      }
      return register.admit(Math.min(most, bounds.bytes), () => register.receive(id, whole))
    },
    find: register.find,
    list: register.list,
    async discard(id) {
      const { stage } = register.find(id)
      if (stage === 'waiting' || stage === 'working' || register.isReceiving(id))
        throw new DomainError('conflict', 'It is arriving or being ingested; wait until that is done.')
      await register.forget(id)
    },
    close: queue.close,
  }
}

const tooLarge = ({ bytes }: UploadBounds): DomainError =>
  new DomainError(
    'too-large',
    `Expected at most ${Math.floor(bytes / 1e6)} MB; bring larger pictures in with "beffroi ingest".`,
  )

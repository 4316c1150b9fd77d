import { outOfSpace } from '../../image/ingest/reason.js'
import type { Scratch } from '../../image/ingest/scratch.js'
import { openLane } from '../../image/lane.js'
import type { ImageRecord } from '../../image/record.js'
import type { UploadFiles } from './files.js'
import { ingestUpload, sentenceOf, type UploadPorts } from './ingest.js'
import type { Register } from './register.js'
import { inStage, type Progress, type Upload } from './upload.js'

/** Uploads that are complete and are ingested one after the other, the curators in turn. */
export interface Queue {
  add(upload: Upload): Promise<Upload>
  /** Stops; what waits is taken up again at the next start. */
  close(): Promise<void>
}

type Parts = Readonly<{ register: Register; files: UploadFiles; scratch: Scratch; ports: UploadPorts }>

/** A queue of all that was complete when the server ended. */
export async function openQueue({ register, files, scratch, ports }: Parts): Promise<Queue> {
  // The register bounds how many there are; one that is turned away here would wait until the next start
  const lane = openLane({ jobs: 1, queue: Number.POSITIVE_INFINITY })
  const stop = new AbortController()
  const jobs = new Set<Promise<void>>()

  /** Told when its part is gone, which goes when it is recorded that nothing more is to be done with it. */
  const conclude = async (upload: Upload, progress: Progress): Promise<void> => {
    const concluded = inStage(upload, progress)
    await files.record(concluded)
    await files.removePart(upload.id)
    register.tell(concluded)
  }
  const ingest = async (upload: Upload): Promise<void> => {
    const working = await register.record(inStage(upload, { stage: 'working' }))
    try {
      const { images, hung, notes } = await ingestUpload(working, files.part(upload.id), ports, scratch, stop.signal)
      await files.keep(upload.id, masterName(images[0] as ImageRecord))
      await conclude(working, { stage: 'done', images: images.map(({ id }) => id), hung, notes })
    } catch (error) {
      if (stop.signal.aborted) return void (await register.record(upload))
      await conclude(working, { stage: 'refused', why: outOfSpace(error) ? noSpaceLeft : sentenceOf(error) })
    }
  }
  const add = async (upload: Upload): Promise<Upload> => {
    const waiting = await register.record(inStage(upload, { stage: 'waiting' }))
    // What cannot even be recorded is taken up again at the next start
    const job = lane.run(() => ingest(waiting), stop.signal, { client: upload.by }).catch(() => undefined)
    jobs.add(job)
    job.finally(() => jobs.delete(job))
    return waiting
  }

  for (const upload of register.list()) {
    if (upload.stage === 'working') await takeUp(upload, add, conclude)
    else if (upload.stage === 'waiting' || (upload.stage === 'arriving' && upload.received === upload.length))
      await add(upload)
  }

  return {
    add,
    async close() {
      stop.abort()
      await Promise.all(jobs)
    },
  }
}

/** A picture that ends the server must not do so at every start: it is tried once more, and then refused. */
async function takeUp(
  upload: Upload,
  add: Queue['add'],
  conclude: (upload: Upload, progress: Progress) => Promise<void>,
): Promise<void> {
  const interrupted = (upload.interrupted ?? 0) + 1
  if (interrupted > 1) await conclude(upload, { stage: 'refused', why: endedTwice })
  else await add({ ...upload, interrupted })
}

/** `tour.0123456789ab.tiff`: a picture that is replaced stands beside the one before. */
const masterName = ({ id, master }: ImageRecord): string => `${id}.${master.sha256.slice(0, 12)}.${master.format}`

const endedTwice =
  'The server ended twice while it was being ingested; save it again in another format, or bring it in with "beffroi ingest".'

const noSpaceLeft =
  'There was no space left to ingest it; whoever runs the server must make room, then upload it again.'

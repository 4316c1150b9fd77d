import type { PyramidChecksum } from '../../catalogue/catalogue.js'
import { DomainError } from '../../errors.js'
import type { ImageRecord } from '../../image/record.js'
import { soundLevels, tileFlaw } from '../../image/soundness.js'
import { sha256Of } from '../../storage/digest.js'
import type { ByteSource } from '../../storage/storage.js'
import type { Check, CheckPorts } from '../check.js'
import type { Finding } from '../finding.js'

/** Noted at once, so that an interrupted check has not read in vain. */
const NOTED = 100

/** Every pyramid, drafts' too: there, readable as its record says, and to the last byte what was ingested. */
export const pyramids: Check = {
  name: 'pyramids',
  title: { fr: 'Pyramides', en: 'Pyramids' },
  async *find(ports) {
    const total = ports.audit.count().images
    const fresh: PyramidChecksum[] = []
    let done = 0
    for (const { record } of ports.audit.images()) {
      ports.signal.throwIfAborted()
      const { finding, sha256 } = await checked(record, ports)
      if (finding) yield finding
      if (sha256 !== undefined) fresh.push({ image: record.id, version: record.version, sha256 })
      if (fresh.length === NOTED) await note(fresh.splice(0), ports)
      done += 1
      ports.count('pyramids')
      ports.progress(done / total, `${done} / ${total}, ${record.pyramid}`)
    }
    await note(fresh, ports)
  },
}

/** `sha256` is that of a pyramid that had none yet. */
type Checked = Readonly<{ finding?: Finding; sha256?: string }>

async function checked(record: ImageRecord, ports: CheckPorts): Promise<Checked> {
  const source = await ports.storage.open(record.pyramid).catch(expected)
  if (!source) return isStill(record, ports) ? wrong('pyramid-missing', record) : {}
  try {
    const sound = await soundLevels(source, record)
    if ('flaw' in sound) return isStill(record, ports) ? wrong('pyramid-unreadable', record, sound.flaw) : {}
    return ports.quick ? {} : await compared(source, record, ports, () => tileFlaw(source, sound.levels))
  } finally {
    await source.close()
  }
}

/** A first checksum is believed once each tile has been looked at. */
async function compared(
  source: ByteSource,
  record: ImageRecord,
  ports: CheckPorts,
  flawOfTiles: () => Promise<string | undefined>,
): Promise<Checked> {
  const sha256 = await sha256Of(source, ports.signal)
  ports.count('megabytes', source.bytes / 1e6)
  if (record.pyramidSha256 === sha256) return {}
  const flaw = record.pyramidSha256 === undefined ? await flawOfTiles() : undefined
  if (flaw !== undefined) return wrong('pyramid-unreadable', record, flaw)
  if (record.pyramidSha256 === undefined) return { sha256 }
  if (!isStill(record, ports)) return {}
  return wrong('pyramid-changed', record, `SHA-256 ${sha256} instead of ${record.pyramidSha256}`)
}

/** Whether the image was not replaced while its file was read. */
function isStill(record: ImageRecord, { audit }: CheckPorts): boolean {
  const now = audit.image(record.id)?.record
  return now?.pyramid === record.pyramid && now.pyramidSha256 === record.pyramidSha256
}

const wrong = (code: Finding['code'], { id, pyramid }: ImageRecord, detail?: string): Checked => ({
  finding: { code, subject: { kind: 'image', id }, place: pyramid, ...(detail === undefined ? {} : { detail }) },
})

function expected(error: unknown): undefined {
  if (!(error instanceof DomainError)) throw error
}

async function note(checksums: readonly PyramidChecksum[], { writer, count }: CheckPorts): Promise<void> {
  if (checksums.length === 0) return
  try {
    count('noted', await writer.noteChecksums(checksums))
  } catch (error) {
    // Another process writes for long: the next check notes them
    if (!(error instanceof DomainError && error.code === 'busy')) throw error
  }
}

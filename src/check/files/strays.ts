import { sha256Of } from '../../storage/digest.js'
import { type ListedFile, listFiles } from '../../storage/list.js'
import type { Check, CheckPorts } from '../check.js'
import { type Remembered, remember } from '../remembered.js'

/** Files younger than this may be on their way into the catalogue, ms. */
const NEW = 3_600_000

/** Files in `pyramids/` that no image has as its pyramid: what an ingest left behind that was killed. */
export const strayPyramids: Check = {
  name: 'stray-pyramids',
  title: { fr: 'Fichiers étrangers', en: 'Stray files' },
  async *find(ports) {
    for await (const file of listed('pyramids', ports)) {
      if (isNamed(file.path, ports)) continue
      yield { code: 'file-stray', subject: { kind: 'file', path: file.path }, detail: sizeOf(file) }
    }
  },
}

/** Below it, uploads wait to be complete or ingested; the server clears it. */
const INCOMING = 'masters/incoming/'

/** Files in `masters/` that no image was made from, told by their content. */
export const strayMasters: Check = {
  name: 'stray-masters',
  title: { fr: 'Originaux téléversés', en: 'Uploaded masters' },
  async *find(ports) {
    if (ports.quick) return
    let known: Remembered | undefined
    for await (const file of listed('masters', ports)) {
      if (file.path.startsWith(INCOMING)) continue
      known ??= mastersOf(ports)
      const source = await ports.storage.open(file.path)
      const sha256 = await sha256Of(source, ports.signal).finally(() => source.close())
      ports.count('megabytes', file.bytes / 1e6)
      if (!known.has(sha256))
        yield { code: 'master-stray', subject: { kind: 'file', path: file.path }, detail: sizeOf(file) }
    }
  },
}

function mastersOf({ audit }: CheckPorts): Remembered {
  const masters = remember()
  for (const { record } of audit.images()) masters.add(record.master.sha256)
  return masters
}

async function* listed(folder: string, ports: CheckPorts): AsyncIterable<ListedFile> {
  const now = ports.clock().getTime()
  for await (const file of listFiles(ports.dataDirectory, folder)) {
    ports.signal.throwIfAborted()
    ports.count('files')
    if (now - file.modifiedMs > NEW) yield file
  }
}

/** `pyramids/a1/id.version.tif`: an id may have points of its own. */
function isNamed(path: string, { audit }: CheckPorts): boolean {
  const [, id] = /([^/]+)\.[^./]+\.tif$/.exec(path) ?? []
  return id !== undefined && audit.image(id)?.record.pyramid === path
}

const sizeOf = ({ bytes }: ListedFile): string => `${(bytes / 1e6).toFixed(1)} MB`

import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Contender } from './compare.js'
import { fetched } from './requests.js'
import { startBeffroi, startNginx } from './servers.js'
import type { Stage } from './stage.js'

/** `suffix` is of the files, and says their media type to nginx; `coding` is how both are asked to send them. */
export type Asked = Readonly<{ name: string; addresses: readonly string[]; suffix: string; coding?: 'gzip' }>

/** Beffroi's own answers beside the same bytes as files of nginx. */
export async function besideFiles<T>(
  stage: Stage,
  { name, addresses, suffix, coding }: Asked,
  work: (own: Contender, files: Contender | undefined) => Promise<T>,
): Promise<T> {
  const place = { directory: stage.directory, core: stage.cores.server }
  const root = join(stage.directory, `files-${name}`)
  const beffroi = await startBeffroi(place, stage.data)
  try {
    // nginx sends N.json.gz for N.json to those who accept gzip
    const stored = coding === undefined ? suffix : `${suffix}.gz`
    for (const [index, address] of addresses.entries())
      await save(join(root, fileOf(index, stored)), await fetched(`${beffroi.base}${address}`, coding))
    const headers: Contender['headers'] = coding === undefined ? {} : { 'accept-encoding': coding }
    const { base, pids } = beffroi
    const own: Contender = { name: 'Beffroi', base, pids, headers, addresses: () => addresses }
    if (!stage.found.nginx) return await work(own, undefined)
    const nginx = await startNginx(place, root)
    try {
      const paths = addresses.map((_, index) => `/${fileOf(index, suffix)}`)
      return await work(own, { name: 'nginx', base: nginx.base, pids: nginx.pids, headers, addresses: () => paths })
    } finally {
      await nginx.stop()
    }
  } finally {
    await beffroi.stop()
  }
}

const fileOf = (index: number, suffix: string): string => `${index % 64}/${index}.${suffix}`

async function save(path: string, body: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, body)
}

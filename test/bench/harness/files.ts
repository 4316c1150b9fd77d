import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Contender } from './compare.js'
import { fetched } from './requests.js'
import { startBeffroi, startNginx } from './servers.js'
import type { Stage } from './stage.js'

/**
 * Beffroi's own answers beside the same bytes as files of nginx.
 * @param suffix of the files, which says their media type to nginx
 */
export async function besideFiles<T>(
  stage: Stage,
  { name, addresses, suffix }: Readonly<{ name: string; addresses: readonly string[]; suffix: string }>,
  work: (own: Contender, files: Contender | undefined) => Promise<T>,
): Promise<T> {
  const place = { directory: stage.directory, core: stage.cores.server }
  const root = join(stage.directory, `files-${name}`)
  const beffroi = await startBeffroi(place, stage.data)
  try {
    for (const [index, address] of addresses.entries())
      await save(join(root, fileOf(index, suffix)), await fetched(`${beffroi.base}${address}`))
    const own: Contender = { name: 'Beffroi', base: beffroi.base, pids: beffroi.pids, addresses: () => addresses }
    if (!stage.found.nginx) return await work(own, undefined)
    const nginx = await startNginx(place, root)
    try {
      const paths = addresses.map((_, index) => `/${fileOf(index, suffix)}`)
      return await work(own, { name: 'nginx', base: nginx.base, pids: nginx.pids, addresses: () => paths })
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

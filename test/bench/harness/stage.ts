import { existsSync, rmSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fillCatalogue, ingestPicture } from './catalogue.js'
import { type Load, openLoad } from './load.js'
import { writePicture } from './picture.js'
import { type Core, chooseCores, findProgram } from './processes.js'

/** What every question works with. */
export type Stage = Readonly<{
  /** A folder of this run alone, removed at its end. */
  directory: string
  /** Beffroi's data: the picture as `picture`, and the catalogue. */
  data: string
  /** The picture as it was ingested, uncompressed, and a folder that holds its pyramid as `picture.tif`. */
  master: string
  pyramids: string
  cores: Readonly<{ server: Core; load: Core }>
  load: Load
  found: Readonly<{ nginx: boolean; iipsrv: string | undefined; vips: boolean }>
  rounds: number
  seconds: number
  say(sentence: string): void
}>

type Options = Pick<Stage, 'rounds' | 'seconds' | 'say'>

/**
 * Makes the picture and the catalogue, lets `work` ask its questions, and removes all.
 * @param kept a folder to keep them in instead, and to find them in the next time
 */
export async function onStage<T>(
  options: Options,
  kept: string | undefined,
  work: (stage: Stage) => Promise<T>,
): Promise<T> {
  const directory = kept ? resolve(kept) : await mkdtemp(join(tmpdir(), 'beffroi-bench-'))
  const finished = join(directory, 'finished')
  const remove = () => {
    if (!kept) rmSync(directory, { recursive: true, force: true })
  }
  process.once('exit', remove)
  try {
    const stage = stageIn(directory, options)
    if (!existsSync(finished)) await build(stage)
    await writeFile(finished, '')
    return await work(stage)
  } finally {
    process.off('exit', remove)
    remove()
  }
}

function stageIn(directory: string, options: Options): Stage {
  const cores = chooseCores()
  return {
    ...options,
    directory,
    data: join(directory, 'data'),
    master: join(directory, 'picture.tif'),
    pyramids: join(directory, 'pyramids'),
    cores,
    load: openLoad(join(directory, 'load'), cores.load),
    found: {
      nginx: findProgram('nginx', ['/usr/sbin/nginx']) !== undefined,
      iipsrv: findProgram(process.env.IIPSRV ?? 'iipsrv.fcgi', ['/usr/lib/iipimage-server/iipsrv.fcgi']),
      vips: findProgram('vips') !== undefined,
    },
  }
}

async function build({ directory, data, master, pyramids, say }: Stage): Promise<void> {
  await mkdir(pyramids, { recursive: true })
  say('Drawing the picture of 20,000 × 15,000 px.')
  say(`It is made of ${await writePicture(directory, master)}.`)
  say('Filling the catalogue and ingesting.')
  await fillCatalogue(directory, data)
  await ingestPicture(data, master)
  await symlink(await pyramidBelow(data), join(pyramids, 'picture.tif'))
}

async function pyramidBelow(data: string): Promise<string> {
  const files = await readdir(join(data, 'pyramids'), { recursive: true })
  const path = files.find(file => /(^|\/)picture\.[^/]*\.tif$/.test(file))
  if (!path) throw new Error('The picture was ingested but its pyramid is not there.')
  return join(data, 'pyramids', path)
}

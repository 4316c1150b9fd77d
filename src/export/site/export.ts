import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../../config.js'
import { DomainError } from '../../errors.js'
import type { ServedImage } from '../../image/drawing/drawing.js'
import type { Box } from '../../image/geometry.js'
import type { Images } from '../../image/images.js'
import { levelZero } from '../../image/level0.js'
import { contentsOf, type SiteAddress } from './contents.js'
import { fileOf, pictureOf } from './file-names.js'
import { type ImageFolder, openSiteFolder, type SiteFolder } from './folder.js'
import { type ImageExport, overview, writePicture, writeService } from './images.js'
import type { Readers } from './narrow.js'
import { readme } from './readme.js'
import type { Needs, Rebase } from './rebase.js'
import { rewriteDocument } from './rewrite-document.js'
import { rewritePage } from './rewrite-page.js'

/** What the server answers to a GET. */
export type Ask = (path: string) => Promise<Readonly<{ status: number; type: string; body: Buffer }>>

export type FoundImage = Readonly<{ image: ServedImage; rights(): Promise<string | undefined> }>

export type SiteExport = Readonly<{
  /** Answers with addresses that begin with `own`. */
  ask: Ask
  own: string
  /** Where the site will stand; without, it is taken to be looked at on the machine that shows it. */
  base: string | undefined
  readers: Readers
  findImage(id: string): Promise<FoundImage>
  images: Images
  config: Config
  /** Scripts, styles and fonts. */
  assets: string
  /** With them, tiles of these regions alone, by the ids of images. */
  regions: ReadonlyMap<string, readonly Box[]> | undefined
  /** Bytes of disc that it will take, about. */
  needed: number
  signal: AbortSignal
  onProgress(progress: SiteProgress): void
}>

export type SiteProgress = Readonly<{ files: number; pictures: number; reused: number; bytes: number; label: string }>

/** Where `python3 -m http.server` shows a folder. */
export const usualBase = 'http://localhost:8000'

/** Writes a static site into a folder, which has it whole or not at all. @returns what was written */
export async function exportSite(folder: string, site: SiteExport): Promise<SiteProgress> {
  const target = await openSiteFolder(folder)
  if (target.fresh && (await target.free()) < site.needed) throw noRoom(site.needed)
  try {
    const writer = siteWriter(target, site)
    await writer.assets()
    for await (const content of contentsOf(site.readers)) await writer.content(content)
    await writer.entrance()
    await target.finish()
    return writer.progress()
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ENOSPC' ? discFull(error) : error
  }
}

const noRoom = (bytes: number): DomainError =>
  new DomainError(
    'no-space',
    `The disc has no room for the site, which takes about ${Math.ceil(bytes / 1_000_000)} MB. Make room, name another folder, or choose one story (--slug) or its regions alone (--regions-only).`,
  )

const discFull = (cause: unknown): DomainError =>
  new DomainError(
    'no-space',
    'The disc is full. What stood in the folder before stands there still; what was written of the site is kept beside it, and the same command goes on from there once there is room.',
    { cause },
  )

function siteWriter(target: SiteFolder, site: SiteExport) {
  const { config, signal, regions } = site
  const base = site.base ?? usualBase
  const rebase: Rebase = { own: site.own, base }
  const published = site.base !== undefined
  const done = { files: 0, pictures: 0, reused: 0, bytes: 0 }
  const services = new Map<string, ImageFolder>()

  const ports: ImageExport = {
    images: site.images,
    serving: config,
    folder: target,
    jobs: config.render.light.jobs,
    signal,
    onPicture(bytes) {
      done.pictures += 1
      if (bytes === 0) done.reused += 1
      done.bytes += bytes
    },
  }

  const write = async (name: string, content: string | Buffer): Promise<void> => {
    await target.write(name, content)
    done.files += 1
    done.bytes += content.length
    site.onProgress({ ...done, label: name })
  }

  const service = async (id: string): Promise<ImageFolder> => {
    const known = services.get(id)
    if (known) return known
    const { image, rights } = await site.findImage(id)
    const within = regions && (regions.get(id) ?? [])
    const at = await writeService({ image, base, rights: await rights(), regions: within }, ports)
    services.set(id, at)
    site.onProgress({ ...done, label: id })
    return at
  }

  const satisfy = async ({ images, pictures }: Needs): Promise<void> => {
    for (const id of images) await service(id)
    for (const address of pictures) {
      const { image: id, path } = pictureOf(address) ?? {}
      if (id === undefined || path === undefined) continue
      const at = await service(id)
      // What `max` means was decided with the service
      if (path.startsWith('full/max/')) continue
      const { image } = await site.findImage(id)
      await writePicture(image, at, path, path, ports)
    }
  }

  const page = async (html: string, file: string): Promise<void> => {
    const images = new Map<string, ServedImage>()
    for (const [, id = ''] of html.matchAll(/\/iiif\/image\/3\/([^/"&]+)\/info\.json/g))
      images.set(decodeURIComponent(id), (await site.findImage(decodeURIComponent(id))).image)
    const informationOf = (id: string, at: string) => {
      const image = images.get(id)
      const within = regions && { regions: regions.get(id) ?? [], overview }
      return image && levelZero({ id: at, image, ...config, within })
    }
    const rewritten = rewritePage(html, { ...rebase, file, published, informationOf })
    await satisfy(rewritten.needs)
    await write(file, rewritten.html)
  }

  const one = async (address: string, optional: boolean): Promise<boolean> => {
    signal.throwIfAborted()
    const file = fileOf(address)
    if (file === undefined) throw new Error(`A static site has no file for ${address}.`)
    const { status, type, body } = await site.ask(address)
    // Withdrawn since it was listed, or never there
    if (status === 410 || (status === 404 && optional)) return false
    if (status !== 200)
      throw new DomainError('damaged', `${address} answered ${status}; "beffroi check" says what is wrong.`)
    if (type.startsWith('text/html')) await page(body.toString(), file)
    else {
      const { document, needs } = rewriteDocument(JSON.parse(body.toString()), rebase)
      await satisfy(needs)
      await write(file, `${JSON.stringify(document)}\n`)
    }
    return true
  }

  return {
    progress: (): SiteProgress => ({ ...done, label: '' }),

    async content({ address, next, optional }: SiteAddress): Promise<void> {
      if (!(await one(address, optional ?? false)) || !next) return
      for (let number = 2; await one(next(number), true); number += 1);
    },

    async assets(): Promise<void> {
      for (const name of await readdir(site.assets)) {
        if (name === 'manifest.json') continue
        await target.copy(`static/assets/${name}`, join(site.assets, name))
        done.files += 1
      }
    },

    /** What a folder shows first, and says of itself. */
    async entrance(): Promise<void> {
      const { body } = await site.ask('/fr/')
      await page(body.toString(), 'index.html')
      await write('README.txt', readme({ siteName: config.siteName, base, published }))
    },
  }
}

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../../config.js'
import { DomainError } from '../../errors.js'
import type { ServedImage } from '../../image/drawing/drawing.js'
import type { Images } from '../../image/images.js'
import { given, levelZero } from '../../image/level0.js'
import type { SiteAddress } from './contents.js'
import { fileOf, imageOf, pictureOf } from './file-names.js'
import type { ImageFolder, SiteFolder } from './folder.js'
import { givingOf, type ImagePorts, writePicture, writeService } from './images.js'
import { literally, type Needs } from './rebase.js'
import type { Regions } from './regions.js'
import { rewriteDocument } from './rewrite-document.js'
import { rewritePage } from './rewrite-page.js'

/** What the server answers to a GET. */
export type Ask = (path: string) => Promise<Readonly<{ status: number; type: string; body: Buffer }>>

export type FoundImage = Readonly<{ image: ServedImage; rights(): Promise<string | undefined> }>

/** `reused` of the pictures were taken over as they were; `bytes` were written. */
export type SiteProgress = Readonly<{ files: number; pictures: number; reused: number; bytes: number }>

export type SiteSource = Readonly<{
  /** Answers with addresses that begin with `own`. */
  ask: Ask
  own: string
  findImage(id: string): Promise<FoundImage>
  images: Images
  config: Config
  /** With them, tiles of these regions alone. */
  regions: Regions | undefined
  signal: AbortSignal
  onProgress(progress: SiteProgress): void
}>

/** @param base where documents say that the site stands; `published` where it is known */
export function siteWriter(
  target: SiteFolder,
  site: SiteSource,
  { base, published }: Readonly<{ base: string; published: boolean }>,
) {
  const { config, signal, regions } = site
  const rebase = { own: site.own, base }
  const done = { files: 0, pictures: 0, reused: 0, bytes: 0 }
  const services = new Map<string, ImageFolder>()
  const ownService = new RegExp(`${literally(site.own)}/iiif/image/3/[^/"&?#]+`, 'g')
  const ports: ImagePorts = {
    images: site.images,
    serving: config,
    folder: target,
    jobs: config.render.light.jobs,
    signal,
    onPicture(bytes) {
      done.pictures += 1
      if (bytes === 0) done.reused += 1
      done.bytes += bytes
      site.onProgress(done)
    },
  }

  const write = async (name: string, content: string | Buffer): Promise<void> => {
    await target.write(name, content)
    done.files += 1
    done.bytes += content.length
  }

  const service = async (id: string): Promise<ImageFolder> => {
    const known = services.get(id)
    if (known) return known
    const { image, rights } = await site.findImage(id)
    const at = await writeService(image, base, await rights(), givingOf(image, config.limits, regions), ports)
    services.set(id, at)
    return at
  }

  const satisfy = async ({ images, pictures }: Needs): Promise<void> => {
    for (const id of images) await service(id)
    for (const address of pictures) {
      const { image: id, path } = pictureOf(address) ?? {}
      // What `max` means was decided with the service
      if (id === undefined || path === undefined) continue
      const at = await service(id)
      const { image } = await site.findImage(id)
      if (!path.startsWith('full/max/')) await writePicture(image, at, path, path, ports)
    }
  }

  /** The images whose services a text names: ours, since services elsewhere may have addresses that end alike. */
  const imagesIn = async (text: string): Promise<ReadonlyMap<string, ServedImage>> => {
    const found = new Map<string, ServedImage>()
    for (const [address] of text.matchAll(ownService)) {
      const id = imageOf(address.slice(site.own.length))
      if (id !== undefined && !found.has(id)) found.set(id, (await site.findImage(id)).image)
    }
    return found
  }

  const page = async (html: string, file: string): Promise<void> => {
    const images = await imagesIn(html)
    const informationOf = (id: string, at: string) => {
      const image = images.get(id)
      const giving = image && givingOf(image, config.limits, regions)
      const { within } = giving ?? {}
      // So that browser code asks for no tile that is not here
      return giving && { ...levelZero(image, { id: at }, giving), ...(within && { within }) }
    }
    const rewriting = { ...rebase, file, published, informationOf }
    const rewritten = rewritePage(html, rewriting)
    await satisfy(rewritten.needs)
    await write(file, rewritten.html)
  }

  const documentAt = async (json: string, file: string): Promise<void> => {
    const images = await imagesIn(json)
    const givenOf = (id: string) => {
      const image = images.get(id)
      return image && given(image, givingOf(image, config.limits, regions))
    }
    const { document, needs } = rewriteDocument(JSON.parse(json), { ...rebase, givenOf })
    await satisfy(needs)
    await write(file, `${JSON.stringify(document)}\n`)
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
    await (type.startsWith('text/html') ? page : documentAt)(body.toString(), file)
    return true
  }

  return {
    progress: (): SiteProgress => done,
    write,

    async content({ address, next, optional }: SiteAddress): Promise<void> {
      if (!(await one(address, optional ?? false)) || !next) return
      for (let number = 2; await one(next(number), true); number += 1);
    },

    /** Puts a page where another address has none. */
    async copyOf(address: string, file: string): Promise<void> {
      const { body } = await site.ask(address)
      await page(body.toString(), file)
    },

    async assets(from: string): Promise<void> {
      for (const name of await readdir(from)) {
        if (name === 'manifest.json') continue
        await target.copy(`static/assets/${name}`, join(from, name))
        done.files += 1
      }
    },
  }
}

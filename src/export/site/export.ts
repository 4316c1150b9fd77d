import type { Readers } from '../../catalogue/readers.js'
import { DomainError } from '../../errors.js'
import { siteLanguages } from '../../presentation/languages.js'
import { urisOf } from '../../presentation/uris.js'
import { contentsOf } from './contents.js'
import { openSiteFolder } from './folder.js'
import { readme } from './readme.js'
import { type SiteProgress, type SiteSource, siteWriter } from './writer.js'

export type SiteExport = SiteSource &
  Readonly<{
    readers: Readers
    /** Where the site will stand; without, it is taken to be looked at on the machine that shows it. */
    base: string | undefined
    /** Folder of the scripts, styles and fonts. */
    assets: string
    /** Bytes of disc that it will take, about. */
    needed: number
  }>

/** Where `python3 -m http.server` shows a folder. */
const usualBase = 'http://localhost:8000'

/**
 * Writes a static site into a folder, which has it whole or not at all: pages, documents, and what these name.
 * @throws DomainError `refused` where the folder holds anything else, `no-space`
 */
export async function exportSite(folder: string, site: SiteExport): Promise<SiteProgress> {
  const target = await openSiteFolder(folder)
  const standing = { base: site.base ?? usualBase, published: site.base !== undefined }
  try {
    if (target.fresh && (await target.free()) < site.needed) {
      await target.abandon()
      throw noRoom(site.needed)
    }
    const writer = siteWriter(target, site, standing)
    await writer.assets(site.assets)
    for await (const content of contentsOf(site.readers)) await writer.content(content)
    await writer.copyOf(urisOf('').home(siteLanguages[0]), 'index.html')
    await writer.write('README.txt', readme({ siteName: site.config.siteName, ...standing }))
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

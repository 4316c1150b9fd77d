import { createHash } from 'node:crypto'
import { addressFrom } from '../values.js'
import { idOf, type Json } from './json.js'

/** The address that a manifest says is its own. */
export const manifestAddress = (manifest: Json): string | undefined => addressFrom(idOf(manifest) ?? '')

/** The id of the work made from a manifest: the same whenever it is imported, over http or https. */
export function workIdOf(address: string): string {
  const spelt = address.replace(/^http:/, 'https:').replace(/#.*$/, '')
  return `iiif-${createHash('sha256').update(spelt).digest('hex').slice(0, 12)}`
}

/** The id of a work whose manifest has no address: that of its file, `iiif-cookbook-0001`. */
export const workIdOfFile = (stem: string): string =>
  `iiif-${
    stem
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 100) || 'manifest'
  }`

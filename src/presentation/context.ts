import type { Limits } from '../config.js'
import type { Uris } from './uris.js'

/** What documents depend on beside the catalogue: the address of the site, its name, and how large images may be. */
export type PresentationContext = Readonly<{ uris: Uris; siteName: string; limits: Limits; pageSize: number }>

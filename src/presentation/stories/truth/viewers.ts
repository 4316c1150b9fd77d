import type { StoryProfile } from '../../story-uris.js'

export type ViewerFacts = Readonly<{ name: string; version: string; profile?: StoryProfile; read: string }>

/** The viewers that the table speaks of, the versions that it holds for, and how that is known. */
export const viewers = {
  page: { name: 'Beffroi', version: '', read: 'the site’s own pages' },
  mirador: { name: 'Mirador', version: '4.0–4.2', read: 'test/browser/truth/mirador.test.ts, and its source' },
  universal: { name: 'Universal Viewer', version: '4.4', read: 'test/browser/truth/universal.test.ts, and its source' },
  clover: { name: 'Clover', version: '3.3–3.14', read: '3.3.8 tried in Chromium, 2026-11; the source of 3.14' },
  tify: { name: 'TIFY', version: '0.35', read: 'tried in Chromium, 2026-11, and its source' },
  theseus: { name: 'Theseus', version: '2026', read: 'IIIF’s Cookbook' },
  storiiies: { name: 'Storiiies', version: '3.1', read: 'tried in Chromium, 2026-11, and its source' },
  canvasPanel: { name: 'Canvas Panel', version: '1.0', read: 'tried in Chromium, 2026-11' },
  triiiceratops: { name: 'Triiiceratops', version: '0.16', read: 'tried in Chromium, 2026-11' },
  exhibition: { name: 'Exhibition Viewer', version: '2026', profile: 'delft', read: 'its source and real exhibitions' },
  openseadragon: { name: 'OpenSeadragon', version: '6', read: 'test/browser/truth/openseadragon.test.ts' },
} as const satisfies Record<string, ViewerFacts>

export type Viewer = keyof typeof viewers

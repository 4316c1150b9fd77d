import type { Museum, Work } from '../../src/catalogue/model.js'
import type { ImageRecord } from '../../src/image/record.js'
import type { PresentationContext } from '../../src/presentation/context.js'
import { urisOf } from '../../src/presentation/uris.js'

export const context: PresentationContext = {
  uris: urisOf('https://collections.example.org'),
  siteName: 'Musées du Nord',
  limits: { maxWidth: 8192, maxHeight: 8192, maxArea: 40_000_000 },
  pageSize: 3,
}

/** The same at the addresses of version 2. */
export const context2: PresentationContext = { ...context, uris: urisOf('https://collections.example.org', 2) }

export const image = (
  id: string,
  size: Partial<Pick<ImageRecord, 'width' | 'height' | 'levels'>> = {},
): ImageRecord => ({
  id,
  version: 'v1',
  width: 5000,
  height: 3001,
  tileSize: 512,
  levels: 5,
  pyramid: `pyramids/${id}.tif`,
  master: { fileName: `${id}.tif`, format: 'tiff', bytes: 1, sha256: id, width: 5000, height: 3001 },
  ...size,
})

export const museum: Museum = {
  id: 'M0629',
  name: { fr: ['Musée des Beaux-Arts'], nl: ['Museum voor Schone Kunsten'] },
  town: 'Arras',
  website: 'https://www.musee.example.org/',
  description: { fr: ['Dans l’abbaye Saint-Vaast.'] },
}

export const work: Work = {
  id: '06290001234',
  museum: 'M0629',
  museumRecord: museum,
  inventory: '888.4.1',
  title: { fr: ['La Place du marché'], en: ['The Market Square'] },
  summary: { fr: ['Un jour de foire.'] },
  alternativeText: { fr: ['Une place pleine de monde au pied d’un beffroi.'] },
  makers: [
    { name: 'Pieter Bruegel', role: { fr: ['peintre'], en: ['painter'] }, dates: '1564 - 1638' },
    { name: 'Atelier' },
  ],
  date: { words: { fr: ['vers 1620'], en: ['about 1620'] }, earliest: 1615, latest: 1625 },
  dimensions: { words: 'H. 45,2 ; L. 61', heightMm: 452, widthMm: 610 },
  rights: { uri: 'https://creativecommons.org/publicdomain/mark/1.0/deed.fr', credit: { fr: ['© Ville d’Arras'] } },
  texts: { materials: { fr: ['huile sur bois'], en: ['oil on panel'] }, type: { fr: ['tableau'] } },
  views: [{ key: '1', position: 1, layers: [{ kind: 'visible', image: image('market') }] }],
  updatedAt: '2026-01-01T00:00:00Z',
}

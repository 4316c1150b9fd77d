import type { MuseumSummary } from '../../src/catalogue/catalogue.js'
import type { LayerKind, Work } from '../../src/catalogue/model.js'
import type { ImageRecord } from '../../src/image/record.js'
import type { Language } from '../../src/pages/languages.js'
import { phrases } from '../../src/pages/phrases/phrases.js'
import type { StoriesShown } from '../../src/pages/story/listing.js'
import type { Visit } from '../../src/pages/visit.js'
import { urisOf } from '../../src/presentation/uris.js'

export const imageRecord = (id: string, width = 4000, height = 3000): ImageRecord => ({
  id,
  version: 'v1',
  width,
  height,
  tileSize: 512,
  levels: 4,
  pyramid: `pyramids/${id}.tif`,
  master: { fileName: `${id}.tif`, format: 'tiff', bytes: 1, sha256: '0', width, height },
})

export const museum: MuseumSummary = {
  id: 'M0629',
  name: { fr: ['Musée des Beaux-Arts'] },
  town: 'Lille',
  works: 2,
  pictured: 1,
  updatedAt: '2024-01-01T00:00:00Z',
}

const layer = (kind: LayerKind, id: string) => ({ kind, image: imageRecord(id) })

export const picturedWork: Work = {
  id: '50350012455',
  museum: 'M0629',
  museumRecord: museum,
  inventory: 'P. 12',
  title: { fr: ['Les Moissonneurs'], en: ['The Harvesters'] },
  makers: [{ name: 'Pieter Bruegel', dates: 'vers 1525-1569' }],
  date: { words: { fr: ['XVIe siècle'] } },
  dimensions: { heightMm: 1165, widthMm: 1595 },
  rights: { uri: 'http://creativecommons.org/publicdomain/mark/1.0/', credit: { fr: ['Don de la ville'] } },
  texts: { materials: { fr: ['huile sur bois'] }, domain: { fr: ['Peinture'] } },
  views: [
    {
      key: '1',
      position: 1,
      label: { fr: ['Recto'], en: ['Front'] },
      layers: [layer('visible', 'recto'), layer('infrared', 'recto-ir')],
    },
    { key: '2', position: 2, label: { fr: ['Verso'], en: ['Back'] }, layers: [layer('visible', 'verso')] },
  ],
  updatedAt: '2024-01-01T00:00:00Z',
}

export const bareWork: Work = {
  id: 'sans-image',
  inventory: '888.4.1',
  texts: { type: { fr: ['Assiette'] } },
  views: [],
  updatedAt: '2024-01-01T00:00:00Z',
}

export const visitIn = (language: Language, path = '/', chosen: Language | undefined = language): Visit => {
  const base = 'https://musees.example/collections'
  return {
    language,
    chosen,
    phrases: phrases[language],
    uris: urisOf(base),
    siteName: 'Les musées',
    assets: {
      stylesheet: 'assets/site.css',
      viewerStylesheet: 'assets/viewers.css',
      icon: 'assets/belfry.svg',
      fonts: ['assets/newsreader.woff2'],
      work: 'assets/work.js',
      storyStylesheet: 'assets/story.css',
      story: 'assets/story.js',
      mirador: { script: 'viewers/mirador.js', start: 'assets/mirador.js' },
      universal: { script: 'viewers/UV.js', start: 'assets/universal.js', stylesheet: 'viewers/uv.css' },
    },
    limits: { maxWidth: 8192, maxHeight: 8192, maxArea: 40_000_000 },
    here: wanted => `${base}${wanted ? `/${wanted}` : ''}${path}`,
  }
}

export const nothingToRead: StoriesShown = { stories: [], shown: { works: new Map(), analyses: new Map() } }

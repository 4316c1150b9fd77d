/** Manifests as other institutions write them. */

const service3 = (id: string) => ({
  id: `https://images.example.org/iii/${id}`,
  type: 'ImageService3',
  profile: 'level2',
})

export const body3 = (id: string, more: object = {}) => ({
  id: `https://images.example.org/iii/${id}/full/max/0/default.jpg`,
  type: 'Image',
  format: 'image/jpeg',
  width: 4000,
  height: 3000,
  service: [service3(id)],
  ...more,
})

export const canvas3 = (number: number, body: unknown, more: object = {}) => ({
  id: `https://lender.example.org/m/canvas/${number}`,
  type: 'Canvas',
  width: 4000,
  height: 3000,
  items: [
    {
      id: `https://lender.example.org/m/page/${number}`,
      type: 'AnnotationPage',
      items: [
        {
          id: `https://lender.example.org/m/annotation/${number}`,
          type: 'Annotation',
          motivation: 'painting',
          body,
          target: `https://lender.example.org/m/canvas/${number}`,
        },
      ],
    },
  ],
  ...more,
})

export const manifest3 = (items: readonly unknown[], more: object = {}) => ({
  '@context': 'http://iiif.io/api/presentation/3/context.json',
  id: 'https://lender.example.org/m/manifest.json',
  type: 'Manifest',
  label: { fr: ['Le Beffroi'], en: ['The Belfry'] },
  items,
  ...more,
})

/** Version 2.1, as most libraries still publish it. */
export const manifest2 = {
  '@context': 'http://iiif.io/api/presentation/2/context.json',
  '@id': 'http://library.example.org/iiif/ms-1/manifest',
  '@type': 'sc:Manifest',
  label: [
    { '@value': 'Heures à l’usage d’Arras', '@language': 'fr' },
    { '@value': 'Book of Hours', '@language': 'en' },
  ],
  description: '<p>Un <b>livre</b> d’heures.</p>',
  attribution: '<span>Bibliothèque d’Arras, <a href="https://library.example.org/">voir</a></span>',
  license: 'https://creativecommons.org/licenses/by/4.0/deed.fr',
  logo: 'https://library.example.org/logo.png',
  related: { '@id': 'https://library.example.org/ms-1', format: 'text/html', label: 'Notice' },
  metadata: [
    { label: 'Date', value: 'vers 1460' },
    { label: [{ '@value': 'Cote', '@language': 'fr' }], value: ['Ms 1', '1460'] },
  ],
  structures: [
    {
      '@id': 'http://library.example.org/r',
      '@type': 'sc:Range',
      viewingHint: 'top',
      label: 'Sommaire',
      ranges: ['http://library.example.org/r1', 'http://library.example.org/r2'],
    },
    {
      '@id': 'http://library.example.org/r1',
      '@type': 'sc:Range',
      label: 'Calendrier',
      canvases: ['http://library.example.org/iiif/ms-1/f1#xywh=0,0,1000,1500'],
    },
    {
      '@id': 'http://library.example.org/r2',
      '@type': 'sc:Range',
      label: [
        { '@value': 'Prières', '@language': 'fr' },
        { '@value': 'Prayers', '@language': 'en' },
      ],
      members: [
        { '@id': 'http://library.example.org/iiif/ms-1/f2', '@type': 'sc:Canvas', label: 'f. 2r' },
        { '@id': 'http://library.example.org/r3', '@type': 'sc:Range', label: 'Vêpres' },
      ],
    },
    {
      '@id': 'http://library.example.org/r3',
      '@type': 'sc:Range',
      label: 'Vêpres',
      canvases: ['http://library.example.org/iiif/ms-1/f2', 'http://library.example.org/iiif/ms-1/f9'],
    },
  ],
  sequences: [
    {
      '@type': 'sc:Sequence',
      canvases: [
        {
          '@id': 'http://library.example.org/iiif/ms-1/f1',
          '@type': 'sc:Canvas',
          label: 'f. 1r',
          width: 2000,
          height: 3000,
          thumbnail: 'https://images.example.org/ms-1-f1-small.jpg',
          otherContent: [{ '@id': 'http://library.example.org/list', '@type': 'sc:AnnotationList' }],
          images: [
            {
              '@type': 'oa:Annotation',
              motivation: 'sc:painting',
              on: 'http://library.example.org/iiif/ms-1/f1',
              resource: {
                '@id': 'https://images.example.org/ms-1-f1/full/full/0/default.jpg',
                '@type': 'dctypes:Image',
                format: 'image/jpeg',
                height: 3000,
                width: 2000,
                service: {
                  '@context': 'http://iiif.io/api/image/2/context.json',
                  '@id': 'https://images.example.org/ms-1-f1',
                  profile: ['http://iiif.io/api/image/2/level1.json', { formats: ['png'] }],
                },
              },
            },
          ],
        },
        {
          '@id': 'http://library.example.org/iiif/ms-1/f2',
          '@type': 'sc:Canvas',
          label: 'f. 2r',
          width: 2000,
          height: 3000,
          images: [
            {
              '@type': 'oa:Annotation',
              on: 'http://library.example.org/iiif/ms-1/f2',
              resource: {
                '@type': 'oa:Choice',
                default: { '@id': 'https://images.example.org/f2.jpg', '@type': 'dctypes:Image', label: 'Couleur' },
                item: [
                  { '@id': 'https://images.example.org/f2-ir.jpg', '@type': 'dctypes:Image', label: 'Infrarouge' },
                ],
              },
            },
          ],
        },
      ],
    },
  ],
} as const

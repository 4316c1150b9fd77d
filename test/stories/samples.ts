import type { Analysis, Exhibition } from '../../src/catalogue/story.js'

/** Stories about the works of the demonstration, with every kind of mark and of block. */
export const analysis: Analysis = {
  kind: 'analysis',
  slug: 'une-kermesse-au-pied-du-beffroi',
  work: 'DEMO-0001',
  title: { fr: 'Une kermesse au pied du beffroi', en: 'A kermesse at the foot of the belfry' },
  subtitle: { fr: 'Lire une fête' },
  summary: { fr: 'Une place, un jour de *fête* : suivons le regard.', en: 'A square on a feast day: follow the eye.' },
  languages: ['fr', 'en'],
  authors: ['Service des publics'],
  credits: [{ role: { fr: 'Conseil', en: 'Advice' }, names: ['Les Amis du beffroi'] }],
  cover: {
    work: 'DEMO-0001',
    region: { x: 3000, y: 500, width: 4000, height: 3000 },
    picture: { width: 12000, height: 9000 },
  },
  steps: [
    { id: 'ensemble', title: { fr: 'L’ensemble', en: 'The whole' }, text: { fr: 'Tout se tient.', en: 'All of it.' } },
    {
      id: 'tour',
      title: { fr: 'La tour', en: 'The tower' },
      text: { fr: 'Elle partage la place en **deux**.\n\nOn y monte par un escalier.' },
      region: { x: 5000, y: 0, width: 2000, height: 5000 },
      picture: { width: 12000, height: 9000 },
      alternativeText: { fr: 'Un beffroi de brique.', en: 'A belfry of brick.' },
      marks: [
        {
          id: 'axe',
          kind: 'line',
          points: [
            { x: 6000, y: 0 },
            { x: 6000, y: 5000 },
          ],
          label: { fr: 'L’axe', en: 'Axis' },
        },
        {
          id: 'regard',
          kind: 'arrow',
          points: [
            { x: 5200, y: 4800 },
            { x: 5900, y: 1000 },
          ],
        },
        { id: 'tiers', kind: 'grid', box: { x: 5000, y: 0, width: 2000, height: 5000 }, columns: 3, rows: 3 },
      ],
    },
    {
      id: 'danseurs',
      title: { fr: 'Les danseurs', en: 'The dancers' },
      text: { fr: 'La ronde tourne.', en: 'Round they go.' },
      region: { x: 1000, y: 6000, width: 3000, height: 2500 },
      picture: { width: 12000, height: 9000 },
      marks: [
        { id: 'ronde', kind: 'ellipse', center: { x: 2500, y: 7200 }, radiusX: 1200, radiusY: 700, angle: 12 },
        {
          id: 'groupe',
          kind: 'polygon',
          points: [
            { x: 1200, y: 6200 },
            { x: 3800, y: 6200 },
            { x: 2500, y: 8300 },
          ],
        },
      ],
      counterpart: {
        work: 'DEMO-0003',
        region: { x: 1000, y: 1000, width: 1500, height: 1500 },
        picture: { width: 4000, height: 5000 },
        caption: { fr: 'La carillonneuse les regarde.', en: 'The carillon player watches them.' },
      },
    },
  ],
}

/** An analysis with a layer, of a work that has infrared. */
export const underdrawing: Analysis = {
  kind: 'analysis',
  slug: 'sous-la-carillonneuse',
  work: 'DEMO-0003',
  title: { fr: 'Sous la carillonneuse', en: 'Beneath the carillon player', nl: 'Onder de beiaardierster' },
  languages: ['fr', 'en', 'nl'],
  steps: [
    { id: 'visible', text: { fr: 'Ce que l’on voit.', en: 'What is seen.', nl: 'Wat men ziet.' } },
    {
      id: 'dessous',
      title: { fr: 'Le dessin sous-jacent', en: 'The underdrawing', nl: 'De ondertekening' },
      text: { fr: 'L’infrarouge le révèle.', en: 'Infrared reveals it.', nl: 'Infrarood onthult ze.' },
      layer: 'infrared',
      region: { x: 800, y: 600, width: 2000, height: 2500 },
      picture: { width: 4000, height: 5000 },
    },
  ],
}

export const exhibition: Exhibition = {
  kind: 'exhibition',
  slug: 'cloches-et-beffrois',
  title: { fr: 'Cloches et beffrois', en: 'Bells and belfries', nl: 'Klokken en belforten' },
  summary: { fr: 'Trois salles.', en: 'Three rooms.', nl: 'Drie zalen.' },
  languages: ['fr', 'en', 'nl'],
  dates: { from: '2026-03-01', to: '2026-09-30' },
  cover: { work: 'DEMO-0002' },
  sections: [
    {
      id: 'place',
      title: { fr: 'La place', en: 'The square', nl: 'Het plein' },
      text: { fr: 'Tout commence là.', en: 'It all begins there.', nl: 'Daar begint alles.' },
      blocks: [
        { id: 'kermesse', kind: 'work', work: 'DEMO-0001', text: { fr: 'Un jour de fête.' } },
        {
          id: 'guet',
          kind: 'detail',
          work: 'DEMO-0001',
          title: { fr: 'Le guetteur', en: 'The watchman' },
          region: { x: 5500, y: 800, width: 900, height: 900 },
          picture: { width: 12000, height: 9000 },
          marks: [{ id: 'ici', kind: 'ellipse', center: { x: 5900, y: 1200 }, radiusX: 200, radiusY: 200 }],
        },
        { id: 'lecture', kind: 'analysis', analysis: 'une-kermesse-au-pied-du-beffroi' },
      ],
    },
    {
      id: 'verdure',
      title: { fr: 'La verdure', en: 'The verdure', nl: 'De verdure' },
      blocks: [
        {
          id: 'mot',
          kind: 'text',
          title: { fr: 'Tisser' },
          text: { fr: 'La laine et la *soie*.', en: 'Wool and silk.' },
        },
        {
          id: 'echelle',
          kind: 'comparison',
          mode: 'scale',
          sides: [{ work: 'DEMO-0002' }, { work: 'DEMO-0003' }],
          text: { fr: 'À la même échelle.', en: 'At one scale.', nl: 'Op één schaal.' },
        },
      ],
    },
    {
      id: 'chantier',
      title: { fr: 'Le chantier', en: 'The building site', nl: 'De werf' },
      blocks: [
        {
          id: 'recto-verso',
          kind: 'comparison',
          mode: 'zoom',
          sides: [
            { work: 'DEMO-0004', view: '1' },
            { work: 'DEMO-0004', view: '2' },
          ],
        },
        {
          id: 'dicton',
          kind: 'quotation',
          text: { fr: 'Qui tient la cloche tient la ville.', en: 'Who holds the bell holds the town.' },
          source: { fr: 'Dicton', en: 'Saying' },
        },
      ],
    },
  ],
}

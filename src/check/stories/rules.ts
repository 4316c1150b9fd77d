import type { PlaceProblem } from '../../stories/place-remarks.js'
import type { Rule, Worded } from '../finding.js'

const mendStory: Worded = {
  fr: 'Corrigez ce passage du récit et publiez-le de nouveau.',
  en: 'Correct this place of the story and publish it again.',
}

/** What can be found of a story whose works have changed. A warning where its readers are told, an error where they are misled. */
export const storyRules = {
  'story-displaced': {
    severity: 'error',
    says: {
      fr: 'L’image d’une œuvre a été remplacée par une autre, de proportions différentes : le détail et les tracés qu’un récit y désigne ne sont plus montrés.',
      en: 'The picture of a work gave way to one of other proportions: the detail and the marks that a story has on it are no longer shown.',
    },
    mend: {
      fr: 'Désignez de nouveau le détail et les tracés sur l’image actuelle, ou ingérez une image des mêmes proportions que l’ancienne.',
      en: 'Draw the detail and the marks anew on the picture as it is, or ingest one of the same proportions as the old one.',
    },
  },
  'story-view-absent': {
    severity: 'error',
    says: {
      fr: 'Un récit montre une vue que l’œuvre n’a plus.',
      en: 'A story shows a view that the work no longer has.',
    },
    mend: mendStory,
  },
  'story-layer-absent': {
    severity: 'error',
    says: {
      fr: 'Un récit montre une couche (infrarouge, radiographie…) que la vue n’a plus.',
      en: 'A story shows a layer (infrared, X-ray…) that the view no longer has.',
    },
    mend: mendStory,
  },
  'story-unpictured': {
    severity: 'warning',
    says: {
      fr: 'Un récit montre une œuvre qui n’a pas d’image.',
      en: 'A story shows a work that has no picture.',
    },
    mend: {
      fr: 'Ingérez l’image de l’œuvre (beffroi ingest).',
      en: 'Ingest the picture of the work (beffroi ingest).',
    },
  },
  'story-work-absent': {
    severity: 'warning',
    says: {
      fr: 'Un récit montre une œuvre qui n’est pas publiée ; ses lecteurs en sont avertis.',
      en: 'A story shows a work that is not published; its readers are told so.',
    },
    mend: {
      fr: 'Publiez l’œuvre, ou retirez-la du récit et publiez-le de nouveau.',
      en: 'Publish the work, or take it out of the story and publish that again.',
    },
  },
  'story-analysis-absent': {
    severity: 'warning',
    says: {
      fr: 'Une exposition invite à une analyse qui n’est pas publiée ; ses lecteurs en sont avertis.',
      en: 'An exhibition invites to an analysis that is not published; its readers are told so.',
    },
    mend: {
      fr: 'Publiez l’analyse, ou retirez-la de l’exposition et publiez celle-ci de nouveau.',
      en: 'Publish the analysis, or take it out of the exhibition and publish that again.',
    },
  },
} as const satisfies Record<string, Rule>

export const codeOfPlace = {
  'work-absent': 'story-work-absent',
  'work-unpictured': 'story-unpictured',
  'view-absent': 'story-view-absent',
  'layer-absent': 'story-layer-absent',
  displaced: 'story-displaced',
} as const satisfies Record<PlaceProblem, keyof typeof storyRules>

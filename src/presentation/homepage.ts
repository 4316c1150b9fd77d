import type { LanguageMap } from '../catalogue/model.js'
import { siteLanguages } from './languages.js'
import type { Homepage } from './types.js'

/** A page of the site itself, which speaks all its languages. */
export const homepage = (id: string, label: LanguageMap): Homepage => ({
  id,
  type: 'Text',
  label,
  format: 'text/html',
  language: [...siteLanguages],
})

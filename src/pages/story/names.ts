import type { Work } from '../../catalogue/model.js'
import { workTitle } from '../../presentation/label.js'
import { plain } from '../languages.js'
import type { Visit } from '../visit.js'

export const titleOf = (work: Work, { language }: Pick<Visit, 'language'>): string =>
  plain(workTitle(work), language) ?? work.id

import { storySchemas } from '../../../stories/schema.js'
import { historySchemas } from './history.js'
import { imageSchemas } from './image.js'
import { loanSchemas } from './loan.js'
import { museumSchemas } from './museum.js'
import { storyApiSchemas } from './story.js'
import { textSchemas } from './texts.js'
import { viewSchemas } from './view.js'
import { workSchemas } from './work.js'

/** Every named schema of the writing API: what validates bodies is what the documentation shows. */
export const apiSchemas = [
  ...textSchemas,
  ...museumSchemas,
  ...workSchemas,
  ...loanSchemas,
  ...viewSchemas,
  ...imageSchemas,
  ...storySchemas,
  ...storyApiSchemas,
  ...historySchemas,
] as const

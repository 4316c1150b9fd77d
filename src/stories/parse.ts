import { Ajv, type Options } from 'ajv'
import type { Story } from '../catalogue/story.js'
import { isLarge } from '../schema/large.js'
import { type Mistake, mistakesIn, mostMistakes } from '../schema/mistakes.js'
import { whenAsked } from '../schema/when-asked.js'
import { ruleMistakes } from './rules.js'
import { storySchema, storySchemas } from './schema.js'

export type ParsedStory = Readonly<{ story: Story }> | Readonly<{ mistakes: readonly [Mistake, ...Mistake[]] }>

const shapeBy = (options: Options) =>
  whenAsked(() =>
    new Ajv({
      strict: true,
      verbose: true,
      discriminator: true,
      schemas: [...storySchemas],
      ...options,
    }).compile<Story>(storySchema),
  )
const toEveryMistake = shapeBy({ allErrors: true })
const toFirstMistake = shapeBy({ allErrors: false })

/** Reads a story from what somebody sent or wrote: its shape first, then what the fields say together. */
export function parseStory(input: unknown): ParsedStory {
  const isShaped = isLarge(input) ? toFirstMistake() : toEveryMistake()
  const found = isShaped(input) ? ruleMistakes(input).slice(0, mostMistakes) : mistakesIn(isShaped.errors ?? [])
  const [first, ...others] = found
  if (first) return { mistakes: [first, ...others] }
  return { story: input as Story }
}

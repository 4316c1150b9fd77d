import { Ajv } from 'ajv'
import type { Story } from '../catalogue/story.js'
import { bySize } from '../schema/large.js'
import { type Mistake, mistakesIn, mostMistakes } from '../schema/mistakes.js'
import { ruleMistakes } from './rules.js'
import { storySchema, storySchemas } from './schema.js'

export type ParsedStory = Readonly<{ story: Story }> | Readonly<{ mistakes: readonly [Mistake, ...Mistake[]] }>

const shapeFor = bySize(allErrors =>
  new Ajv({
    allErrors,
    strict: true,
    verbose: true,
    discriminator: true,
    schemas: [...storySchemas],
  }).compile<Story>(storySchema),
)

/** Reads a story from what somebody sent or wrote: its shape first, then what the fields say together. */
export function parseStory(input: unknown): ParsedStory {
  const isShaped = shapeFor(input)
  const found = isShaped(input) ? ruleMistakes(input).slice(0, mostMistakes) : mistakesIn(isShaped.errors ?? [])
  const [first, ...others] = found
  if (first) return { mistakes: [first, ...others] }
  return { story: input as Story }
}

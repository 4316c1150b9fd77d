import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Story } from '../catalogue/story.js'
import { type Mistake, shapeMistakes } from './mistakes.js'
import { ruleMistakes } from './rules.js'
import { storySchema } from './schema.js'

export type ParsedStory = Readonly<{ story: Story }> | Readonly<{ mistakes: readonly [Mistake, ...Mistake[]] }>

const isShaped = new Ajv2020({ allErrors: true, strict: false }).compile<Story>(storySchema)

/** Lists longer than this say enough. */
const mostMistakes = 100

/** Reads a story from what somebody sent or wrote: its shape first, then what the fields say together. */
export function parseStory(input: unknown): ParsedStory {
  const shaped = isShaped(input)
  const found = shaped ? ruleMistakes(input) : shapeMistakes((isShaped.errors ?? []).slice(0, mostMistakes), input)
  const [first, ...others] = found.slice(0, mostMistakes)
  if (first) return { mistakes: [first, ...others] }
  return { story: input as Story }
}

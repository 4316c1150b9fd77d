import { type EditedPublication, type ListedStory, storyStatuses } from '../../../catalogue/stories.js'
import type { Revision } from '../../../catalogue/story.js'
import { listOf, objectOf, refTo } from '../../../schema/shapes.js'
import type { Change } from '../../../stories/changes.js'
import { placeProblems } from '../../../stories/place-remarks.js'
import { storyName, texts } from '../../../stories/schema.js'
import { line, moment } from './texts.js'

const number = { type: 'integer', minimum: 1 } as const
const status = { type: 'string', enum: storyStatuses } as const
const field = { type: 'string', description: 'Where in the story, such as steps[1].title.' } as const
const message = { type: 'string' } as const
const since = { ...moment, description: 'When it became public.' } as const
const names = listOf({ type: 'string' }, 100_000)

/** Why a revision is written, beside its body. */
export const note = { ...line, description: 'Why; kept with the revision.' } as const

/** What surrounds the schemas of stories, which stand where stories are parsed. */
export const storyApiSchemas = [
  { $id: 'StoryPlace', ...objectOf({ slug: storyName }, ['slug']) },
  { $id: 'RevisionPlace', ...objectOf({ slug: storyName, number }, ['slug', 'number']) },
  {
    $id: 'Revision',
    description: 'One state of a story: who wrote it, when and why; "published" is when it first became public.',
    ...objectOf(
      { number, at: moment, by: line, note: line, published: moment } satisfies Record<keyof Revision, object>,
      ['number', 'at'],
    ),
  },
  {
    $id: 'ListedStory',
    ...objectOf(
      {
        slug: storyName,
        title: texts,
        languages: listOf({ type: 'string' }, 40),
        status,
        published: { ...number, description: 'The public revision.' },
        since,
        newest: refTo('Revision'),
      } satisfies Record<keyof ListedStory, object>,
      ['slug', 'title', 'languages', 'status', 'newest'],
    ),
  },
  {
    $id: 'Publication',
    description: 'Which revision of a story is public.',
    ...objectOf(
      {
        status,
        newest: { ...number, description: 'The newest revision.' },
        published: { type: ['integer', 'null'], description: 'The public revision.' },
        since,
      } satisfies Record<keyof EditedPublication, object>,
      ['status', 'newest', 'published'],
    ),
  },
  {
    $id: 'PublicationBody',
    ...objectOf(
      {
        published: {
          type: ['integer', 'null'],
          minimum: 1,
          description: 'The revision to make public; null withdraws the story.',
        },
      },
      ['published'],
    ),
  },
  {
    $id: 'Change',
    description: 'One difference; "part" is the step, section or block by its id, "field" the path within it.',
    ...objectOf(
      {
        part: { type: 'string' },
        field: { type: 'string' },
        kind: { type: 'string', enum: ['added', 'removed', 'changed', 'moved'] },
        before: {},
        after: {},
      } satisfies Record<keyof Change, object>,
      ['field', 'kind'],
    ),
  },
  {
    $id: 'Changes',
    ...objectOf({ from: number, to: number, changes: listOf(refTo('Change'), 100_000) }, ['from', 'to', 'changes']),
  },
  {
    $id: 'Review',
    description: 'What is still to be done before a story is read as it was meant.',
    ...objectOf(
      {
        languages: listOf(
          objectOf(
            {
              language: { type: 'string' },
              written: { type: 'number', description: 'How many of its texts there are, from 0 to 1.' },
            },
            ['language', 'written'],
          ),
          40,
        ),
        missing: listOf(objectOf({ language: { type: 'string' }, field }, ['language', 'field']), 100_000),
        places: listOf(
          objectOf(
            {
              field,
              work: { type: 'string' },
              problem: {
                type: 'string',
                enum: placeProblems,
                description: 'displaced: the picture has other proportions than that which the region was drawn on.',
              },
              message,
            },
            ['field', 'work', 'problem', 'message'],
          ),
          100_000,
        ),
        prose: listOf(objectOf({ field, line: number, message }, ['field', 'line', 'message']), 100_000),
        unseen: {
          ...objectOf({ works: names, analyses: names }, ['works', 'analyses']),
          description: 'Named, but not published now.',
        },
      },
      ['languages', 'missing', 'places', 'prose', 'unseen'],
    ),
  },
  ...(['Analysis', 'Exhibition'] as const).map(kind => ({
    $id: `${kind}Revision`,
    description: 'A revision with the story as it was then.',
    ...objectOf({ revision: refTo('Revision'), story: refTo(kind) }, ['revision', 'story']),
  })),
] as const

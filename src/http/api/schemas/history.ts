import { deletableKinds } from '../../../catalogue/editing.js'
import { mostMistakes } from '../../../schema/mistakes.js'
import { listOf, objectOf } from '../../../schema/shapes.js'
import { moment } from './texts.js'

const by = { type: ['string', 'null'], description: 'The name of the token; null where a command wrote.' } as const
const number = { type: 'integer', minimum: 1 } as const

export const historySchemas = [
  {
    $id: 'Deletion',
    description: 'Something deleted; POST to "restore" brings it back.',
    ...objectOf(
      {
        number,
        kind: { type: 'string', enum: deletableKinds },
        place: listOf({ type: 'string' }, 3, 1),
        at: moment,
        by,
        address: { type: 'string', description: 'Where it stood.' },
        restore: { type: 'string', description: 'POST here to undo the deletion.' },
      },
      ['number', 'kind', 'place', 'at', 'by', 'address', 'restore'],
    ),
  },
  { $id: 'DeletionPlace', ...objectOf({ number }, ['number']) },
  {
    $id: 'JournalEntry',
    description: 'A public change; drafts are silent.',
    ...objectOf(
      {
        seq: number,
        at: moment,
        verb: { type: 'string', enum: ['create', 'update', 'delete'] },
        kind: { type: 'string' },
        id: { type: 'string' },
        by,
      },
      ['seq', 'at', 'verb', 'kind', 'id', 'by'],
    ),
  },
  {
    $id: 'Failure',
    description: 'What was expected, what came, what to do.',
    ...objectOf(
      {
        code: { type: 'string' },
        message: { type: 'string' },
        errors: listOf(
          objectOf({ field: { type: 'string' }, message: { type: 'string' } }, ['field', 'message']),
          mostMistakes,
        ),
        etag: { type: 'string', description: 'Of what is there now (412).' },
        present: { description: 'What is there now (412), to be merged with.' },
      },
      ['code', 'message'],
    ),
  },
] as const

import type { BorrowedImage, ImageServiceReference, Loan } from '../../../catalogue/model.js'
import { listOf, objectOf } from '../../../schema/shapes.js'
import { languageMap, webAddress } from './texts.js'

const link = { address: webAddress, label: languageMap }
const side = { type: 'number', minimum: 0 } as const
const labelled = { label: languageMap, value: languageMap }
const list = (items: object) => listOf(items, 100_000)

const service = objectOf(
  {
    id: { type: 'string' },
    version: { type: 'integer', enum: [1, 2, 3] },
    level: { type: 'integer', enum: [0, 1, 2] },
    sizes: list(objectOf({ width: side, height: side }, ['width', 'height'])),
  } satisfies Record<keyof ImageServiceReference, object>,
  ['id', 'version'],
)

/** What is read of borrowed works; it cannot be changed here. */
export const loanSchemas = [
  {
    $id: 'Loan',
    description: 'What the owner of a borrowed work says of it; cannot be changed here.',
    ...objectOf(
      {
        manifest: webAddress,
        version: { type: 'integer', enum: [2, 3] },
        owner: languageMap,
        statement: objectOf({ ...labelled, html: languageMap }, ['label', 'value']),
        homepages: list(objectOf(link, ['address', 'label'])),
        providers: list(
          objectOf({ ...link, homepages: list(objectOf(link, ['address', 'label'])), logo: webAddress }, [
            'address',
            'label',
          ]),
        ),
        metadata: list(objectOf(labelled, ['label', 'value'])),
      } satisfies Record<keyof Loan, object>,
      ['version', 'owner'],
    ),
  },
  {
    $id: 'BorrowedImage',
    description: 'A picture that stays where its owner has it.',
    ...objectOf(
      {
        address: webAddress,
        width: side,
        height: side,
        format: { type: 'string' },
        service,
        thumbnail: objectOf({ address: webAddress, width: side, height: side }, ['address']),
      } satisfies Record<keyof BorrowedImage, object>,
      ['address', 'width', 'height'],
    ),
  },
] as const

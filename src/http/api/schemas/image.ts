import { layerKinds } from '../../../catalogue/model.js'
import { siteLanguages } from '../../../presentation/languages.js'
import { listOf, objectOf, refTo } from '../../../schema/shapes.js'
import { id, line, moment, viewKey } from './texts.js'

const px = { type: 'integer', minimum: 1 } as const
const layer = { type: 'string', enum: layerKinds } as const
export const imageId = { type: 'string', pattern: '^[a-z0-9](?:[a-z0-9._-]{0,158}[a-z0-9])?$' } as const
const uploadId = { type: 'string', pattern: '^[0-9a-f]{24}$' } as const
const hung = { image: { type: 'string' }, work: id, view: { type: 'string' }, layer } as const

const labels = (prefix: string) =>
  Object.fromEntries(siteLanguages.map(language => [`${prefix}_${language}`, line] as const))

/** What may be said of a picture with its bytes: fields of a form, or Upload-Metadata. */
export const pictureFields = {
  id: { ...imageId, description: 'The id of the image; the name of the file, slugged, unless given.' },
  work: { ...id, description: 'The work that the picture shows.' },
  view: { ...viewKey, description: 'The view; a new one after the others unless given.' },
  layer: { ...layer, default: 'visible' },
  ...labels('label'),
  ...labels('layer_label'),
} as const

export const imageSchemas = [
  { $id: 'PictureFields', ...objectOf(pictureFields) },
  {
    $id: 'PictureForm',
    description: 'A picture with what is to become of it.',
    ...objectOf({ ...pictureFields, file: { type: 'string', format: 'binary' } }, ['file']),
  },
  {
    $id: 'Image',
    ...objectOf(
      {
        id: { type: 'string' },
        version: { type: 'string', description: 'Changes with its pixels.' },
        width: px,
        height: px,
        updatedAt: moment,
        master: {
          ...objectOf(
            {
              fileName: { type: 'string' },
              format: { type: 'string' },
              bytes: px,
              sha256: { type: 'string' },
              width: px,
              height: px,
              profile: { type: 'string' },
              pixelsPerMm: { type: 'number' },
              page: { type: 'integer', minimum: 0 },
            },
            ['fileName', 'format', 'bytes', 'sha256', 'width', 'height'],
          ),
          description: 'The file that it was made from.',
        },
      },
      ['id', 'version', 'width', 'height', 'updatedAt', 'master'],
    ),
  },
  { $id: 'ImagePlace', ...objectOf({ image: line }, ['image']) },
  {
    $id: 'ImagePartPlace',
    ...objectOf({ image: line, region: line, size: line, rotation: line, file: line }, [
      'image',
      'region',
      'size',
      'rotation',
      'file',
    ]),
  },
  {
    $id: 'HungImage',
    description: 'An image and where it hangs.',
    ...objectOf({ image: refTo('Image'), hung: listOf(objectOf(hung, ['image', 'work', 'view', 'layer']), 100_000) }, [
      'image',
      'hung',
    ]),
  },
  {
    $id: 'Upload',
    description: 'A picture on its way in; ask again until its stage is "done" or "refused".',
    ...objectOf(
      {
        id: uploadId,
        by: { type: 'string' },
        stage: { type: 'string', enum: ['arriving', 'waiting', 'working', 'done', 'refused'] },
        fileName: { type: 'string' },
        length: { type: 'integer', minimum: 0 },
        received: { type: 'integer', minimum: 0 },
        createdAt: moment,
        expiresAt: { ...moment, description: 'When it is forgotten.' },
        address: { type: 'string' },
        images: {
          ...listOf({ type: 'string' }, 10_000),
          description: 'Ids of the images, one for each page of the file.',
        },
        hung: listOf(objectOf(hung, ['image', 'work', 'view', 'layer']), 10_000),
        notes: listOf({ type: 'string' }, 1000),
        why: { type: 'string', description: 'Why it was refused.' },
      },
      ['id', 'by', 'stage', 'fileName', 'length', 'received', 'createdAt', 'expiresAt', 'address'],
    ),
  },
  { $id: 'UploadPlace', ...objectOf({ upload: uploadId }, ['upload']) },
] as const

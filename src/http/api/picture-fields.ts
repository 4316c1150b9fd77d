import type { ErrorObject } from 'ajv'
import type { FastifyRequest } from 'fastify'
import type { CatalogueEditor } from '../../catalogue/editing.js'
import type { LanguageMap, LayerKind } from '../../catalogue/model.js'
import { DomainError } from '../../errors.js'
import { slug, stemOf } from '../../import/pictures/names.js'
import { fileNameOf } from '../../import/uploads/file-name.js'
import type { Announced } from '../../import/uploads/uploads.js'
import { siteLanguages } from '../../presentation/languages.js'
import { refTo } from '../../schema/shapes.js'
import { curatorOf } from './access.js'
import { invalidFields, invalidShape } from './failures.js'

type Fields = Readonly<Partial<Record<string, string>>>

/** The image that a picture is to become, where the address or a condition says it. */
export type Target = Readonly<{ image: string; replaces?: string }>

/** What came with a picture. */
export type Sent = Readonly<{ fileName: string | undefined; fields: Fields; target?: Target | undefined }>

const pictureFields = refTo('PictureFields')

/**
 * What a picture is to become, by what came with it.
 * @throws DomainError `invalid-request` for fields that are not as they must be, `refused` where there is no such work
 */
export async function announcedBy(
  request: FastifyRequest,
  { fileName: sent, fields, target }: Sent,
  editor: Pick<CatalogueEditor, 'works'>,
): Promise<Announced> {
  const validate = request.compileValidationSchema(pictureFields, 'body')
  if (!validate(fields)) throw invalidShape((validate.errors ?? []) as ErrorObject[])
  const { id, work, view, layer = 'visible' } = fields
  if (id !== undefined && target && id !== target.image)
    throw invalidFields([{ field: 'id', message: `Expected ${target.image} as in the address, or leave it out.` }])
  const fileName = fileNameOf(sent)
  const image = target?.image ?? id ?? slug(stemOf(fileName))
  if (image === '')
    throw invalidFields([{ field: 'id', message: 'Expected an id, since the name of the file gives none.' }])
  if (view !== undefined && work === undefined)
    throw invalidFields([{ field: 'work', message: 'Expected the work that has the view.' }])
  if (work !== undefined && !(await editor.works.get({ work })))
    throw new DomainError('refused', `There is no work "${work}"; make it first, or leave it out.`)
  const [label, layerLabel] = [labelIn(fields, 'label'), labelIn(fields, 'layer_label')]
  return {
    by: curatorOf(request),
    fileName,
    wanted: {
      image,
      layer: layer as LayerKind,
      ...(target?.replaces !== undefined && { replaces: target.replaces }),
      ...(work !== undefined && { work }),
      ...(view !== undefined && { view }),
      ...(label && { label }),
      ...(layerLabel && { layerLabel }),
    },
  }
}

function labelIn(fields: Fields, prefix: string): LanguageMap | undefined {
  const texts = siteLanguages.flatMap(language => {
    const text = fields[`${prefix}_${language}`]
    return text === undefined ? [] : [[language, [text]] as const]
  })
  return texts.length > 0 ? Object.fromEntries(texts) : undefined
}

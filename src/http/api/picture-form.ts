import type { Multipart, MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { DomainError } from '../../errors.js'

/** Bounds of a form beside its file, which is bounded as it is written. */
export const formLimits = {
  fieldNameSize: 100,
  fieldSize: 10_000,
  fields: 30,
  files: 1,
  parts: 31,
  headerPairs: 20,
  fileSize: Number.POSITIVE_INFINITY,
} as const

/** A form that has been read up to its file. */
export type PictureForm = Readonly<{
  file: MultipartFile
  /** All fields, those after the file too, once the file has been read. */
  fields(): Promise<Readonly<Record<string, string>>>
}>

/** @throws DomainError `other-type`, `invalid-request`, `too-large` */
export async function readPictureForm(request: FastifyRequest): Promise<PictureForm> {
  if (!request.isMultipart()) throw new DomainError('other-type', 'Expected multipart/form-data with a field "file".')
  const parts = request.parts()
  const fields: Record<string, string> = {}
  const file = await readFields(parts, fields)
  if (!file) throw new DomainError('invalid-request', 'Expected the picture as a field "file" with a file name.')
  return {
    file,
    async fields() {
      await readFields(parts, fields)
      return fields
    },
  }
}

/** Reads fields up to the next file, which has then to be read. */
async function readFields(
  parts: AsyncIterator<Multipart>,
  fields: Record<string, string>,
): Promise<MultipartFile | undefined> {
  for (;;) {
    const { done, value: part } = await nextOf(parts)
    if (done) return undefined
    if (part.type === 'file') return part
    if (part.fieldnameTruncated || part.valueTruncated)
      throw new DomainError('too-large', `Expected at most ${formLimits.fieldSize} bytes in a field of the form.`)
    if (Object.hasOwn(fields, part.fieldname))
      throw new DomainError('invalid-request', `Expected the field "${part.fieldname}" once.`)
    fields[part.fieldname] = String(part.value)
  }
}

async function nextOf(parts: AsyncIterator<Multipart>): Promise<IteratorResult<Multipart>> {
  try {
    return await parts.next()
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    throw new DomainError('invalid-request', mistakes[code] ?? 'The form cannot be read to its end; send it again.', {
      cause,
    })
  }
}

const mistakes: Readonly<Record<string, string>> = {
  FST_FILES_LIMIT: 'Expected one file a form; send further ones with forms of their own.',
  FST_FIELDS_LIMIT: `Expected at most ${formLimits.fields} fields in the form.`,
  FST_PARTS_LIMIT: `Expected at most ${formLimits.parts} parts in the form.`,
}

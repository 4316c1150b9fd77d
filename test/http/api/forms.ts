import { gradient } from '../../image/gradient.js'
import type { Asking, Desk } from './desk.js'

export const boundary = 'form-boundary-7'

type File = Readonly<{ name?: string; bytes: Buffer; type?: string; field?: string }>

/** A form as browsers send it: fields, then files. */
export const formOf = (fields: Readonly<Record<string, string>>, ...files: readonly File[]): Buffer =>
  Buffer.concat([
    ...Object.entries(fields).map(([name, value]) =>
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    ),
    ...files.flatMap(({ name = 'tour.png', bytes, type = 'image/png', field = 'file' }) => [
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`,
      ),
      bytes,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ])

export const formHeaders = { 'content-type': `multipart/form-data; boundary=${boundary}` } as const

export const upload = ({ ask }: Desk, form: Buffer, more: Asking = {}) =>
  ask('POST', '/api/images', { ...more, body: form, headers: { ...formHeaders, ...more.headers } })

export const pictureOf = (width: number, height: number): Promise<Buffer> => gradient(width, height).png().toBuffer()

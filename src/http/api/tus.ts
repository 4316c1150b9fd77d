import type { FastifyReply, FastifyRequest } from 'fastify'
import { DomainError } from '../../errors.js'

/** What this server speaks of tus, the protocol for uploads that can be resumed. */
export const protocol = {
  'tus-resumable': '1.0.0',
  'tus-version': '1.0.0',
  'tus-extension': 'creation,termination,expiration',
} as const

/** @throws DomainError `stale` (412) where the client speaks another version */
export function requireProtocol({ headers }: FastifyRequest, reply: FastifyReply): void {
  if (headers['tus-resumable'] === protocol['tus-resumable']) return
  reply.header('tus-version', protocol['tus-version'])
  throw new DomainError('stale', `Expected the header Tus-Resumable: ${protocol['tus-resumable']}.`)
}

export function numberIn({ headers }: FastifyRequest, name: 'upload-length' | 'upload-offset'): number {
  const text = headers[name]
  if (typeof text === 'string' && /^\d{1,15}$/.test(text)) return Number(text)
  throw new DomainError('invalid-request', `Expected a number of bytes as ${name}.`)
}

/** The pairs of Upload-Metadata: names, each with a value in Base64. */
export function metadataIn({ headers }: FastifyRequest): Readonly<Record<string, string>> {
  const text = headers['upload-metadata']
  if (typeof text !== 'string' || text.trim() === '') return {}
  const pairs = text.split(',').map(pair => {
    const [name = '', value = '', ...more] = pair.trim().split(' ')
    if (!/^[\w-]{1,100}$/.test(name) || !/^[A-Za-z0-9+/]*={0,2}$/.test(value) || more.length > 0)
      throw new DomainError('invalid-request', 'Expected "name base64,name base64" as Upload-Metadata.')
    return [name, Buffer.from(value, 'base64').toString('utf8')] as const
  })
  // tus clients of browsers send these of their own accord
  return Object.fromEntries(pairs.filter(([name]) => name !== 'filetype' && name !== '__proto__'))
}

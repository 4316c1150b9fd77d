import { DomainError } from '../errors.js'
import { buildApp } from '../http/app.js'
import { localAuthority } from '../http/listen.js'
import { openServices } from '../services.js'
import type { Command, Invocation } from './command.js'

export const get: Command = {
  summary: 'answers one address of the site without a server, and prints the body',
  operands: 'PATH',
  arity: [1, 1],
  details: `
Answers in this process what a server would answer to GET PATH, and writes the body to stdout as it is. An answer that
is no success goes to stderr as a sentence, and the exit code is 1.

Example: beffroi get /iiif/presentation/3/collection > network.json`,
  options: ['baseUrl', 'host', 'port', 'siteName', 'cacheSeconds', 'maxWidth', 'maxHeight', 'maxArea', 'pageSize'],

  async run({ config, operands: [path = ''], stdout, stderr, warn }: Invocation) {
    if (!path.startsWith('/')) throw new DomainError('misuse', `Expected a path from "/" on but received "${path}".`)
    const services = await openServices(config, warn)
    try {
      const app = await buildApp(services, { level: 'error', stream: stderr })
      const answer = await app.inject({ url: path, headers: { host: localAuthority(config.http) } })
      await app.close()
      if (answer.statusCode < 200 || answer.statusCode > 299) throw new DomainError('refused', sentenceOf(path, answer))
      await new Promise<void>((resolve, reject) => {
        stdout.once('error', reject)
        stdout.write(answer.rawPayload, () => resolve())
      })
    } finally {
      await services.close()
    }
  },
}

type Answer = Readonly<{ statusCode: number; body: string; headers: Readonly<Record<string, unknown>> }>

/** What the server said of itself, where it said it in words rather than as a page. */
function sentenceOf(path: string, { statusCode, body, headers }: Answer): string {
  const told = `${path} answered ${statusCode}`
  if (headers.location) return `${told}: see ${headers.location}`
  const type = String(headers['content-type'] ?? '')
  if (type.includes('json')) return `${told}: ${JSON.parse(body).message}`
  return type.startsWith('text/plain') ? `${told}: ${body.trim()}` : `${told}.`
}

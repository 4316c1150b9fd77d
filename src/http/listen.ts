import type { FastifyInstance } from 'fastify'
import { DomainError } from '../errors.js'

/** @returns the address of the listening server, with its real port */
export async function listen(app: FastifyInstance, { host, port }: { host: string; port: number }): Promise<string> {
  try {
    await app.listen({ host, port })
  } catch (cause) {
    throw listenFailure(cause, host, port)
  }
  const bound = app.server.address()
  const realPort = typeof bound === 'object' && bound ? bound.port : port
  return `http://${localAuthority({ host, port: realPort })}/`
}

/** Host and port, as a browser on this machine would ask a server that listens there. */
export const localAuthority = ({ host, port }: Readonly<{ host: string; port: number }>): string =>
  `${reachable(host)}:${port}`

/** `0.0.0.0` and `::` stand for all addresses there are. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}

/**
 * Stops accepting, lets requests finish for at most `seconds`, then cuts what is left.
 * @returns whether every request was answered
 */
export async function drain(app: FastifyInstance, seconds: number): Promise<boolean> {
  let complete = true
  // Again and again, because a connection may still come in until the server has stopped listening
  const cut = setInterval(() => {
    complete = false
    app.server.closeAllConnections()
  }, seconds * 1000)
  try {
    await app.close()
  } finally {
    clearInterval(cut)
  }
  return complete
}

/** Connections that a request kept busy when the server stopped are closed once it is answered. */
export function closeConnectionsWhileDraining(app: FastifyInstance): void {
  let draining = false
  app.addHook('preClose', async () => {
    draining = true
  })
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (draining) reply.header('connection', 'close')
    done(null, payload)
  })
}

const advice: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (host, port) =>
    `Port ${port} of ${host} is in use. Stop the program that uses it, or choose another port with --port.`,
  EACCES: (_host, port) => `Port ${port} is not open to this user. Choose a port above 1023 with --port.`,
  EADDRNOTAVAIL: host => `This machine has no address ${host}. Choose one that it has with --host.`,
  ENOTFOUND: host => `The name ${host} is unknown. Choose an address of this machine with --host.`,
}

function listenFailure(cause: unknown, host: string, port: number): unknown {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const sentence = advice[code]?.(host, port)
  return sentence ? new DomainError('conflict', sentence, { cause }) : cause
}

import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync } from 'fastify'
import { builtDirectory } from './built.js'

/** What was built for browsers, below `/static`: names carry a hash or a version, so browsers keep it for good. */
export const assetRoutes: FastifyPluginAsync = async app => {
  const directory = builtDirectory()
  for (const part of ['assets', 'viewers'] as const) {
    await app.register(fastifyStatic, {
      root: join(directory, part),
      prefix: `/static/${part}/`,
      decorateReply: part === 'assets',
      index: false,
      immutable: true,
      maxAge: '365d',
    })
  }
}

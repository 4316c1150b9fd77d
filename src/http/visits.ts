import type { FastifyRequest } from 'fastify'
import type { Limits } from '../config.js'
import { type Language, preferredLanguage } from '../pages/languages.js'
import { phrases } from '../pages/phrases/phrases.js'
import type { Assets, Visit } from '../pages/visit.js'
import { siteLanguages } from '../presentation/languages.js'
import { urisOf } from '../presentation/uris.js'
import type { BaseOf } from './address.js'

/** Reads a visit from its request: the language by address, or else by preference. */
export type VisitOf = (request: FastifyRequest) => Visit

type Site = Readonly<{ siteName: string; limits: Limits; baseOf: BaseOf }>

export const visitsTo =
  ({ siteName, limits, baseOf }: Site, assets: Assets): VisitOf =>
  request => {
    const [, path = '', query = ''] = /^([^?]*)(\?.+)?/s.exec(request.url) ?? []
    const chosen = siteLanguages.find(each => path === `/${each}` || path.startsWith(`/${each}/`))
    const language = chosen ?? preferredLanguage(request.headers['accept-language'])
    const uris = urisOf(baseOf(request))
    const rest = chosen ? path.slice(chosen.length + 1) || '/' : path
    const here = (wanted?: Language) => `${uris.base}${wanted ? `/${wanted}` : ''}${rest}${query}`
    return { language, chosen, phrases: phrases[language], uris, siteName, assets, limits, here }
  }

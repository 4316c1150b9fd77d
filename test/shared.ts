import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * Real input that stands beside the project's checkout and is not part of it: pictures, catalogues, schemas.
 * @returns its path, or undefined where it is absent; such tests then skip by name
 */
export function shared(path: string): string | undefined {
  const file = fileURLToPath(new URL(`../../shared/${path}`, import.meta.url))
  return existsSync(file) ? file : undefined
}

/** Options of a test that needs shared input: `t.test(name, needs('data/images'), …)`. */
export const needs = (path: string): { skip?: string } => (shared(path) ? {} : { skip: `../shared/${path} is absent` })

import type { Test } from 'tap'
import type { WorkRecord } from '../../src/catalogue/model.js'
import { configFrom } from '../../src/config.js'
import { buildApp } from '../../src/http/app.js'
import { openServices } from '../../src/services.js'
import { readSettings, type SettingName } from '../../src/settings.js'
import { image, museum } from '../presentation/sample.js'

type Options = Readonly<Partial<Record<SettingName, string>>>

/** A whole server over an empty catalogue of its own, closed when the test ends. */
export async function openSite(t: Test, options: Options = {}) {
  const config = configFrom(readSettings({ data: options.data ?? t.testdir(), port: '0', ...options }))
  const services = await openServices(config)
  const lines: string[] = []
  const app = await buildApp(services, { level: 'debug', stream: { write: line => lines.push(line) } })
  t.teardown(async () => {
    await app.close()
    await services.close()
  })
  return { app, services, lines }
}

export type Site = Awaited<ReturnType<typeof openSite>>

/** A museum and its works, each with a picture; rows only, for tests that look at documents and not at pixels. */
export async function fill({ services: { writer } }: Site, works: readonly WorkRecord[]) {
  await writer.putMuseums([museum])
  await writer.putWorks(works)
  for (const { id } of works) {
    await writer.putImage(image(`image-${id}`), { work: id, view: '1', position: 1, layer: 'visible' })
  }
}

/** What `app.inject` answers, as far as tests read it. */
export const json = (answer: { body: string }) => JSON.parse(answer.body)

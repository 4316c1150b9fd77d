import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import type { Test } from 'tap'

const names = ['chromium', 'chromium-browser', 'google-chrome']
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Where Chromium is on this machine: `CHROMIUM`, or a usual name on the path. */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const folders = (environment.PATH ?? '').split(delimiter)
  const candidates = [environment.CHROMIUM ?? '', ...folders.flatMap(folder => names.map(name => join(folder, name)))]
  return candidates.find(path => path !== '' && isProgram(path))
}

/** Options of a test that needs a browser: skipped by name without one, unless `BEFFROI_REQUIRE_BROWSER` is set. */
export const needsBrowser = (): { skip?: string } =>
  findBrowser() || process.env.BEFFROI_REQUIRE_BROWSER ? {} : { skip: 'there is no Chromium (see CHROMIUM)' }

export async function openBrowser(t: Test): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath)
    throw new Error('Expected a Chromium on the path or in CHROMIUM, as BEFFROI_REQUIRE_BROWSER demands.')
  const browser = await chromium.launch({ executablePath, args: flags })
  t.teardown(() => browser.close())
  return browser
}

/** What went wrong in a page, and which answers it had: a test asks that the first stay empty. */
export type Watch = Readonly<{
  troubles: readonly string[]
  answered(part: RegExp): number
  /** Resolves when there were more such answers than `count`. */
  moreThan(count: number, part: RegExp): Promise<void>
  hosts(): readonly string[]
}>

/** Watches a page for errors in console and network, for as long as it is open. */
export function watch(page: Page): Watch {
  const troubles: string[] = []
  const addresses: string[] = []
  page.on('console', message => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`)
  })
  page.on('pageerror', error => troubles.push(`page: ${error.message}`))
  page.on('requestfailed', request => {
    // A viewer drops tiles that it no longer needs.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') troubles.push(`failed: ${request.url()}`)
  })
  page.on('response', response => {
    if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`)
    else addresses.push(response.url())
  })
  const answered = (part: RegExp): number => addresses.filter(address => part.test(address)).length
  return {
    troubles,
    answered,
    async moreThan(count, part) {
      while (answered(part) <= count) await page.waitForEvent('response')
    },
    hosts: () => [...new Set(addresses.filter(each => each.startsWith('http')).map(each => new URL(each).host))],
  }
}

/** Turns the wheel towards the reader; OpenSeadragon passes over turns that follow within 50 ms, so frames go by between. */
export async function turnWheel(page: Page, turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    await page.mouse.wheel(0, -240)
    await page.evaluate(async () => {
      for (let frame = 0; frame < 6; frame += 1) await new Promise(requestAnimationFrame)
    })
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

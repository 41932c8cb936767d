import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const SHOTS = process.env.YUNDIAO_SHOTS

const PASSWORD = 'yundiao-2022'
export const DESK = { width: 1366, height: 768 }
/** 1366 × 768 at 125 % zoom, less the browser's own bars. */
export const ZOOMED = { width: 1090, height: 500 }
export const PHONE = { width: 390, height: 844 }

/** Where axe looks: at the desk, and on the phone too in the deep run; zoomed, a page holds what it holds on a desk. */
export const isAxed = (viewport: { width: number }): boolean =>
  viewport.width === DESK.width || (viewport.width === PHONE.width && process.env.YUNDIAO_DEEP !== undefined)

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
    ],
  })

/** A person at a desk: a context of their own, signed in, with every page error kept. */
export const signIn = async (
  browser: Browser,
  url: string,
  username: string,
  viewport = DESK,
): Promise<{ page: Page; context: BrowserContext; faults: string[] }> => {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', acceptDownloads: true })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (said) => {
    if (/Content Security Policy|-src/.test(said.text())) faults.push(said.text())
  })
  await page.goto(url)
  await page.locator('input[name=username]').fill(username)
  await page.locator('input[name=password]').fill(PASSWORD)
  await page.locator('form button[type=submit]').click()
  await page.getByRole('navigation').first().waitFor()
  return { page, context, faults }
}

/** A slow line: what answers at `pattern` is held back until it is let go, as the function given back does. */
export const hold = async (page: Page, pattern: string): Promise<() => void> => {
  const gate = Promise.withResolvers<void>()
  await page.route(pattern, async (route) => {
    await gate.promise
    await route.continue()
  })
  return gate.resolve
}

/** Keeps a picture where YUNDIAO_SHOTS names a folder, for people to look at. */
export const shot = async (page: Page, name: string): Promise<void> => {
  if (!SHOTS) return
  mkdirSync(SHOTS, { recursive: true })
  await page.screenshot({ path: join(SHOTS, `${name}.png`) })
}

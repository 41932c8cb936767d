import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser, shot, signIn } from './browser.ts'
import { startProduct } from './product.ts'

// Step 2 of the loop by the keyboard: the real readout of 26 April 2022 to 交办, with every key counted.

const READOUT = readFileSync(
  join(import.meta.dirname, '../packages/directives/fixtures/mianyang-2022-04-26.txt'),
  'utf8',
)

let product: Awaited<ReturnType<typeof startProduct>>
let browser: Browser
let desk: Awaited<ReturnType<typeof signIn>>
let document = ''

/** Keystroke-level model: a key 0.3 s, a decision or a look 1.2 s. Clicks count as a decision and a key. */
const SECONDS = { key: 0.3, decision: 1.2 }
const spent = { keys: 0, decisions: 0 }

beforeAll(async () => {
  product = await startProduct()
  browser = await openBrowser()
  desk = await signIn(browser, product.url, 'duban')
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const press = async (page: Page, key: string, times = 1): Promise<void> => {
  for (let i = 0; i < times; i += 1) await page.keyboard.press(key)
  spent.keys += times
}
const type = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.insertText(text)
  spent.keys += text.length
}
const decide = (times = 1): void => {
  spent.decisions += times
}
const click = async (page: Page, name: string | RegExp): Promise<void> => {
  await page.getByRole('button', { name }).first().click()
  spent.keys += 1
  decide()
}
const answered = (page: Page, what: string) =>
  page.waitForResponse((response) => response.url().endsWith(what) && response.request().method() !== 'GET')
/** One act of a person and the server's answer to it. */
const acting = async (page: Page, what: string, act: () => Promise<void>): Promise<void> => {
  const answer = answered(page, what)
  const read = page.waitForResponse((response) => /\/documents\/[^/]+$/u.test(response.url().split('?')[0] ?? ''))
  await act()
  expect((await answer).status(), what).toBe(200)
  await read
}
const line = (page: Page, n: number) => page.locator(`table.lines [data-cell="${n - 1}:0"]`)
const stand = async (page: Page, n: number): Promise<void> => {
  await line(page, n).click()
  spent.keys += 1
  decide()
}
const column = async (page: Page, label: string): Promise<number> => {
  const cells = page.locator('table.lines thead th')
  for (let i = 0; i < (await cells.count()); i += 1) if ((await cells.nth(i).textContent())?.startsWith(label)) return i
  throw new Error(`no column ${label}`)
}
const counts = async () => {
  const answer = await desk.page.request.get(`${product.url}/api/documents/${document}`)
  return ((await answer.json()) as { counts: Record<string, number> & { gaps: Record<string, number> } }).counts
}

it('opens the readout of 68 requirements with its suggestions in grey', async () => {
  const { page } = desk
  const made = await page.request.post(`${product.url}/api/documents`, {
    headers: { 'x-yundiao': '1', origin: product.url },
    data: { kind: 'readout', number: null, meeting: '2022-04-26-standing-committee', text: READOUT },
  })
  document = ((await made.json()) as { id: string }).id
  await page.goto(`${product.url}/documents/${document}`)
  await page.locator('table.lines').waitFor()
  expect((await counts()).requirements).toBe(68)
  expect(await page.locator('.bar').textContent()).toContain('仅供参考')
})

it('adopts a column of units at once, and as one act of a person', async () => {
  const { page } = desk
  await page
    .getByRole('button', { name: /采纳本列建议/ })
    .first()
    .waitFor()
  await acting(page, '/edit', () => page.locator('th', { hasText: '牵头单位' }).getByRole('button').click())
  decide(2)
  spent.keys += 1
  const lead = await column(page, '牵头单位')
  await expect.poll(() => page.locator(`table.lines [data-cell="0:${lead}"]`).textContent()).toBe('市统计局')
  expect((await counts()).gaps.lead).toBeLessThan(5)
})

/** Selects `rows` lines from `first` on, and looks that so many are selected: the next key acts on all of them. */
const select = async (page: Page, first: number, rows: number): Promise<void> => {
  await stand(page, first)
  if (rows === 1) return
  await press(page, 'Shift+ArrowDown', rows - 1)
  await page.locator('.line-acts b', { hasText: `已选 ${rows} 条` }).waitFor({ timeout: 3000 })
}

/** Selects lines and does what `key` does to them. Whoever sees another count than meant selects once more. */
const take = async (page: Page, [first, rows]: readonly [number, number], key: string, what: string) => {
  await select(page, first, rows).catch(() => select(page, first, rows))
  decide(rows)
  await acting(page, what, () => press(page, key))
  const done = page.locator(`table.lines [data-cell="${first - 1}:1"]`)
  await expect.poll(() => done.textContent()).not.toContain('待核')
}

it('merges what is one matter and declines what is none', async () => {
  const { page } = desk
  for (const group of [
    [5, 2],
    [7, 3],
    [10, 4],
    [14, 3],
    [17, 2],
    [19, 4],
    [23, 4],
    [27, 5],
    [32, 3],
    [35, 3],
    [38, 3],
    [41, 4],
    [45, 3],
    [48, 2],
    [51, 3],
    [54, 2],
    [56, 2],
    [58, 3],
    [61, 3],
    [67, 2],
  ] as const)
    await take(page, group, 'm', '/merge')
  for (const group of [
    [1, 1],
    [65, 1],
  ] as const) {
    await stand(page, group[0])
    await press(page, 'x')
    const answer = answered(page, '/decline')
    await page.getByRole('dialog').getByRole('button', { name: '不立项' }).click()
    spent.keys += 1
    decide()
    expect((await answer).status()).toBe(200)
  }
  await expect.poll(async () => (await counts()).declined).toBe(2)
  await shot(page, 'breakdown-merged')
})

it('sets up the rest one key each', async () => {
  const { page } = desk
  const pending = (await counts()).pending ?? 0
  await page.locator('table.lines tbody tr', { hasText: '待核' }).first().locator('td').first().click()
  spent.keys += 1
  for (let done = 1; done <= pending; done += 1) {
    decide()
    await page.locator('[data-act="settle"]:not([disabled])').waitFor()
    const answer = answered(page, '/settle')
    await press(page, 'Enter')
    expect((await answer).status()).toBe(200)
    // The cursor has gone on to the next line by itself.
    await expect.poll(async () => (await counts()).pending).toBe(pending - done)
  }
  const { items, merged } = await counts()
  expect(items).toBeGreaterThanOrEqual(20)
  expect(items).toBeLessThanOrEqual(32)
  expect((items ?? 0) + (merged ?? 0) + 2).toBe(68)
})

it('fills a deadline down, and writes the measures that are known', async () => {
  const { page } = desk
  const deadline = await column(page, '完成时限')
  const cell = (n: number) => page.locator(`table.lines [data-cell="${n - 1}:${deadline}"]`)
  await cell(2).click()
  decide()
  await type(page, '6月底前')
  await acting(page, '/edit', () => press(page, 'Enter'))
  await cell(2).click()
  await acting(page, '/edit', () => press(page, 'Control+d'))
  decide()
  spent.keys += 2
  const items = (await counts()).items ?? 0
  decide(items)
  const { gaps } = await counts()
  expect(gaps.deadline).toBeLessThanOrEqual(1)
})

it('goes on to 送审, 审定, 《任务分解表》 and 交办', async () => {
  const { page } = desk
  await acting(page, '/submit', () => click(page, '送审'))
  await click(page, '登记审定结果')
  await type(page, '秘书长')
  decide()
  const decided = answered(page, '/decide')
  await press(page, 'Enter')
  expect((await decided).status()).toBe(200)
  await click(page, '生成《任务分解表》')
  await page.getByRole('link', { name: '任务分解表.docx' }).waitFor()
  await page.getByRole('link', { name: '任务分解表.xlsx' }).waitFor()
  await click(page, '交办')
  await page.getByRole('dialog').locator('input[name=feedbackOn]').fill('2022-05-25')
  spent.keys += 8
  const handed = answered(page, '/handover')
  await page.getByRole('dialog').getByRole('button', { name: '交办' }).click()
  spent.keys += 1
  expect((await handed).status()).toBe(200)
  await page.getByText(/绵督交〔2022〕1号/).waitFor()
  await shot(page, 'breakdown-handed')
})

it('takes a person a fraction of forty minutes at the keys', () => {
  const seconds = spent.keys * SECONDS.key + spent.decisions * SECONDS.decision
  // Said in the log of the run: the honest figure for the report, not a bar.
  process.stdout.write(`${spent.keys} keys, ${spent.decisions} decisions: ${(seconds / 60).toFixed(1)} minutes\n`)
  expect(spent.keys).toBeLessThan(600)
  expect(desk.faults).toEqual([])
})

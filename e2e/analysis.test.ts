import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { hold, openBrowser, shot, signIn } from './browser.ts'
import { startProduct } from './product.ts'

// Why it lags, and what follows: from a finding to an item, from the city down to a project, from a name to an answer.

let product: Awaited<ReturnType<typeof startProduct>>
let browser: Browser
let page: Page
let faults: string[]

beforeAll(async () => {
  product = await startProduct()
  browser = await openBrowser()
  ;({ page, faults } = await signIn(browser, product.url, 'yunxing'))
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const open = async (query: string, says: string): Promise<void> => {
  await page.goto(`${product.url}/analysis?${query}`)
  await page.locator('main').getByText(says).first().waitFor()
}

it('a finding opens the 出处 of its numbers, and becomes an item with its figures in one act', async () => {
  await open('period=2022Q1', '回落2.1个百分点')
  const first = page.locator('main li').filter({ hasText: '地区生产总值' }).first()
  await first.getByRole('button', { name: /6\.6%/ }).first().click()
  await page.locator('.passport').getByText('mianyang_2022q1.csv').first().waitFor()
  await page.keyboard.press('Escape')

  await first.getByRole('button', { name: /^立项/ }).click()
  const dialog = page.getByRole('dialog')
  // A suggestion is no entry: without a person's word the matter is empty.
  expect(await dialog.locator('textarea[name=title]').inputValue()).toBe('')
  const said = (await dialog.locator('blockquote').textContent()) ?? ''
  await dialog.getByRole('button', { name: '采用' }).first().click()
  const title = await dialog.locator('textarea[name=title]').inputValue()
  expect(title.length).toBeGreaterThan(4)
  await dialog.locator('form button[type=submit]').click()
  await dialog.waitFor({ state: 'detached' })

  await first.getByRole('link', { name: /绵督/ }).first().click()
  await page.waitForURL(/\/items\/[0-9a-f-]{36}/)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await expect.poll(() => page.locator('main').textContent()).toContain(said)
  await expect.poll(() => page.locator('main').textContent()).toContain('6.6')
  await shot(page, 'analysis-item')
})

it('goes from the city to the county that drags, its projects, and the entry of one', async () => {
  await open('view=drags&ask=projects&period=2022Q1', '归因表')
  const down = (name: RegExp): Promise<void> => page.locator('main .t').getByRole('link', { name }).first().click()
  const place = page.getByRole('navigation', { name: '位置' })
  // By the chart: the mouse there, a way back, the keyboard there; and on by the table.
  const bar = page.locator('.waterfall').getByRole('link', { name: /^江油/ })
  await bar.click()
  await place.locator('[aria-current]', { hasText: '江油' }).waitFor()
  await place.getByRole('link', { name: '全市' }).click()
  await bar.focus()
  await page.keyboard.press('Enter')
  await place.locator('[aria-current]', { hasText: '江油' }).waitFor()
  expect(await place.locator('[aria-current=page]').evaluate((here) => here === here.ownerDocument.activeElement)).toBe(
    true,
  )
  await down(/^产业/)
  await down(/^演示项目/)
  await page.waitForURL(/\/ledgers\/projects\.project\/[0-9a-f-]{36}/)
})

it('answers when a name is typed', async () => {
  await open('view=answers&period=2022Q1', '生成备询手册')
  // Ready to type in as it opens.
  await page.locator('main input:focus').waitFor()
  await page.keyboard.type('江油')
  await page.keyboard.press('Enter')
  await page
    .getByRole('heading', { name: /江油市/ })
    .first()
    .waitFor()
  await expect.poll(() => page.locator('main').textContent()).toContain('欠序时')
  await shot(page, 'analysis-answer')
})

it('the table of 21 cities prints on one page across', async () => {
  await open('view=compare&period=2022Q1', '对比表')
  await page.locator('.region-sheet tr', { hasText: '凉山' }).first().waitFor()
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
  const [, width = '0', height = '0'] = /MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []
  expect(Number(width)).toBeGreaterThan(Number(height))
})

it('a chart leaves as a picture that stands alone, and as its table', async () => {
  await open('view=drags&ask=parts&indicator=gdp&period=2022Q1', '归因表')
  const figure = page.locator('.chart-frame').first()
  const [file] = await Promise.all([page.waitForEvent('download'), figure.getByRole('button', { name: 'SVG' }).click()])
  const svg = await readFile((await file.path()) ?? '', 'utf8')
  expect(svg).toMatch(/^<svg[^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
  expect(svg).not.toContain('var(--')
  await figure.getByRole('button', { name: '数据表' }).click()
  await expect.poll(() => figure.getByRole('table').textContent()).toContain('二产310.31')
})

it('what was picked stands while its answer is on the way, and the choices of the one before are shut', async () => {
  await open('view=drags&period=2022Q1', '归因表')
  const drags = page.locator('.drag-pickers select')
  const letDrags = await hold(page, '**/api/analysis/drags?*subject=projects*')
  await drags.first().selectOption('projects')
  await page.locator('.drag-pickers select:disabled').nth(1).waitFor()
  expect(await drags.first().inputValue()).toBe('projects')
  letDrags()
  await page.locator('.drag-panes').getByText('合计超欠').first().waitFor()
  expect([await drags.nth(1).inputValue(), await drags.nth(1).isEnabled()]).toEqual(['investment', true])

  await open('view=outlook&period=2022Q1', '绵阳 地区生产总值')
  const series = page.locator('.outlook-picker select')
  const letOutlook = await hold(page, '**/api/analysis/outlook?*indicator=iva*')
  await series.first().selectOption('iva')
  await page.locator('.outlook-picker select:disabled').nth(1).waitFor()
  expect(await series.first().inputValue()).toBe('iva')
  letOutlook()
  await page.locator('main figure').getByText('规模以上工业增加值').first().waitFor()
  expect(await series.nth(1).isEnabled()).toBe(true)
})

it('raised no fault on the way', () => expect(faults).toEqual([]))

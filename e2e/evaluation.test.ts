import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seriousViolationsOf } from './accessible.ts'
import { DESK, isAxed, openBrowser, PHONE, shot, signIn, ZOOMED } from './browser.ts'
import { startProduct } from './product.ts'

type Signed = Awaited<ReturnType<typeof signIn>>

let browser: Browser
let product: Awaited<ReturnType<typeof startProduct>>
let clerk: Signed
let county: Signed
beforeAll(async () => {
  product = await startProduct()
  browser = await openBrowser()
  clerk = await signIn(browser, product.url, 'jingxin')
  county = await signIn(browser, product.url, 'fucheng')
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click()
const inDialog = (page: Page, name: string): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
const idOf = (page: Page): string => new URL(page.url()).pathname.split('/')[2] ?? ''

const SIZES = { desk: DESK, zoomed: ZOOMED, phone: PHONE }

/** Wide tables scroll in themselves, not the page; nothing serious for assistive technology. */
const isSound = async (page: Page, name: string): Promise<void> => {
  await page.waitForLoadState('networkidle')
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport)
    const serious = isAxed(viewport) ? await seriousViolationsOf(page) : []
    const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
    await shot(page, `evaluation-${name}-${size}`)
    expect([name, size, over, serious]).toEqual([name, size, 0, []])
  }
  await page.setViewportSize(DESK)
}

it('a clerk scores a year, changes a weight, sees at once who gains and loses, and publishes', async () => {
  const { page } = clerk
  await page.goto(`${product.url}/evaluation`)
  await page.getByText('还没有评价结果。').waitFor()
  await isSound(page, 'list')
  await press(page, '试算')
  await inDialog(page, '试算')
  await page.getByRole('grid').waitFor()
  await isSound(page, 'ranking')
  const first = idOf(page)
  await page.getByRole('link', { name: '权重试算' }).click()
  const weights = page.locator('.weights input.field')
  await weights.nth(1).fill('40')
  await page.getByText('前移或升等').waitFor()
  const shown = await Promise.all((await weights.all()).map((box) => box.inputValue()))
  expect(shown.reduce((sum, text) => sum + Math.round(Number(text) * 10), 0)).toBe(1000)
  await isSound(page, 'weights')
  await press(page, '存为试算')
  await page.getByText('权重已改').first().waitFor()
  expect(idOf(page)).not.toBe(first)
  await press(page, '公示')
  await page.locator('input[name=days]').fill('5')
  await inDialog(page, '公示')
  // 30 April to 4 May are holidays, 24 April and 7 May are worked.
  await page.getByText('2022-05-05').first().waitFor()
  await page.getByText('期满后再定稿').waitFor()
})

it('a county sees places and grades of all and values of its own, and appeals; the clerk upholds it', async () => {
  const run = idOf(clerk.page)
  const { page } = county
  await page.goto(`${product.url}/evaluation/${run}`)
  await page.getByRole('grid').waitFor()
  const scores = await page.locator('.ranking tr:has(.own) td').allTextContents()
  expect(scores.some((text) => /^\d+\.\d\d$/u.test(text))).toBe(true)
  const others = await page.locator('.ranking tbody tr:not(.group):not(:has(.own)) td:nth-child(5)').allTextContents()
  expect([others.length > 0, others.filter((text) => text !== '')]).toEqual([true, []])
  expect(await page.getByRole('link', { name: '权重试算' }).count()).toBe(0)
  await page.locator('.ranking .own').first().click()
  await page.getByText('所用数据和出处').waitFor()
  await isSound(page, 'unit')
  await press(page, '提出申诉')
  await page.getByRole('dialog').locator('select[name=input]').selectOption('亩均税收')
  await page.locator('input[name=asked]').fill('4000')
  await page.locator('textarea[name=reason]').fill('漏计入库税款，附完税证明。')
  await inDialog(page, '提出申诉')
  await page.getByText('申诉已提交').waitFor()
  await clerk.page.goto(`${product.url}/evaluation/${run}?view=appeals`)
  await press(clerk.page, '核定')
  await clerk.page.getByRole('radio').first().check()
  await clerk.page.locator('input[name=decidedBy]').fill('李某')
  await clerk.page.locator('textarea[name=decision]').fill('完税证明属实。')
  await inDialog(clerk.page, '核定')
  await clerk.page.getByText(/更正：\d+个位次或等次随之变动/u).waitFor()
  expect(idOf(clerk.page)).not.toBe(run)
  await press(clerk.page, '复核重算')
  await clerk.page.getByText('逐字节一致').waitFor()
  await isSound(clerk.page, 'appeals')
})

it('the bounds proposed are those of the unit in hand, also after going from one to another', async () => {
  const { page } = clerk
  await page.goto(`${product.url}/evaluation/${idOf(page)}`)
  await page.locator('.ranking').getByRole('link', { name: '演示园区企业F07', exact: true }).click()
  await page.getByText('怎样升一等').waitFor()
  await page.getByPlaceholder('看另一家').fill('演示园区企业F04')
  await page.getByRole('listbox').getByRole('option').first().click()
  await page.getByRole('heading', { name: '演示园区企业F04' }).waitFor()
  const first = page.locator('.plan tbody tr').first()
  const [now, most] = [await first.locator('td').first().textContent(), await first.locator('input').inputValue()]
  expect(Number(most) / Number(now)).toBeCloseTo(1.2, 3)
})

it('the method, methods side by side, and the map read well; nothing failed on the way', async () => {
  const { page } = clerk
  const run = idOf(page)
  for (const [view, says] of [
    ['method', '办法没有写明的'],
    ['side', '相差位数'],
    ['counties', '各地区等次'],
    ['assurance', '随机种子'],
  ] as const) {
    await page.goto(`${product.url}/evaluation/${run}?view=${view}`)
    await page.getByText(says).first().waitFor()
    await isSound(page, view)
  }
  await press(page, '测算把握程度')
  await page.getByText('哪一项选择最影响排名').waitFor()
  await isSound(page, 'assured')
  const book = await page.request.get(`${product.url}/api/evaluations/${run}/file`)
  expect([book.status(), book.headers()['content-type']]).toEqual([200, expect.stringContaining('spreadsheetml')])
  expect([clerk.faults, county.faults]).toEqual([[], []])
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { figuresInDocx } from '@yundiao/office'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser, shot, signIn } from './browser.ts'
import { startProduct } from './product.ts'

// The loop, turned once by three people on the real meeting of 26 April 2022 and its published figures.

const READOUT = readFileSync(
  join(import.meta.dirname, '../packages/directives/fixtures/mianyang-2022-04-26.txt'),
  'utf8',
)
const PROJECT = '国能四川天明发电公司1号机组'

let product: Awaited<ReturnType<typeof startProduct>>
let browser: Browser
let office: Awaited<ReturnType<typeof signIn>>
const items: string[] = []

beforeAll(async () => {
  product = await startProduct()
  browser = await openBrowser()
  office = await signIn(browser, product.url, 'yunxing')
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const tab = (page: Page, name: string) => page.getByRole('navigation').first().getByRole('link', { name, exact: true })

it('shows the meeting with the real figures of the quarter and what is missing', async () => {
  const { page } = office
  await page.goto(product.url)
  await page.getByRole('heading', { level: 1, name: '市委常委会（扩大）会议' }).waitFor()
  await page.getByText('784.28').first().waitFor()
  const text = (await page.locator('main').textContent()) ?? ''
  expect(text).toContain('6.6')
  expect(text).toContain('未评')
  expect(text).toContain('待明确')
  await shot(page, '1-meeting')
})

it('opens the 出处 of a number down to the cell of its file and the source', async () => {
  const { page } = office
  await tab(page, '指标').click()
  await page
    .getByRole('button', { name: /784\.28/ })
    .first()
    .click()
  const passport = page.locator('.passport')
  await passport.waitFor()
  await expect.poll(() => passport.textContent()).toContain('mianyang_2022q1.csv')
  const text = (await passport.textContent()) ?? ''
  expect(text).toContain('wstt.we54.com')
  expect(text).toContain('784.28')
  await shot(page, '2-passport')
  await page.keyboard.press('Escape')
})

it('takes the readout in as published and highlights the very characters of each requirement', async () => {
  const { page } = office
  await tab(page, '会议').click()
  await page.getByRole('button', { name: '导入会议文字' }).first().click()
  await page.getByRole('dialog').locator('textarea').fill(READOUT)
  await page.getByRole('dialog').getByRole('button', { name: '导入会议文字' }).click()
  await page.waitForURL(/\/documents\//)
  await page.getByRole('heading', { level: 1, name: /分解立项/ }).waitFor()
  await expect.poll(() => page.locator('.bar').textContent()).toContain('待明确')
  const facts = (await page.locator('.bar').textContent()) ?? ''
  expect(facts).toContain('仅供参考')
  await shot(page, '3-document')
})

/** 立项 of one requirement: the line as the sheet words it, the sentence as the text has it. */
const setUp = async (page: Page, text: string, sentence: string): Promise<string> => {
  const line = page.locator('table.lines tbody tr', { hasText: text }).first()
  await line.locator('td').first().click()
  await page.locator('.original mark.on', { hasText: sentence }).first().waitFor()
  const answered = page.waitForResponse(
    (response) => response.url().endsWith('/settle') && response.request().method() === 'POST',
  )
  await page.keyboard.press('Enter')
  const response = await answered
  expect(response.status()).toBe(200)
  return ((await response.json()) as { items: string[] }).items[0] ?? ''
}

it('sets up two items; what the text does not say reads 待明确', async () => {
  const { page } = office
  items.push(await setUp(page, '推动签约项目尽快落地', '推動簽約項目盡快落地'))
  items.push(await setUp(page, '大力抓好项目开发储备和申报入库', '大力抓好項目開發儲備和申報入庫'))
  await page.goto(`${product.url}/items/${items[0]}`)
  await page.getByText('推動簽約項目盡快落地').first().waitFor()
  expect(await page.locator('main').textContent()).toContain('待明确')
  await shot(page, '4-item')
})

it('links the first to a project; nothing has moved yet', async () => {
  const { page } = office
  await page.getByRole('button', { name: '关联台账记录' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('searchbox').or(dialog.locator('input[data-search], input')).first().fill('天明')
  await page.keyboard.press('Enter')
  await dialog.locator('li', { hasText: PROJECT }).getByRole('button', { name: '关联' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('关联以来没有变化').waitFor()
})

it('lets the county clerk advance that project, and see no other county’s', async () => {
  const county = await signIn(browser, product.url, 'jiangyou')
  const { page } = county
  await tab(page, '台账').click()
  await page.getByRole('link', { name: '重点项目台账' }).click()
  await page.getByText(PROJECT).first().waitFor()
  expect(await page.locator('main').textContent()).not.toContain('惠科模组')
  await shot(page, '5-ledger-county')
  await page.getByText(PROJECT).first().click()
  await page.waitForURL(/\/ledgers\/projects\.project\/[0-9a-f-]+/)
  await page.locator('select[name=state]').selectOption('投产')
  await page.locator('textarea[name=note]').fill('机组并网，转入商业运行')
  await page.getByRole('button', { name: '报送' }).click()
  await expect.poll(() => page.locator('main').textContent()).toContain('机组并网，转入商业运行')
  await shot(page, '6-entry-county')
  expect(county.faults).toEqual([])
  await county.context.close()
})

it('shows the change on the item by itself', async () => {
  const { page } = office
  await page.goto(`${product.url}/items/${items[0]}`)
  await expect.poll(() => page.locator('main').textContent()).toContain('投产')
  const text = (await page.locator('main').textContent()) ?? ''
  expect(text).toContain('江油市（演示）')
  await shot(page, '7-item-moved')
})

it('lists both items under 上次议定事项 of the next meeting', async () => {
  const { page } = office
  await page.goto(`${product.url}/meetings`)
  await page.getByRole('button', { name: '新建会议' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[name=title]').fill('市委常委会会议')
  await dialog.locator('input[name=heldOn]').fill('2022-07-26')
  await dialog.locator('select[name=previous]').selectOption({ label: '2022-04-26 市委常委会（扩大）会议' })
  await dialog.getByRole('button', { name: '保存' }).click()
  await page.waitForURL(/\/meetings\/[0-9a-f-]{36}/)
  // The list names the five worst only; in sentences every item is told.
  await page.getByRole('button', { name: '成文' }).click()
  await expect.poll(() => page.locator('main').textContent()).toContain('推动签约项目尽快落地')
  await expect.poll(() => page.locator('main').textContent()).toContain('大力抓好项目开发储备和申报入库')
  expect(await page.locator('main').textContent()).toContain('投产')
  await shot(page, '8-next-meeting')
})

it('gives one paper as docx, every number bound to its figure', async () => {
  const { page } = office
  const made = page.waitForResponse(
    (response) => response.url().endsWith('/api/papers/set') && response.request().method() === 'POST',
  )
  await page.getByRole('button', { name: '生成会议材料' }).click()
  const [paper] = (await (await made).json()) as { id: string; figures: number; code: string }[]
  if (!paper) throw new Error('no paper was made')
  expect(paper.figures).toBeGreaterThan(5)
  expect(paper.code).toMatch(/^[0-9A-F]{8}$/)
  const answer = await page.request.get(`${product.url}/api/papers/${paper.id}/file`)
  const found = await figuresInDocx(await answer.body())
  expect(found.unbound).toEqual([])
  expect(found.changed).toEqual([])
  expect(found.bound).toBeGreaterThan(5)
  await page.goto(`${product.url}/papers`)
  await page.getByText(paper.code).first().waitFor()
  await shot(page, '9-papers')
})

it('holds up: the record of all this verifies', async () => {
  const auditor = await signIn(browser, product.url, 'shenji')
  const { page } = auditor
  await page.goto(`${product.url}/admin/events`)
  await page.getByRole('button', { name: '校验操作记录' }).click()
  await page.getByText('校验通过').waitFor({ timeout: 60_000 })
  await shot(page, '10-verify')
  await auditor.context.close()
  expect(office.faults).toEqual([])
})

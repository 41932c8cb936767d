import { readFile } from 'node:fs/promises'
import { figuresInDocx } from '@yundiao/office'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { editDocx } from '../packages/office/testing/edit-docx.ts'
import { seriousViolationsOf } from './accessible.ts'
import { DESK, hold, openBrowser, PHONE, shot, signIn } from './browser.ts'
import { startProduct } from './product.ts'

let browser: Browser
let product: Awaited<ReturnType<typeof startProduct>>
let office: Awaited<ReturnType<typeof signIn>>
beforeAll(async () => {
  product = await startProduct()
  browser = await openBrowser()
  office = await signIn(browser, product.url, 'yunxing')
})
afterAll(async () => {
  await browser.close()
  await product.stop()
})

/** Pages of a PDF and whether they lie across, from its page objects. */
const pagesOf = (pdf: Buffer): { count: number; across: boolean } => {
  const text = pdf.toString('latin1')
  const [, width = 0, height = 0] = /\/MediaBox \[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/u.exec(text)?.map(Number) ?? []
  return { count: text.match(/\/Type \/Page\b(?!s)/gu)?.length ?? 0, across: width > height }
}

it('the board prints as sheet T1 on one A4 across, with its columns and no others', async () => {
  const { page } = office
  await page.goto(`${product.url}/figures`)
  await page.getByRole('grid').waitFor()
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toEqual({ count: 1, across: true })
  await page.evaluate("dispatchEvent(new Event('beforeprint'))")
  expect(await page.locator('table.board th').allTextContents()).toEqual([
    ...['序号', '指标名称', '2022年目标', '1—3月完成', '增速比较（百分点）', '全省位次', '1—6月预计'],
    ...['后三季度需增长%（测算）', '进度评价', '牵头单位', '分管市领导', '备注'],
    ...['绝对额', '增速', '绝对额', '同比增速', '占目标%'],
    ...['较目标', '较上年同期', '较上期', '较全省', '较全国', '总量位次', '增速位次', '升降', '绝对额', '增速'],
  ])
  await page.evaluate("dispatchEvent(new Event('afterprint'))")
  await page.locator('table.board td .n').first().waitFor()
})

it('a sheet kept as a paper prints on one A4 across too', async () => {
  const { page } = office
  const headers = { 'x-yundiao': '1' }
  const data = { kind: 't1', meeting: '2022-04-26-standing-committee', on: '2022-04-26' }
  const made = await page.request.post(`${product.url}/api/papers`, { headers, data })
  const { id } = (await made.json()) as { id: string }
  await page.goto(`${product.url}/papers/${id}`)
  await page.getByRole('grid').waitFor()
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toEqual({ count: 1, across: true })
  expect(office.faults).toEqual([])
})

/** Wide pages scroll in their tables, not as a whole; nothing serious for assistive technology. */
const isSound = async (page: Page, name: string): Promise<void> => {
  for (const [size, viewport] of [
    ['desk', DESK],
    ['phone', PHONE],
  ] as const) {
    await page.setViewportSize(viewport)
    await shot(page, `papers-${name}-${size}`)
    const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
    expect([name, size, over, await seriousViolationsOf(page)]).toEqual([name, size, 0, []])
  }
  await page.setViewportSize(DESK)
}

it('an edited Word file comes back: the changed digit is named, put back, and the paper settled', async () => {
  const { page } = office
  const letMeetings = await hold(page, '**/api/meetings')
  await page.goto(`${product.url}/papers`)
  await page.getByRole('button', { name: '生成会议材料' }).click()
  // Nothing can be asked for before there are meetings to choose from.
  const asking = page.getByRole('button', { name: '生成', exact: true }).click()
  await page.getByRole('dialog').waitFor()
  letMeetings()
  await asking
  await page.getByRole('link', { name: '绵阳市2022年一季度经济运行情况' }).first().click()
  await page.getByRole('button', { name: '送审' }).click()
  await page.getByText('已送审').waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载 Word' }).click()
  const bytes = await readFile(await (await download).path())
  const edited = await editDocx(bytes, 'word/document.xml', (xml) => xml.replace('>784.28亿元<', '>785.28亿元<'))
  await page.getByRole('button', { name: '收回改稿' }).click()
  const file = { name: '改稿.docx', mimeType: 'application/octet-stream', buffer: Buffer.from(edited) }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('dialog').getByRole('button', { name: '收回改稿' }).click()
  const row = page.getByRole('row').filter({ hasText: '785.28亿元' })
  await row.getByRole('button', { name: /784\.28亿元/u }).waitFor()
  await isSound(page, 'revision')
  const adopt = page.getByRole('button', { name: '采用改稿为定稿' })
  expect(await adopt.isDisabled()).toBe(true)
  await row.getByLabel('理由').fill('笔误，以公布数为准')
  await adopt.click()
  await page.getByLabel('审定人').fill('市委常委会')
  await page.getByRole('button', { name: '定稿', exact: true }).click()
  const final = page.getByRole('link', { name: '下载定稿' })
  await final.waitFor()
  await isSound(page, 'final')
  const settled = await page.request.get(`${product.url}${await final.getAttribute('href')}`)
  expect((await figuresInDocx(await settled.body())).changed).toEqual([])
  expect(office.faults).toEqual([])
})

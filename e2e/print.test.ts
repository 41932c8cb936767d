import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser, signIn } from './browser.ts'
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

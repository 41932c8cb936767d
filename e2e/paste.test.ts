import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, PHONE, shot, signIn } from './browser.ts'
import { startProduct } from './product.ts'

let product: Awaited<ReturnType<typeof startProduct>>
let browser: Browser
beforeAll(async () => {
  product = await startProduct()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const ROWS = 30
const FIRST = '演示项目A01（精密零部件产业园一期）'

const openFill = async (page: Page): Promise<void> => {
  await page.goto(`${product.url}/ledgers/projects.project`)
  await page.getByRole('grid').waitFor()
  await page.keyboard.press('F2')
  await page.getByRole('button', { name: '沿用上月' }).first().waitFor()
}

/** Text of a cell by row and the column's place. */
const cell = (page: Page, row: number, column: number) => page.locator(`[data-cell="${row}:${column}"]`)
const said = (page: Page) => page.locator('.edit-bar [role=status]')

/** What WPS leaves on the clipboard for a block of cells, pasted by the keyboard. */
const paste = async (page: Page, text: string): Promise<void> => {
  // As text: tests compile without the browser's own types.
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`)
  await page.keyboard.press('Control+v')
}

const columnOf = async (page: Page, id: string): Promise<number> => {
  const heads = ['项目名称', '本月', '状态', '本月完成', '累计完成', '形象进度', '存在问题']
  expect(await page.locator('thead th').first().innerText()).toContain('项目名称')
  return heads.indexOf(id)
}

describe('a county clerk fills in the month', () => {
  it('pastes 30 rows by keyboard, undoes, does it again, sends, and finds them after a reload', async () => {
    const { page, context, faults } = await signIn(browser, product.url, 'jiangyou')
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await openFill(page)
    const done = await columnOf(page, '本月完成')
    await page.keyboard.press('ArrowRight')
    const rows = Array.from({ length: ROWS }, (_, n) => `${100 + n}.5\t${1000 + n}\t"主体施工\n第${n}层"`)
    await paste(page, `${rows.join('\r\n')}\r\n`)
    await expect.poll(() => said(page).innerText()).toContain(`已粘贴 ${ROWS * 3} 格`)
    expect(await page.locator('td.changed').count()).toBe(ROWS * 3)
    expect(await cell(page, 29, done).innerText()).toBe('129.5')
    expect(await cell(page, 2, done + 2).innerText()).toBe('主体施工\n第2层')
    await shot(page, 'fill-pasted')

    await page.keyboard.press('Control+z')
    await expect.poll(() => page.locator('td.changed').count()).toBe(0)
    await page.keyboard.press('Control+y')
    await expect.poll(() => page.locator('td.changed').count()).toBe(ROWS * 3)

    page.on('dialog', (dialog) => void dialog.accept())
    await page.reload()
    await page.getByRole('button', { name: `报送 ${ROWS * 3} 格` }).click()
    await page.getByText(`已报送 ${ROWS * 3} 格`).waitFor()
    await page.reload()
    await page.getByRole('button', { name: '沿用上月' }).first().waitFor()
    expect(await page.locator('td.changed').count()).toBe(0)
    expect(await cell(page, 29, done).innerText()).toBe('129.5')
    expect(await cell(page, 0, 1).innerText()).toBe('已报')
    await shot(page, 'fill-sent')
    expect(faults).toEqual([])
    await context.close()
  })

  it('pastes by name whatever the order, names what met no row, and is told of a bad number in its cell', async () => {
    const { page, context, faults } = await signIn(browser, product.url, 'jiangyou')
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await openFill(page)
    await page.getByRole('gridcell', { name: FIRST }).click()
    await paste(page, `项目名称\t存在问题\t完成投资·本月\n别县项目\t无\t1\n${FIRST}\t用地未批\t约三百\n`)
    await expect.poll(() => said(page).innerText()).toContain('1 行没有对上，未粘贴：别县项目')
    await page.getByRole('button', { name: '报送 2 格' }).click()
    await expect.poll(() => page.locator('td.fault').count()).toBe(1)
    await page.getByRole('button', { name: '下一处' }).click()
    await expect.poll(() => said(page).innerText()).toContain('完成投资·本月：应为数字')
    await shot(page, 'fill-fault')
    await page.keyboard.type('300')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('td.fault').count()).toBe(0)
    await page.getByRole('button', { name: '报送 2 格' }).click()
    await page.getByText('已报送 2 格').waitFor()
    expect(faults).toEqual([])
    await context.close()
  })

  it('is told that another came first, keeps what it filled in, and sends it over the new row', async () => {
    const county = await signIn(browser, product.url, 'jiangyou')
    await openFill(county.page)
    const row = county.page.locator('tr', { has: county.page.getByRole('gridcell', { name: FIRST }) })
    const problems = row.locator('td').nth(await columnOf(county.page, '存在问题'))
    await problems.click()
    await county.page.keyboard.type('外部供电不足')
    await county.page.keyboard.press('Enter')

    const office = await signIn(browser, product.url, 'yunxing')
    await office.page.goto(`${product.url}/ledgers/projects.project?view=board&region=510781`)
    await office.page.getByTitle(FIRST).focus()
    await office.page.keyboard.press('Enter')
    await office.page.getByRole('combobox', { name: '变更为' }).selectOption('竣工')
    await office.page.getByRole('textbox', { name: '进展和佐证' }).fill('验收报告已收')
    await office.page.getByRole('dialog').getByRole('button', { name: '报送' }).click()
    await office.page.getByText('已变更为竣工').waitFor()
    await shot(office.page, 'ledger-board')

    await county.page.getByRole('button', { name: '报送 1 格' }).click()
    await county.page.getByText('您填写的内容仍在').first().waitFor()
    expect(await problems.innerText()).toBe('外部供电不足')
    expect(await problems.getAttribute('title')).toContain('更新过本行')
    await county.page.getByRole('button', { name: '报送 1 格' }).click()
    await county.page.getByText('已报送 1 格').waitFor()
    await expect.poll(() => row.innerText()).toContain('竣工')
    expect([...county.faults, ...office.faults]).toEqual([])
    await county.context.close()
    await office.context.close()
  })

  it('is asked before it leaves with cells unsent, and finds them when it comes back', async () => {
    const { page, context } = await signIn(browser, product.url, 'fucheng', PHONE)
    await openFillOnPhone(page)
    await cell(page, 0, 3).click()
    await page.keyboard.type('7')
    await page.keyboard.press('Enter')
    await shot(page, 'fill-phone')
    await page.getByRole('button', { name: '看板' }).click()
    await page.getByText('还有 1 格未报送').waitFor()
    await page.getByRole('button', { name: '离开' }).click()
    await page.getByRole('group', { name: '看板' }).waitFor()
    await shot(page, 'board-phone')
    await page.getByRole('button', { name: '填报' }).click()
    await page.getByRole('button', { name: '报送 1 格' }).waitFor()
    await context.close()
  })
})

const openFillOnPhone = async (page: Page): Promise<void> => {
  await page.goto(`${product.url}/ledgers/projects.project`)
  await page.getByRole('button', { name: '填报' }).click()
  await page.getByRole('button', { name: '沿用上月' }).first().waitFor()
}

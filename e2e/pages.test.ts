import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seriousViolationsOf } from './accessible.ts'
import { DESK, hold, isAxed, openBrowser, PHONE, shot, signIn, ZOOMED } from './browser.ts'
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

type Shown = readonly [name: string, path: string, says: string]

const OFFICE: readonly Shown[] = [
  ['meeting', '/', '市委常委会（扩大）会议'],
  ['meetings', '/meetings', '会议'],
  ['board', '/figures', '主要经济指标完成情况表'],
  ['indicator', '/figures/gdp', '地区生产总值'],
  ['findings', '/analysis', '较上期回落'],
  ['comparison', '/analysis?view=compare', '对比表'],
  ['ranking', '/analysis?view=compare&by=sheet', '排位表'],
  ['drags', '/analysis?view=drags', '归因表'],
  ['outlook', '/analysis?view=outlook', '走势预测'],
  ['answers', '/analysis?view=answers&q=江油', '江油市'],
  ['back-test', '/analysis?view=backtest', '预测回测'],
  ['items', '/items', '督办'],
  ['ledgers', '/ledgers', '台账'],
  ['ledger', '/ledgers/projects.project', '重点项目台账'],
  ['ledger-fill', '/ledgers/projects.project?view=fill', '沿用上月'],
  ['ledger-board', '/ledgers/projects.project?view=board', '卡片右侧为总投资'],
  ['papers', '/papers', '材料'],
  ['rules', '/rules', '判定标准'],
]

const ADMINISTRATION: readonly Shown[] = [
  ['regions', '/admin/regions', '涪城区'],
  ['users', '/admin/users', '管理员（演示）'],
  ['events', '/admin/events', '操作记录'],
]

const SIZES = { desk: DESK, zoomed: ZOOMED, phone: PHONE }

const settled = async (page: Page, path: string, says: string): Promise<void> => {
  await page.goto(`${product.url}${path}`)
  await page.getByText(says).first().waitFor()
  await page.waitForLoadState('networkidle')
}

// As text: tests compile without the browser's own types.
const sidewaysOf = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')

/** A page as it stands, at each size in turn: the window is made smaller under it, as people do. */
const expectFits = async (page: Page, name: string): Promise<void> => {
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport)
    expect(await sidewaysOf(page), `${name} scrolls sideways, ${size}`).toBeLessThanOrEqual(0)
    if (isAxed(viewport)) expect(await seriousViolationsOf(page), `${name}, ${size}`).toEqual([])
    await shot(page, `${size}-${name}`)
  }
  await page.setViewportSize(DESK)
}

const walk = async (username: string, pages: readonly Shown[]): Promise<void> => {
  const { page, context, faults } = await signIn(browser, product.url, username)
  for (const [name, path, says] of pages) {
    await settled(page, path, says)
    await expectFits(page, name)
  }
  expect(faults).toEqual([])
  await context.close()
}

it('keeps every page of the office within its width at the desk, zoomed and on a phone, usable by assistive technology and without faults', () =>
  walk('yunxing', OFFICE))

it('keeps every page of the administration likewise', () => walk('guanli', ADMINISTRATION))

it('is whole where it begins on a phone', async () => {
  const { page, context, faults } = await signIn(browser, product.url, 'yunxing', PHONE)
  for (const [name, path, says] of OFFICE.filter(([one]) => ['meeting', 'board', 'ranking', 'outlook'].includes(one))) {
    await settled(page, path, says)
    expect(await sidewaysOf(page), `${name} scrolls sideways`).toBeLessThanOrEqual(0)
  }
  expect(faults).toEqual([])
  await context.close()
})

it('goes where the person says, even while the meeting at hand is still being looked up', async () => {
  const { page, context } = await signIn(browser, product.url, 'yunxing')
  const [meetings, ledgers] = [await hold(page, '**/api/meetings'), await hold(page, '**/ledgers-page*.js')]
  await page.goto(product.url)
  await page.getByRole('link', { name: '台账', exact: true }).click()
  await page.waitForURL('**/ledgers')
  const looked = page.waitForResponse('**/api/meetings')
  meetings()
  await (await looked).finished()
  // Long enough for the page left behind to be drawn with it.
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))')
  ledgers()
  await page.getByRole('link', { name: '重点项目台账' }).waitFor()
  expect(page.url()).toMatch(/\/ledgers$/)
  await context.close()
})

it('is not called back by a search typed just before', async () => {
  const { page, context } = await signIn(browser, product.url, 'yunxing')
  await page.clock.install()
  const ledgers = await hold(page, '**/ledgers-page*.js')
  for (const [path, box] of [
    ['/items', '[data-search]'],
    ['/analysis?view=answers', '[data-search]'],
  ] as const) {
    await settled(page, path, '运调')
    await page.locator(box).first().pressSequentially('江油')
    await page.getByRole('link', { name: '台账', exact: true }).click()
    await page.waitForURL('**/ledgers')
    await page.clock.runFor(2_000)
    expect(page.url(), path).toMatch(/\/ledgers$/)
  }
  ledgers()
  await page.getByRole('link', { name: '重点项目台账' }).waitFor()
  await context.close()
})

it('reaches a number and its 出处 by the keyboard alone', async () => {
  const { page, context } = await signIn(browser, product.url, 'yunxing', ZOOMED)
  await settled(page, '/figures', '主要经济指标完成情况表')
  const number = page.getByRole('button', { name: /784\.28/ }).first()
  await number.focus()
  await page.keyboard.press('Enter')
  await page.locator('.passport').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.passport').waitFor({ state: 'detached' })
  expect(await page.locator(':focus').textContent()).toContain('784.28')
  await context.close()
})

it('reads a page as known on an earlier day, and says what came later', async () => {
  const { page, context } = await signIn(browser, product.url, 'yunxing')
  await page.goto(`${product.url}/figures?on=2022-04-19`)
  await page.getByText('主要经济指标完成情况表').first().waitFor()
  await expect.poll(() => page.locator('main').textContent()).toContain('另有')
  expect(await page.locator('main').textContent()).not.toContain('784.28')
  await context.close()
})

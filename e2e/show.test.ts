import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, shot, signIn } from './browser.ts'
import { startProduct } from './product.ts'

const MEETING = '/meetings/2022-04-26-standing-committee'
const SCREENS = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 800 },
] as const
const LEAST_PX = 28
const MOST_ROWS = 9

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

const onTheWall = async (viewport: { width: number; height: number }) => {
  const desk = await signIn(browser, product.url, 'lingdao', viewport)
  await desk.page.goto(`${product.url}${MEETING}/show`)
  await desk.page.locator('.slide.shown').waitFor()
  return desk
}
const shownTitle = (page: Page): Promise<string> => page.locator('.slide.shown h1').innerText()
const countOf = (page: Page): Promise<number> => page.locator('.slide').count()

// As text: tests compile without the browser's own types.
const MEASURE = `(() => {
  const slide = document.querySelector('.slide.shown')
  const own = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '')
  const sizes = [...slide.querySelectorAll('*')].filter(own).map((element) => parseFloat(getComputedStyle(element).fontSize))
  const body = slide.querySelector('.body')
  return {
    least: Math.min(...sizes),
    rows: slide.querySelectorAll('tbody tr').length,
    over: body.scrollHeight - body.clientHeight,
    sideways: Math.max(body.scrollWidth - body.clientWidth, document.documentElement.scrollWidth - innerWidth),
    doors: slide.querySelectorAll('button, .n, a').length,
  }
})()`
type Measured = { least: number; rows: number; over: number; sideways: number; doors: number }

describe.each(SCREENS)('on a screen of $width × $height', (viewport) => {
  it('every slide is at least 28 px, at most nine rows, whole on the screen, without doors to 出处', async () => {
    const { page, context, faults } = await onTheWall(viewport)
    const count = await countOf(page)
    expect(count).toBeGreaterThan(5)
    for (let at = 1; at <= count; at += 1) {
      const title = await shownTitle(page)
      const { least, rows, over, sideways, doors } = await page.evaluate<Measured>(MEASURE)
      expect(least, title).toBeGreaterThanOrEqual(LEAST_PX)
      expect(rows, title).toBeLessThanOrEqual(MOST_ROWS)
      expect([over, sideways, doors], title).toEqual([0, 0, 0])
      await shot(page, `show-${viewport.width}-${at}`)
      await page.keyboard.press('PageDown')
    }
    expect(faults).toEqual([])
    await context.close()
  })
})

it('is led by the keys: pages, ends, a name, Esc; and needs no network once it shows', async () => {
  const { page, context } = await onTheWall(SCREENS[1])
  const first = await shownTitle(page)
  await context.setOffline(true)
  await page.keyboard.press('PageDown')
  expect(await shownTitle(page)).not.toBe(first)
  await page.keyboard.press('ArrowLeft')
  expect(await shownTitle(page)).toBe(first)
  await page.keyboard.press('End')
  const last = await shownTitle(page)
  await page.keyboard.press('PageDown')
  expect(await shownTitle(page)).toBe(last)
  await page.keyboard.press('Home')
  await page.keyboard.insertText('江油')
  await page.locator('.slide.shown tr.found', { hasText: '江油' }).waitFor()
  expect(await shownTitle(page)).toContain('排位')
  await context.setOffline(false)
  await page.keyboard.press('Escape')
  await page.waitForURL(`**${MEETING}`)
  await context.close()
})

it('prints a page a slide', async () => {
  const { page, context } = await onTheWall(SCREENS[1])
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(await countOf(page))
  await context.close()
})

it('the recorder notes line after line by F2 and Enter; the lines wait to be broken down', async () => {
  const { page, context, faults } = await signIn(browser, product.url, 'yunxing')
  await page.goto(`${product.url}${MEETING}`)
  await page.getByRole('button', { name: '会中', exact: true }).click()
  await page
    .getByRole('button', { name: /记一条/ })
    .first()
    .waitFor()
  await page.keyboard.press('F2')
  await page.keyboard.insertText('市长')
  for (const said of ['这个月底前你们两家碰一下', '电价方案再报一次']) {
    await page.locator('[name=words]').focus()
    await page.keyboard.insertText(said)
    await page.keyboard.press('Enter')
    await page.locator('.note-lines li', { hasText: said }).waitFor()
  }
  expect(await page.evaluate<string>('document.activeElement.name')).toBe('words')
  expect(await page.locator('[name=speaker]').inputValue()).toBe('市长')
  expect(await page.locator('.note-lines li').count()).toBe(2)
  await page.getByText('会中记录要求待核 2').waitFor()
  await shot(page, 'desk-meeting-notes')
  expect(faults).toEqual([])
  await context.close()
})

it('a leader reads and projects, and is offered nothing to change; a county has no meeting', async () => {
  const leader = await signIn(browser, product.url, 'lingdao')
  await leader.page.goto(`${product.url}${MEETING}`)
  await leader.page.getByRole('link', { name: '放映' }).waitFor()
  for (const name of ['增加议题', '修改', '生成会议材料'])
    expect(await leader.page.getByRole('button', { name, exact: true }).count(), name).toBe(0)
  await leader.context.close()
  const county = await signIn(browser, product.url, 'jiangyou')
  await county.page.goto(`${product.url}${MEETING}/show`)
  await county.page.getByText('没有这次会议').waitFor()
  await county.context.close()
})

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { violationsOf } from './accessible.ts'
import { DESK, openBrowser, PHONE, shot, signIn } from './browser.ts'
import { startProduct } from './product.ts'

// How work ends: items closed on what moved, and figures that are told, released and read. Values typed here are trials.

const PROJECT = '国能四川天明发电公司1号机组'

let product: Awaited<ReturnType<typeof startProduct>>
let browser: Browser
let office: Awaited<ReturnType<typeof signIn>>

beforeAll(async () => {
  product = await startProduct()
  browser = await openBrowser()
  office = await signIn(browser, product.url, 'yunxing')
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const dialogOf = (page: Page) => page.getByRole('dialog')
const main = (page: Page) => page.locator('main')
const closeButton = (page: Page) => page.locator('.bar').getByRole('button', { name: '办结', exact: true })

const usable = async (page: Page, name: string): Promise<void> => {
  expect(await violationsOf(page), name).toEqual([])
  await shot(page, `closing-${name}`)
}

const register = async (page: Page, title: string): Promise<void> => {
  await page.goto(`${product.url}/items`)
  await page.getByRole('button', { name: '登记一件' }).first().click()
  const dialog = dialogOf(page)
  await dialog.locator('textarea[name=title]').fill(title)
  await dialog.locator('input[name=source]').fill('批示（试）')
  await dialog.getByRole('button', { name: '立项' }).click()
  await page.waitForURL(/\/items\/[0-9a-f-]{36}/)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

const kindIs = async (page: Page, kind: string): Promise<void> => {
  await page
    .locator('.bar')
    .getByRole('button', { name: /填写缺项|修改/ })
    .click()
  await dialogOf(page).locator('select[name=kind]').selectOption(kind)
  await dialogOf(page).getByRole('button', { name: '保存' }).click()
  await dialogOf(page).waitFor({ state: 'detached' })
}

describe('a meeting', () => {
  it('moves from 筹备 to 会中 to 会后, and its one primary button with it', async () => {
    const { page } = office
    await page.goto(product.url)
    const primary = page.locator('.bar .btn.primary')
    for (const [phase, act] of [
      ['会中', '记一条F2'],
      ['会后', '分解立项'],
      ['筹备', '生成会议材料'],
    ] as const) {
      const button = page.getByRole('group', { name: '阶段' }).getByRole('button', { name: phase })
      await button.focus()
      await page.keyboard.press('Enter')
      await expect.poll(() => primary.textContent()).toBe(act)
      expect(await button.getAttribute('aria-pressed')).toBe('true')
      expect(await primary.count()).toBe(1)
    }
    await usable(page, 'meeting')
  })

  it('shows its phase to a leader, who may not move it', async () => {
    const { page, context } = await signIn(browser, product.url, 'lingdao')
    await page.goto(product.url)
    await expect.poll(() => page.locator('.bar').textContent()).toContain('筹备')
    expect(await page.getByRole('group', { name: '阶段' }).count()).toBe(0)
    await context.close()
  })
})

describe('an item', () => {
  let item = ''

  it('takes several 配合单位 and a 办结类型; by ledger it is held while nothing is linked', async () => {
    const { page } = office
    await register(page, '加快推进火电机组建设')
    item = page.url()
    await page.getByRole('button', { name: '填写缺项' }).click()
    const dialog = dialogOf(page)
    await dialog.locator('select[name=unit]').selectOption('jxj')
    await dialog.getByRole('checkbox', { name: '市统计局', exact: true }).check()
    await dialog.getByRole('checkbox', { name: '市发改委', exact: true }).check()
    await dialog.locator('select[name=kind]').selectOption('ledger')
    await usable(page, 'edit')
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => main(page).textContent()).toContain('台账型')
    const text = (await main(page).textContent()) ?? ''
    expect(text).toContain('市经信局')
    expect(text).toMatch(/配合单位(市统计局、市发改委|市发改委、市统计局)/)
    expect(await closeButton(page).isDisabled()).toBe(true)
    expect(text).toContain('没有关联台账记录')
  })

  it('keeps its lead and its units when something else is corrected', async () => {
    const { page } = office
    await page.locator('.bar').getByRole('button', { name: '填写缺项' }).click()
    await dialogOf(page).getByRole('checkbox', { name: '市统计局', exact: true }).waitFor()
    await dialogOf(page).locator('input[name=measure]').fill('1号机组并网')
    const asked = page.waitForRequest((request) => request.method() === 'PATCH')
    await dialogOf(page).getByRole('button', { name: '保存' }).click()
    expect((await asked).postDataJSON()).toEqual({ version: 2, measure: '1号机组并网' })
    await dialogOf(page).waitFor({ state: 'detached' })
    await expect.poll(() => main(page).textContent()).toContain('1号机组并网')
  })

  it('is held while the linked row has not moved, and says so beside the button', async () => {
    const { page } = office
    await page.getByRole('button', { name: '关联台账记录' }).first().click()
    const dialog = dialogOf(page)
    await dialog.getByRole('searchbox').or(dialog.locator('input')).first().fill('天明')
    await page.keyboard.press('Enter')
    await dialog.locator('li', { hasText: PROJECT }).getByRole('button', { name: '关联' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('自关联以来没有变化。请待责任单位').waitFor()
    expect(await closeButton(page).isDisabled()).toBe(true)
    await usable(page, 'held')
    await page.setViewportSize(PHONE)
    await usable(page, 'held-phone')
    await page.setViewportSize(DESK)
  })

  it('is closed by its ledger entry once the county moved it, and shows what it rests on', async () => {
    const county = await signIn(browser, product.url, 'jiangyou')
    await county.page.goto(`${product.url}/ledgers/projects.project`)
    await county.page.getByText(PROJECT).first().click()
    await county.page.waitForURL(/\/ledgers\/projects\.project\/[0-9a-f-]+/)
    await county.page.locator('select[name=state]').selectOption('投产')
    await county.page.locator('textarea[name=note]').fill('机组并网')
    await county.page.getByRole('button', { name: '报送' }).click()
    await expect.poll(() => main(county.page).textContent()).toContain('机组并网')
    await county.context.close()

    const { page } = office
    await page.goto(item)
    await expect.poll(() => closeButton(page).isEnabled()).toBe(true)
    await closeButton(page).click()
    const dialog = dialogOf(page)
    expect(await dialog.textContent()).toContain('自关联以来变更 1 次')
    await usable(page, 'close-ledger')
    await dialog.getByRole('button', { name: '办结', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => main(page).textContent()).toContain('台账型：关联的台账记录自关联以来变更1次')
    expect(await main(page).textContent()).toContain('已办结')
    expect(await closeButton(page).count()).toBe(0)
    await usable(page, 'closed')
  })

  it('without evidence is held by the server, with the remedy; a decision closes it', async () => {
    const { page } = office
    await register(page, '议定由市政府常务会审定的一件')
    await closeButton(page).click()
    const dialog = dialogOf(page)
    await dialog.getByRole('radio', { name: /审定型/ }).check()
    await dialog.locator('input[name=leader]').fill('常务副市长')
    await dialog.getByRole('button', { name: '办结', exact: true }).click()
    await dialog.getByRole('alert').waitFor()
    expect(await dialog.getByRole('alert').textContent()).toContain('请填写审定的市领导和日期')
    await usable(page, 'refused')
    expect(await dialog.locator('input[name=leader]').inputValue()).toBe('常务副市长')
    await dialog.locator('input[name=date]').fill('2022-04-26')
    await dialog.getByRole('button', { name: '办结', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => main(page).textContent()).toContain('审定型：常务副市长 2022-04-26 审定')
  })

  it('by figure shows value and 出处, and is closed on them', async () => {
    const { page } = office
    await register(page, '一季度经济增速保持全省前列')
    await page.locator('.bar').getByRole('button', { name: '填写缺项' }).click()
    await dialogOf(page).locator('input[name=measure]').fill('增速6.5%以上')
    await dialogOf(page).getByRole('button', { name: '保存' }).click()
    await dialogOf(page).waitFor({ state: 'detached' })
    await kindIs(page, 'figure')
    await page.getByText('没有关联指标数据').waitFor()
    await page.getByRole('button', { name: '关联指标' }).click()
    const dialog = dialogOf(page)
    await dialog.getByLabel('指标名称').selectOption('gdp')
    await dialog.getByLabel('度量').selectOption('同比增速')
    await dialog.getByLabel('期别').selectOption({ label: '2022年一季度' })
    await expect.poll(() => dialog.textContent()).toContain('6.6%')
    await expect.poll(() => dialog.textContent()).toContain('mianyang_2022q1.csv')
    await usable(page, 'link-figure')
    await dialog.getByRole('button', { name: '关联', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => main(page).textContent()).toContain('mianyang_2022q1.csv')
    await page.getByRole('button', { name: /6\.6% 出处/ }).click()
    await page.locator('.passport').waitFor()
    await page.keyboard.press('Escape')
    await closeButton(page).click()
    expect(await dialogOf(page).textContent()).toContain('增速6.5%以上')
    await dialogOf(page).getByRole('button', { name: '办结', exact: true }).click()
    await expect
      .poll(() => main(page).textContent())
      .toContain('指标型：指标 绵阳 2022年一季度 地区生产总值 同比增速 6.6%')
    expect(await main(page).textContent()).not.toContain('fig:')
    await usable(page, 'closed-figure')
  })
})

describe('a figure', () => {
  const path = '/figures/elec_ind'
  const seen = async (as: string): Promise<string> => {
    const { page, context } = await signIn(browser, product.url, as)
    await page.goto(`${product.url}${path}`)
    await page.getByRole('heading', { level: 1, name: '工业用电量' }).waitFor()
    await page.waitForLoadState('networkidle')
    const text = (await main(page).textContent()) ?? ''
    await context.close()
    return text
  }

  it('is reported by the department and marked as not released', async () => {
    const { page, context, faults } = await signIn(browser, product.url, 'jingxin')
    await page.goto(`${product.url}${path}`)
    await page.getByRole('button', { name: '报送' }).click()
    const dialog = dialogOf(page)
    await dialog.locator('select[name=period]').selectOption('2022Q1')
    await dialog.locator('input[name=value]').fill('二十')
    await dialog.locator('textarea[name=reason]').fill('供电公司月报，运行科电话核对')
    await dialog.getByRole('button', { name: '报送', exact: true }).click()
    await dialog.getByRole('alert').waitFor()
    expect(await dialog.getByRole('alert').textContent()).toContain('二十')
    await usable(page, 'report')
    await dialog.locator('input[name=value]').fill('21.30')
    await dialog.getByRole('button', { name: '报送', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => main(page).textContent()).toContain('21.30')
    await page.getByText('还没有已发布的数').waitFor()
    await page.getByText('已报送，未审核').first().waitFor()
    await usable(page, 'reported')
    expect(await page.getByRole('button', { name: /审核发布/ }).count()).toBe(0)
    expect(faults).toEqual([])
    await context.close()
    expect(await seen('jiangyou')).not.toContain('21.30')
  })

  it('is approved and released by statistics, and then seen by the county', async () => {
    const { page, context } = await signIn(browser, product.url, 'tongji')
    await page.goto(`${product.url}${path}`)
    await page.getByText('供电公司月报，运行科电话核对').waitFor()
    expect(await page.locator('.release').textContent()).toContain('经信局（演示）')
    await usable(page, 'release')
    await page.setViewportSize(PHONE)
    await usable(page, 'release-phone')
    await page.setViewportSize(DESK)
    await page.getByRole('button', { name: '审核发布 1' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('.release').waitFor({ state: 'detached' })
    await expect.poll(() => main(page).textContent()).not.toContain('已报送，未审核')
    await context.close()
    const text = await seen('jiangyou')
    expect(text).toContain('21.30')
    expect(text).not.toContain('已报送，未审核')
  })

  it('may be told as 缺', async () => {
    const { page } = office
    await page.goto(`${product.url}/figures/tax`)
    await page.getByRole('button', { name: '代录' }).click()
    const dialog = dialogOf(page)
    await dialog.getByRole('checkbox').check()
    await dialog.locator('textarea[name=reason]').fill('财政局电话答复未公布')
    await dialog.getByRole('button', { name: '代录', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await page
      .getByRole('button', { name: /缺 出处/ })
      .first()
      .waitFor()
  })
})

it('stands under sheet T1 as a second block with its own months', async () => {
  const { page } = office
  await page.goto(`${product.url}/figures`)
  await page.getByText('补充指标').first().waitFor()
  const row = page.getByRole('row', { name: /规上工业利润/ })
  expect(await row.textContent()).toContain('1—2月')
  await row.scrollIntoViewIfNeeded()
  await usable(page, 'board')
  expect(office.faults).toEqual([])
})

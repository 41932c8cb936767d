import { progressSheet } from '@yundiao/briefings'
import { readXlsx, xlsxBytes } from '@yundiao/office'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf } from '../testing/body-of.ts'
import { itemDesk } from '../testing/item-desk.ts'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'
import { type ProgressSheetView, reportingDay } from '../views/progress-sheet.ts'

let app: ScratchApp
const ids: Record<string, string> = {}
beforeAll(async () => {
  app = await scratchApp()
  ids.lead = await register({ title: '江油牵头', leadUnit: 'u-510781' })
  ids.help = await register({ title: '江油配合', leadUnit: 'jxj', assistUnits: ['u-510781'] })
  ids.other = await register({ title: '涪城的', leadUnit: 'u-510703' })
})
afterAll(() => app.end())
const { send, register, read } = itemDesk(() => app)

const PATH = '/items/progress-sheet'
const sheet = async (query = '', as = 'jiangyou'): Promise<ProgressSheetView> =>
  bodyOf(await app.request(`/api${PATH}${query}`, { as }))
const note = (item: string | undefined, rest: object = {}) => ({
  item: item ?? '',
  note: null,
  text: '已完成选址',
  percent: 40,
  problems: null,
  nextSteps: '5月开工',
  ...rest,
})
const fill = (rows: object[], rest: object = {}, as = 'jiangyou') =>
  send('POST', PATH, { asOf: '2022-04-25', rows, ...rest }, as)
const upload = async (path: string, bytes: string | Uint8Array<ArrayBuffer>, name: string, as = 'jiangyou') => {
  const form = new FormData()
  form.set('file', new File([bytes], name))
  const answer = await app.request(`/api${path}`, { as, method: 'POST', body: form })
  return {
    status: answer.status,
    ...((await answer.json()) as { id: string; rows: object[]; notes: string[]; code: string }),
  }
}

it.each([
  ['2022-04-26', '2022-04-25'],
  ['2022-04-25', '2022-04-25'],
  ['2022-04-24', '2022-03-25'],
  ['2022-03-31', '2022-03-25'],
  ['2022-01-05', '2021-12-25'],
] as const)('on %s the sheet is 截至%s', (today, day) => {
  expect(reportingDay(today)).toBe(day)
})

describe('a unit’s sheet', () => {
  it('has its own open items, led or helped with, and no other’s', async () => {
    const view = await sheet()
    expect(view).toMatchObject({
      asOf: '2022-04-25',
      unit: { id: 'u-510781', name: '江油市' },
      onBehalf: false,
      may: true,
    })
    expect(view.rows.map((row) => row.title).sort()).toEqual(['江油牵头', '江油配合'].sort())
    expect((await sheet('', 'fucheng')).rows.map((row) => row.title)).toEqual(['涪城的'])
    const foreign = await app.request(`/api${PATH}?unit=u-510703`, { as: 'jiangyou' })
    expect(foreign.status).toBe(403)
    expect((await app.request(`/api${PATH}`, { as: 'duban' })).status).toBe(400)
    expect((await app.request(`/api${PATH}`, { as: 'lingdao' })).status).toBe(403)
  })

  it('is kept in one act; kept again it corrects, with last month beside it', async () => {
    const march = await send(
      'POST',
      `/items/${ids.lead}/progress`,
      { asOf: '2022-03-25', text: '三月情况', percent: 10, problems: null, nextSteps: null },
      'jiangyou',
    )
    expect(march.status).toBe(200)
    expect(await fill([note(ids.lead), note(ids.help, { text: '已配合', percent: null })])).toMatchObject({
      status: 200,
      kept: 2,
    })
    const [row] = (await sheet()).rows.filter((one) => one.item === ids.lead)
    expect(row).toMatchObject({
      last: { text: '三月情况', asOf: '2022-03-25' },
      now: { text: '已完成选址', percent: 40, version: 1 },
    })
    expect(await fill([note(ids.lead, { note: 1, text: '已完成选址并挂网' })])).toMatchObject({ status: 200 })
    const { progress } = await read(ids.lead ?? '')
    expect(progress.map((one) => one.text)).toEqual(['已完成选址并挂网', '三月情况'])
    expect(await fill([note(ids.lead, { note: 1, text: '旧版上改' })])).toMatchObject({
      status: 409,
      code: 'version.stale',
    })
  })

  it.each([
    [{ text: ' ' }, '没有进展情况'],
    [{ text: '长'.repeat(151) }, '151 字'],
    [{ percent: 101 }, '0 至 100'],
  ])('one row with %j holds all of it back and names the cell', async (wrong, words) => {
    const before = (await read(ids.help ?? '')).progress.length
    const bad = note(ids.lead, { note: 2, ...wrong })
    const answer = await app.request(`/api${PATH}`, {
      as: 'jiangyou',
      json: { asOf: '2022-04-24', rows: [note(ids.help), bad] },
    })
    const body = (await answer.json()) as { code: string; detail: string; details: { cells: string[] } }
    expect(body).toMatchObject({ code: 'input.invalid', detail: expect.stringContaining(words) })
    expect(body.details.cells[0]).toContain(`${ids.lead}/`)
    expect((await read(ids.help ?? '')).progress).toHaveLength(before)
  })

  it('takes no row of another unit and no item that is closed', async () => {
    expect(await fill([note(ids.other)])).toMatchObject({ status: 400, detail: expect.stringContaining('无权填报') })
    const closed = await register({ title: '办结的', leadUnit: 'u-510781' })
    await send('POST', `/items/${closed}/close`, {
      version: 1,
      kind: 'decision',
      evidence: { leader: '市长', date: '2022-04-26' },
    })
    expect(await fill([note(closed)])).toMatchObject({ status: 400 })
    expect((await sheet()).rows.map((row) => row.item)).not.toContain(closed)
    expect(await fill([])).toMatchObject({ status: 400 })
    expect(await send('POST', PATH, { asOf: '2022-04-27', rows: [note(ids.lead)] }, 'jiangyou')).toMatchObject({
      code: 'day.invalid',
    })
  })
})

describe('on paper', () => {
  it('代录 by the office says how it was told; without that it is refused', async () => {
    const rows = [note(ids.other, { text: '涪城电话报' })]
    expect(await fill(rows, { unit: 'u-510703' }, 'duban')).toMatchObject({
      status: 400,
      detail: expect.stringContaining('代录'),
    })
    expect(await fill(rows, { unit: 'u-510703', onBehalfOf: '区府办电话告知' }, 'duban')).toMatchObject({ kept: 1 })
    const { progress, history } = await read(ids.other ?? '', 'fucheng')
    expect(progress[0]).toMatchObject({ text: '涪城电话报', onBehalfOf: '区府办电话告知', by: '督查室（演示）' })
    expect(JSON.stringify(history)).toContain('代录：区府办电话告知')
    expect((await sheet('', 'fucheng')).rows[0]?.now).toMatchObject({ text: '涪城电话报' })
  })

  it('the stamped scan of a sheet is opened by its unit and the office alone', async () => {
    const { id: file } = await upload(`${PATH}/files`, '%PDF-1.7 章', '推进情况表（盖章）.pdf')
    const first = await fill([note(ids.lead, { text: '线下已签' })], { asOf: '2022-04-20', file, signedOffline: true })
    expect(first.status, first.detail).toBe(200)
    const { progress } = await read(ids.lead ?? '')
    expect(progress.find((one) => one.asOf === '2022-04-20')).toMatchObject({ signedOffline: true, file: { id: file } })
    const opened = async (as: string) => (await app.request(`/api/items/${ids.lead}/files/${file}`, { as })).status
    expect(await Promise.all(['jiangyou', 'duban', 'jingxin', 'fucheng'].map(opened))).toEqual([200, 200, 404, 404])
    expect(await fill([note(ids.other)], { unit: 'u-510703', onBehalfOf: '电话', file }, 'duban')).toMatchObject({
      status: 404,
    })
  })

  it('the sheet goes out as xlsx and the same sheet comes back filled in', async () => {
    const out = await app.request(`/api${PATH}/xlsx?asOf=2022-04-25`, { as: 'jiangyou' })
    expect(out.status).toBe(200)
    const bytes = new Uint8Array(await out.arrayBuffer())
    const [first] = (await readXlsx(bytes)).sheets
    const lines: string[] = []
    if (first) for await (const line of first.rows()) lines.push(line.cells.map((cell) => cell.raw).join('|'))
    expect(lines[0]).toContain('截至2022年4月25日')
    expect(lines.join('\n')).not.toContain('涪城的')
    const same = await upload(`${PATH}/xlsx`, bytes, '推进情况表.xlsx')
    expect(same.rows).toContainEqual(expect.objectContaining({ item: ids.lead, text: '已完成选址并挂网', percent: 40 }))
    expect(same.notes).toEqual([])
    const strange = await xlsxBytes(
      progressSheet({
        lines: [
          {
            item: ids.other ?? '',
            number: '绵督〔2022〕999',
            title: '涪城的',
            leadUnit: null,
            deadline: null,
            state: '未评',
            last: null,
            now: { text: '改别人的', percent: 1, problems: null, nextSteps: null },
          },
        ],
        asOf: '2022-04-25',
        asKnownOn: '2022-04-26',
        reporter: '江油市',
        longest: 150,
        checkpoint: null,
      }),
      { printedAt: '2022-04-26 09:00' },
    )
    const refused = await upload(`${PATH}/xlsx`, new Uint8Array(strange), '推进情况表.xlsx')
    expect(refused).toMatchObject({ status: 200, rows: [], notes: [expect.stringContaining('未带入')] })
    expect(await upload(`${PATH}/xlsx`, 'a,b\n1,2\n', '别的.csv')).toMatchObject({ status: 400, code: 'input.invalid' })
  })
})

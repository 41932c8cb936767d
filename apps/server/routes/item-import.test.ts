import { readXlsx } from '@yundiao/office'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { convert, hasSoffice } from '../../../packages/office/testing/soffice.ts'
import type { ItemImport, ItemImportRow } from '../sheets/item-import-result.ts'
import { bodyOf } from '../testing/body-of.ts'
import { itemDesk } from '../testing/item-desk.ts'
import { COVERED, type Column, FIRST, oldLedger, row } from '../testing/old-ledger.ts'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'
import type { ItemRow } from '../views/item-schema.ts'

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp()
})
afterAll(() => app.end())
const { read, register } = itemDesk(() => app)

const post = async (
  bytes: Uint8Array,
  fields: Record<string, string[]> = {},
  dryRun = true,
  as = 'duban',
  name = '旧台账.xlsx',
) => {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], name))
  for (const [key, list] of Object.entries(fields)) form.set(key, JSON.stringify(list))
  const path = `/api/items/import${dryRun ? '?dryRun=1' : ''}`
  const answer = await app.request(path, { as, method: 'POST', body: form })
  const body = (await answer.json()) as ItemImport & { code: string; detail: string }
  return { status: answer.status, ...body }
}
const labels = (one: ItemImportRow | undefined) => one?.doubts.map((doubt) => doubt.label)
const said = (one: ItemImportRow | undefined) => one?.doubts.map((doubt) => doubt.message).join('；') ?? ''
const listed = async (q: string): Promise<ItemRow[]> =>
  (await bodyOf<{ rows: ItemRow[] }>(await app.request(`/api/items?q=${encodeURIComponent(q)}`, { as: 'duban' }))).rows
const total = async (): Promise<number> =>
  (await bodyOf<{ total: number }>(await app.request('/api/items?limit=1', { as: 'duban' }))).total

describe('a dry run', () => {
  it('says row by row what would be added, and names each cell to be looked at', async () => {
    const before = await total()
    const sheet = await oldLedger(
      [FIRST, COVERED],
      [
        { column: 1, row: 0, rows: 2 },
        { column: 2, row: 0, rows: 2 },
      ],
    )
    const result = await post(sheet)
    expect(result).toMatchObject({ status: 200, accepted: 2, missing: [], skipped: [] })
    expect(result.unmatched).toEqual([
      { head: '承办·责任人及电话', personal: true },
      { head: '打分', personal: false },
    ])
    const [first, second] = result.rows
    expect(first).toMatchObject({
      number: '绵督〔2022〕900',
      leadUnit: '市经信局',
      deadline: '2022-06-30',
      state: '超序时',
      kind: 'new',
    })
    expect(said(first)).toContain('列首位者作牵头')
    expect(said(first)).toContain('表中为“欠序时”，系统判为“超序时”：截至2022-04-26完成50%')
    expect(second).toMatchObject({ leadUnit: '某某专班', deadline: '尽快', state: '已办结' })
    expect(labels(second)).toEqual(
      expect.arrayContaining([
        `第 ${second?.row} 行“时限·完成时限”`,
        `第 ${second?.row} 行“承办·牵头单位”`,
        `第 ${second?.row} 行“进展·完成%”`,
      ]),
    )
    expect(said(second)).toContain('不在单位名录')
    expect(said(second)).toContain('分不清是比例还是百分数')
    expect(await total()).toBe(before)
  })

  it('finds columns in any order and without most of them', async () => {
    const columns: Column[] = [['备注'], ['办理情况'], ['督办事项'], ['完成时间']]
    const result = await post(await oldLedger([row('', '正在推进', '开展夜市整治', '2022-05-31')], [], columns))
    expect(result.rows).toMatchObject([
      { title: '开展夜市整治', deadline: '2022-05-31', leadUnit: null, number: null, kind: 'new' },
    ])
    expect(result.missing).toEqual(expect.arrayContaining(['编号', '承办·牵头单位', '办理状态']))
  })

  it('refuses rows with a number there is, a title merged over two rows, none, or a formula; holds alike ones back', async () => {
    await register({ title: '已有的一件' })
    const [{ number } = { number: '' }] = await listed('已有的一件')
    const columns: Column[] = [['编号'], ['督办事项'], ['牵头单位']]
    const rows = [
      row('绵督〔2022〕902', '已有 的一件', '市商务局'),
      row(number, '另一件', '市商务局'),
      row('绵督〔2022〕903', '两家分办', '市商务局'),
      row('绵督〔2022〕904', '', '市统计局'),
      row('绵督〔2022〕905', '=HYPERLINK("x")', '市统计局'),
      row('绵督〔2022〕902', '同号的一件', '市统计局'),
      row('绵督〔2022〕906', '没有牵头', ''),
    ]
    const result = await post(await oldLedger(rows, [{ column: 1, row: 2, rows: 2 }], columns))
    expect(result.rows.map((one) => one.kind)).toEqual([
      'alike',
      'refused',
      'new',
      'refused',
      'refused',
      'refused',
      'new',
    ])
    expect(result.rows[0]?.alike[0]).toContain('已有的一件')
    expect(said(result.rows[1])).toContain('编号已有')
    expect(said(result.rows[3])).toContain('拆分合并单元格')
    expect(said(result.rows[4])).toContain('像公式')
    expect(said(result.rows[5])).toContain('本表第')
    expect(result.accepted).toBe(2)
  })

  it.each([
    ['空.xlsx', new Uint8Array(), 'input.format', '空的'],
    ['话.xlsx', new TextEncoder().encode('督办事项'), 'input.format', '.xlsx'],
    ['表.csv', new TextEncoder().encode('a,b\n1,2\n'), 'input.invalid', '表头'],
  ])('%s is refused with what to do', async (name, bytes, code, words) => {
    expect(await post(bytes, {}, true, 'duban', name)).toMatchObject({
      status: 400,
      code,
      detail: expect.stringContaining(words),
    })
  })

  it('is for the keepers of items', async () => {
    const sheet = await oldLedger([FIRST])
    for (const as of ['jiangyou', 'jingxin', 'lingdao'])
      expect(await post(sheet, {}, false, as)).toMatchObject({ status: 403, code: 'right.missing' })
    expect(await listed('标准厂房')).toEqual([])
  })
})

describe('taken in', () => {
  it('all accepted rows at once, with progress, closing, merged basis, and only the columns a person keeps', async () => {
    const sheet = await oldLedger(
      [FIRST, COVERED],
      [
        { column: 1, row: 0, rows: 2 },
        { column: 2, row: 0, rows: 2 },
      ],
    )
    const result = await post(sheet, { keep: ['打分'] }, false)
    expect(result).toMatchObject({ status: 200, accepted: 2 })
    const [first] = await listed('标准厂房')
    const { item, progress, history } = await read(first?.id ?? '')
    expect(item).toMatchObject({
      number: '绵督〔2022〕900',
      opened: '2022-03-01',
      deadline: '2022-06-30',
      deadlineWords: '6月底',
      leadUnitId: 'jxj',
      assistUnitIds: ['u-510705'],
      remark: '打分：88',
      source: { kindLabel: '批示', number: '绵委办〔2022〕4号', title: '市长批示' },
      state: { word: '超序时' },
    })
    expect(progress).toMatchObject([{ text: '已开工3栋', percent: 50, asOf: '2022-04-26', onBehalfOf: '旧台账导入' }])
    expect(JSON.stringify(history)).toContain('导入旧台账 旧台账.xlsx')
    expect(JSON.stringify(history)).not.toContain('13900000000')
    const [second] = await listed('拖欠企业账款')
    expect((await read(second?.id ?? '')).item).toMatchObject({
      source: { kindLabel: '批示', title: '市长批示' },
      opened: '2022-03-01',
      closed: '2022-04-20',
      leadUnit: '某某专班',
      deadline: null,
      deadlineWords: '尽快',
      state: { word: '已办结' },
    })
    const unset = await bodyOf<{ rows: ItemRow[] }>(await app.request('/api/items?unit=unset', { as: 'duban' }))
    expect(unset.rows.map((one) => one.title)).toContain('清理拖欠企业账款')
    expect(await app.store.verify(app.city)).toMatchObject({ ok: true })
  })

  it('a second time finds every row there already, and adds nothing', async () => {
    const before = await total()
    const again = await post(await oldLedger([FIRST, COVERED]), {}, false)
    expect(again).toMatchObject({ accepted: 0, rows: [{ kind: 'refused' }, { kind: 'refused' }] })
    expect(await total()).toBe(before)
  })

  it('rows left out are left, alike ones come only when taken, rows without a number take the next', async () => {
    await register({ title: '同名一件' })
    const columns: Column[] = [['督办事项'], ['牵头单位']]
    const sheet = await oldLedger(
      [row('同名一件', '市统计局'), row('留下的一件', '市统计局'), row('要的一件', '市统计局')],
      [],
      columns,
    )
    const [alike, left] = (await post(sheet)).rows
    const result = await post(sheet, { take: [alike?.id ?? ''], leave: [left?.id ?? ''] }, false)
    expect(result.accepted).toBe(2)
    expect(await listed('同名一件')).toHaveLength(2)
    expect(await listed('留下的一件')).toEqual([])
    const [made] = await listed('要的一件')
    expect(made?.number).toMatch(/^绵督〔2022〕90\d$/)
    expect(made).toMatchObject({ opened: null, state: { reason: '完成时限待明确' } })
  })

  it('a blocked name holds its row back and no other', async () => {
    const blocked = { name: '某涉军单位', kind: '单位', note: null }
    expect((await app.request('/api/blocked-names', { as: 'guanli', json: blocked })).status).toBe(200)
    const columns: Column[] = [['督办事项'], ['牵头单位']]
    const result = await post(
      await oldLedger([row('协调某涉军单位用地', ''), row('协调别的用地', '')], [], columns),
      {},
      false,
    )
    expect(result.rows.map((one) => one.kind)).toEqual(['refused', 'new'])
    expect(said(result.rows[0])).toContain('禁录名单')
    expect(await listed('某涉军单位')).toEqual([])
  })

  it.skipIf(!hasSoffice)('a file LibreOffice saved is read as well', async () => {
    const second = row(
      2,
      '',
      '',
      '绵督〔2021〕8',
      '修补破损路面',
      '市城管',
      '',
      '2021-05-06',
      '2022/5/31',
      '',
      '',
      '',
      '',
      '',
    )
    const first = row(
      1,
      '会议',
      '市政府第3次常务会',
      '绵督〔2021〕7',
      '整治背街小巷',
      '市城管',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
    )
    const merges = [
      { column: 1, row: 0, rows: 2 },
      { column: 2, row: 0, rows: 2 },
    ]
    const bytes = convert(await oldLedger([first, second], merges), 'xlsx', 'ods')
    const result = await post(new Uint8Array(convert(new Uint8Array(bytes), 'ods', 'xlsx')))
    expect(result.rows).toMatchObject([
      { number: '绵督〔2021〕7', title: '整治背街小巷', leadUnit: '市城管', deadline: null },
      { number: '绵督〔2021〕8', title: '修补破损路面', deadline: '2022-05-31' },
    ])
  })
})

describe('sheet T4 out', () => {
  const exported = async (query: string, as: string) => {
    const answer = await app.request(`/api/items/export${query}`, { as })
    expect(answer.status).toBe(200)
    return new Uint8Array(await answer.arrayBuffer())
  }
  const textsOf = async (bytes: Uint8Array): Promise<string[]> => {
    const [sheet] = (await readXlsx(bytes)).sheets
    const texts: string[] = []
    if (sheet) for await (const line of sheet.rows()) texts.push(line.cells.map((cell) => cell.raw).join('|'))
    return texts
  }

  it('holds what the filter leaves in the reader’s sight, and comes back as rows that are all there', async () => {
    await register({ title: '江油的一件', leadUnit: 'u-510781' })
    const all = await textsOf(await exported('', 'duban'))
    expect(all[0]).toContain('督办台账')
    expect(all.some((line) => line.startsWith('合计|'))).toBe(true)
    const own = (await textsOf(await exported('', 'jiangyou'))).join('\n')
    expect(own).toContain('江油的一件')
    expect(own).not.toContain('标准厂房')
    const filtered = (await textsOf(await exported('?unit=u-510781', 'duban'))).join('\n')
    expect(filtered).toContain('本表范围：单位：江油市')
    const back = await post(await exported('', 'duban'))
    expect(back.accepted).toBe(0)
    expect(back.rows.every((one) => one.kind === 'refused' && said(one).includes('编号已有'))).toBe(true)
    const events = await app.store.events(await app.callerOf('shenji'), { stream: 'access', limit: 5 })
    expect(events.some((event) => event.kind === 'items.exported')).toBe(true)
  })
})

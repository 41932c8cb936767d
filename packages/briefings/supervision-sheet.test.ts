import { describe, expect, it } from 'vitest'
import { headRows } from './head-rows.ts'
import { type ProgressLine, progressSheet } from './progress-sheet.ts'
import { sheetRows } from './sheet.ts'
import { type SupervisionLine, supervisionSheet } from './supervision-sheet.ts'

const line: SupervisionLine = {
  number: '绵督〔2022〕12',
  openedOn: '2022-04-26',
  source: { kind: '会议纪要', basis: '绵委纪〔2022〕4号', quote: '加快推进' },
  title: '推动签约项目落地',
  leadLeader: '常务副市长',
  leadUnit: '市经合局',
  assistUnits: ['市发改委', '江油市'],
  deadline: '2022-06-30',
  deadlineWords: '6月底前',
  feedback: '每月25日前',
  extendedTo: null,
  latest: { asOf: '2022-04-25', text: '已落地3个', percent: 37.5 },
  problems: null,
  nextSteps: '5月再落地2个',
  state: '欠序时',
  urged: [
    { kind: '交办单', on: '2022-04-27' },
    { kind: '催办单', on: '2022-05-06' },
    { kind: '督办通知单', on: null },
  ],
  checked: null,
  closure: { kind: '台账型', approver: null, on: null, evidence: null },
  remark: null,
  demo: false,
}
const blank: SupervisionLine = {
  ...line,
  leadUnit: null,
  deadline: null,
  deadlineWords: null,
  latest: null,
  state: '未评',
  demo: true,
}
const made = (lines: readonly SupervisionLine[], narrowed: string | null = null) =>
  supervisionSheet({ lines, asKnownOn: '2022-04-26', reporter: '市政府督查室', narrowed, checkpoint: null })

describe('sheet T4', () => {
  const sheet = made([line, blank], '牵头单位：市经合局')
  const cell = (row: number, label: string, under: string | null = null) => {
    const at = sheet.columns.findIndex((one) => one.label === label && (one.under?.[0] ?? null) === under)
    return sheetRows(sheet)[row]?.cells[at] ?? null
  }

  it('has a cell for each column, and merged heads', () => {
    for (const row of sheetRows(sheet)) expect(row.cells).toHaveLength(sheet.columns.length)
    const tops = headRows(sheet.columns)[0]?.map((one) => [one.label, one.columnSpan])
    expect(tops).toEqual(
      expect.arrayContaining([
        ['来源', 3],
        ['承办', 4],
        ['时限', 3],
        ['进展', 3],
        ['督办措施', 4],
        ['核查', 3],
        ['办结', 4],
      ]),
    )
    expect(sheet.print).toEqual({ paper: 'A3', orientation: 'landscape' })
  })

  it('counts first, worst state first', () => {
    expect(cell(0, '编号')).toEqual({ text: '合计' })
    expect(cell(0, '督办事项')).toEqual({ text: '2件' })
    expect(cell(0, '办理状态')).toEqual({ text: '欠序时1、未评1' })
  })

  it('prints what is known, 待明确 for lead and deadline, and nothing invented', () => {
    expect(cell(1, '完成时限', '时限')).toEqual({ text: '2022-06-30（6月底前）' })
    expect(cell(1, '完成%', '进展')).toEqual({ number: 37.5 })
    expect(cell(1, '配合单位', '承办')).toEqual({ text: '市发改委、江油市' })
    expect(cell(1, '催办', '督办措施')).toEqual({ text: '2022-05-06' })
    expect(cell(1, '督办', '督办措施')).toEqual({ text: '日期待明确' })
    expect(cell(1, '提示', '督办措施')).toBeNull()
    expect(cell(1, '责任人及电话', '承办')).toBeNull()
    expect(cell(2, '牵头单位', '承办')).toEqual({ text: '待明确' })
    expect(cell(2, '完成时限', '时限')).toEqual({ text: '待明确' })
    expect(cell(2, '进展情况', '进展')).toBeNull()
    expect(cell(2, '督办事项')).toEqual({ text: '推动签约项目落地（演示）' })
    expect(sheet.notes).toEqual(expect.arrayContaining(['本表范围：牵头单位：市经合局。', '含演示数据 1 行。']))
  })
})

describe('推进情况表', () => {
  const row: ProgressLine = {
    item: 'i1',
    number: '绵督〔2022〕12',
    title: '推动签约项目落地',
    leadUnit: null,
    deadline: null,
    state: '未启动',
    last: { asOf: '2022-03-25', text: '已签约', percent: 10 },
    now: null,
  }
  it('has last time beside this time, blank to be filled, and says which item a row is', () => {
    const sheet = progressSheet({
      lines: [row],
      asOf: '2022-04-25',
      asKnownOn: '2022-04-26',
      reporter: '江油市',
      longest: 150,
      checkpoint: null,
    })
    expect(sheet.title).toBe('督办事项推进情况表（截至2022年4月25日）')
    const [body] = sheet.rows
    expect(body?.cells).toHaveLength(sheet.columns.length)
    expect(body?.cells.slice(6, 13)).toEqual([
      { text: '2022-03-25' },
      { text: '已签约' },
      { number: 10 },
      null,
      null,
      null,
      null,
    ])
    expect(body?.cells.at(-1)).toEqual({ text: 'i1' })
    expect(sheet.columns.at(-1)).toMatchObject({ hidden: true })
  })
})

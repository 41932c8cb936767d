import { expect, it } from 'vitest'
import { headRows } from './head-rows.ts'
import { type T1Input, type T1Row, t1Sheet } from './t1-sheet.ts'

const row = (label: string, indent = 0): T1Row => ({ label, indent, cells: { state: { text: '未评' } } })
const input: T1Input = {
  city: { code: '510700', name: '绵阳市' },
  period: '2022Q1',
  periodWords: '2022年一季度',
  asKnownOn: '2022-04-26',
  checkpoint: null,
  reporter: null,
  rows: [row('地区生产总值'), row('第二产业增加值'), row('其中：工业增加值', 1), row('第三产业增加值')],
  others: [row('规模以上工业企业利润总额（1—2月）')],
  notes: [],
}

it('has the heads of the office’s sheet, merged as printed', () => {
  const words = headRows(t1Sheet(input).columns).map((cells) =>
    cells.map(({ label, columnSpan }) => (columnSpan > 1 ? `${label}×${columnSpan}` : label)).join(' | '),
  )
  expect(words).toEqual([
    '序号 | 指标名称 | 2022年目标×2 | 1—3月完成×3 | 增速比较（百分点）×5 | 全省位次×3 | 1—6月预计×2 | 后三季度需增长%（测算） | 进度评价 | 牵头单位 | 分管市领导 | 备注',
    '绝对额 | 增速 | 绝对额 | 同比增速 | 占年度目标% | 较目标 | 较上年同期 | 较上期 | 较全省 | 较全国 | 总量 | 增速 | 增速位次升降 | 绝对额 | 增速',
  ])
})

it('numbers whole lines on, indents 其中 without a number, sets the others apart, and adds nothing up', () => {
  const sheet = t1Sheet(input)
  expect(sheet.total).toBeUndefined()
  expect(sheet.rows.map(({ cells, indent, section }) => [cells[0], indent ?? null, section ?? false])).toEqual([
    [{ number: 1 }, 0, false],
    [{ number: 2 }, 0, false],
    [null, 1, false],
    [{ number: 3 }, 0, false],
    [{ text: '其他指标' }, null, true],
    [{ number: 4 }, 0, false],
  ])
  expect(sheet).toMatchObject({ labelColumn: 1, print: { paper: 'A4', orientation: 'landscape' } })
})

it.each([
  ['2022Q1', '2022年一季度', '绵阳市2022年1—3月主要经济指标完成情况表'],
  ['2022Q4', '2022年', '绵阳市2022年1—12月主要经济指标完成情况表'],
  ['2022-05', '2022年1—5月', '绵阳市2022年1—5月主要经济指标完成情况表'],
])('%s is titled by its months', (period, periodWords, title) =>
  expect(t1Sheet({ ...input, period, periodWords }).title).toBe(title),
)

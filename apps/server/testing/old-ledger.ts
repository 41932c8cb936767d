import type { Sheet, SheetCell } from '@yundiao/briefings'
import { xlsxBytes } from '@yundiao/office'

export type Column = [label: string, under?: string]
const COLUMNS: Column[] = [
  ['序号'],
  ['类别', '来源'],
  ['依据', '来源'],
  ['督办编号'],
  ['事项名称'],
  ['责任单位'],
  ['联系电话'],
  ['立项时间'],
  ['完成时限'],
  ['办理进展（150字以内）'],
  ['完成率'],
  ['办结时间'],
  ['办理状态'],
  ['打分'],
]
const text = (value: string): SheetCell => (value === '' ? null : { text: value })
export const row = (...cells: (string | number)[]): { cells: SheetCell[] } => ({
  cells: cells.map((cell) => (typeof cell === 'number' ? { number: cell } : text(cell))),
})

/** An old 督办台账 as an office keeps it: a title, a line of unit, heads over two rows, 合计 first, cells merged down, a foot. */
export const oldLedger = (rows: Sheet['rows'], merges: Sheet['merges'] = [], columns = COLUMNS): Promise<Uint8Array> =>
  xlsxBytes(
    {
      name: '2022年台账',
      title: '2022年督办事项台账',
      reporter: '督查室',
      unitLine: '件',
      asKnownOn: '2022-04-26',
      columns: columns.map(([label, under]) => ({
        label,
        width: 12,
        format: 'text',
        ...(under ? { under: [under] } : {}),
      })),
      total: { cells: [text('合计'), ...Array.from({ length: columns.length - 1 }, () => null)] },
      rows,
      merges,
      notes: ['本表每月25日更新。'],
      freezeColumns: 2,
      print: { paper: 'A3', orientation: 'landscape' },
      checkpoint: null,
    },
    { printedAt: '2022-04-26 09:00' },
  )

export const FIRST = row(
  1,
  '领导批示',
  '绵委办〔2022〕4号 市长批示',
  '绵督〔2022〕900',
  '加快安州区标准厂房建设',
  '市经信局、安州区',
  '13900000000',
  '2022.3.1',
  '6月底',
  '已开工3栋',
  '50%',
  '',
  '欠进度',
  88,
)
export const COVERED = row(
  2,
  '',
  '',
  '绵督〔2022〕901',
  '清理拖欠企业账款',
  '某某专班',
  '',
  44_621,
  '尽快',
  '已清理',
  0.5,
  '2022年4月20日',
  '已完成',
  90,
)

import type { SheetCell, T1Row } from '@yundiao/briefings'
import { economyCatalogue } from '@yundiao/domains/economy'
import { parseFigureRef } from '@yundiao/figures'
import { parsePeriod, periodInWords } from '@yundiao/kernel'
import type { Board, BoardRow } from './board-schema.ts'
import { compareCell, figureCell, NONE, PENDING } from './sheet-cells.ts'

/** Units the line under the title names; a line in another says its own. */
const NAMED_UNITS: readonly string[] = ['亿元', '%', '位']

const wordsCell = (words: string | null): SheetCell => (words === null ? PENDING : { text: words })

/** Months of a line's own figures, where they are not the sheet's: 1—2月. */
const monthsOf = (row: BoardRow, period: string): string => {
  const own = parseFigureRef((row.level ?? row.growth)?.ref ?? '')?.period
  const parsed = own && own !== period ? parsePeriod(own) : null
  return parsed ? `（${periodInWords(parsed, 'ytd').replace(/^\d+年(?=.)/u, '')}）` : ''
}

const labelOf = (row: BoardRow, period: string): string => {
  const name = economyCatalogue.get(row.indicator)?.name ?? row.label
  const unit = NAMED_UNITS.includes(row.unitShown) ? '' : `（${row.unitShown}）`
  return `${row.indent > 0 ? '其中：' : ''}${name}${unit}${monthsOf(row, period)}`
}

const targetCells = ({ target, levelApplies }: BoardRow): Pick<T1Row['cells'], 'targetLevel' | 'targetGrowth'> => {
  const cell = (words: string | null): SheetCell => (words === null ? NONE : { text: words })
  return {
    targetLevel: !levelApplies ? NONE : target ? cell(target.level) : PENDING,
    targetGrowth: target ? cell(target.growth) : PENDING,
  }
}

/** A line of the board as sheet T1 prints it: the same digits, each bound to its figure or formula. */
export const t1Row = (row: BoardRow, period: string): T1Row => {
  const hole: SheetCell = row.missing === '缺' ? { gap: '缺' } : null
  return {
    label: labelOf(row, period),
    indent: row.indent,
    cells: {
      ...targetCells(row),
      level: row.levelApplies ? figureCell(row.level, hole) : NONE,
      growth: figureCell(row.growth, hole),
      share: row.shareOfTarget === null ? NONE : compareCell(row.shareOfTarget),
      vsTarget: compareCell(row.vsTarget),
      vsLastYear: compareCell(row.vsLastYear),
      vsLastPeriod: compareCell(row.vsLastPeriod),
      vsProvince: compareCell(row.vsProvince),
      vsNation: compareCell(row.vsNation),
      rankTotal: figureCell(row.rankTotal),
      rankGrowth: figureCell(row.rankGrowth),
      rankMove: compareCell(row.rankMoved),
      required: compareCell(row.required),
      state: { text: row.state.word },
      leadUnit: wordsCell(row.leadUnit),
      leader: wordsCell(row.leader),
      remark: row.note === null ? null : { text: row.note },
    },
  }
}

const uniqueOf = (rows: readonly BoardRow[], of: (row: BoardRow) => string | null): string[] => [
  ...new Set(rows.flatMap((row) => of(row) ?? [])),
]

/** What stands at the foot of sheet T1: signs, which columns we worked out, 口径 and 反馈单位, targets, the day. */
export const t1Notes = ({ rows, supplement, asKnownOn }: Board): string[] => {
  const units = uniqueOf(rows, (row) => row.leadUnit)
  const sources = uniqueOf([...rows, ...supplement], (row) => row.target?.source ?? null)
  return [
    `数据截至${asKnownOn}，此后公布或更正的不计入。“…”为未公布，“—”为不适用，“缺”为未查到公开数，空白为未报送（比较各栏为数据不全，不能计算），“待明确”为依据未说明。`,
    '完成数、增速、位次按公布数印，口径见备注；“占年度目标”“增速比较”“增速位次升降”“需增长”为测算，算式和每个数的出处见隐藏工作表“出处”。',
    `反馈单位：${units.length > 0 ? units.join('、') : '待明确'}。${sources.length > 0 ? `年度目标依据：${sources.join('、')}。` : '年度目标待明确，进度未评。'}`,
  ]
}

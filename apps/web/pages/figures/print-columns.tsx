import type { BoardHeads } from '@yundiao/figures'
import { type Column, type Compare, type Fig, Mark, readable } from '@yundiao/ui'
import type { BoardRow } from '../../api/types.ts'
import type { Words } from '../../messages.ts'
import { rowPeriod } from './row-period.ts'

type PrintColumn = Column<BoardRow>

/** Units the line under the title names; a line in another says its own. */
const NAMED_UNITS: readonly string[] = ['亿元', '%', '位']

const labelOf = (row: BoardRow, period: string): string => {
  const months = rowPeriod(row, period)
  const unit = NAMED_UNITS.includes(row.unitShown) ? '' : `（${row.unitShown}）`
  return `${row.indent > 0 ? '其中：' : ''}${row.label}${unit}${months ? `（${months}）` : ''}`
}

const figure = (fig: Fig | null, hole: BoardRow['missing']) => {
  if (fig === null) return hole === '缺' ? '缺' : null
  if (fig.shown === null) return '缺'
  return (
    <>
      {readable(fig.shown)}
      {fig.mark === '测算' || fig.mark === '演示' ? <Mark word={fig.mark} /> : null}
    </>
  )
}

/** What cannot be worked out: 待明确 for want of a target, blank for want of a figure, — where it does not apply. */
const compared = (compare: Compare): string | null => {
  if (compare.kind === 'value') return readable(compare.shown)
  if (compare.why.includes('待明确')) return '待明确'
  return compare.code === 'input-missing' ? null : '—'
}

const share = (row: BoardRow) => {
  if (!row.levelApplies || row.shareOfTarget === null) return '—'
  return 'ref' in row.shareOfTarget ? figure(row.shareOfTarget, null) : compared(row.shareOfTarget)
}

const target = (row: BoardRow, which: 'level' | 'growth'): string => {
  if (which === 'level' && !row.levelApplies) return '—'
  return row.target ? readable(row.target[which] ?? '—') : '待明确'
}

type Place = { under?: string; width: number; align?: 'left' | 'center' | 'right' }

const column = (id: string, label: string, place: Place, cell: PrintColumn['cell']): PrintColumn => ({
  id,
  label,
  width: place.width,
  align: place.align ?? 'right',
  ...(place.under === undefined ? {} : { under: [place.under] }),
  cell,
})

const beforeComparison = (words: Words, heads: BoardHeads): PrintColumn[] => {
  const goal = `${heads.year}年目标`
  return [
    column('target-level', words.level, { under: goal, width: 44, align: 'center' }, (r) => target(r, 'level')),
    column('target-growth', words.growthRate, { under: goal, width: 44, align: 'center' }, (r) => target(r, 'growth')),
    column('level', words.level, { under: heads.done, width: 50 }, (r) =>
      r.levelApplies ? figure(r.level, r.missing) : '—',
    ),
    column('growth', words.growthYoy, { under: heads.done, width: 40 }, (r) => figure(r.growth, r.missing)),
    column('share', `${words.shareOfTarget}%`, { under: heads.done, width: 44 }, share),
  ]
}

const comparison = (words: Words): PrintColumn[] => {
  const under = `${words.comparison}（${words.points}）`
  const one = (id: string, label: string, of: (row: BoardRow) => Compare): PrintColumn =>
    column(id, label, { under, width: 40 }, (r) => compared(of(r)))
  return [
    one('vs-target', words.vsTarget, (r) => r.vsTarget),
    one('vs-last-year', words.vsLastYear, (r) => r.vsLastYear),
    one('vs-last-period', words.vsLastPeriod, (r) => r.vsLastPeriod),
    one('vs-province', words.vsProvince, (r) => r.vsProvince),
    one('vs-nation', words.vsNation, (r) => r.vsNation),
  ]
}

const ranks = (words: Words): PrintColumn[] => {
  const place = { under: words.ranks, width: 32, align: 'center' } as const
  return [
    column('rank-total', words.rankTotal, place, (r) => figure(r.rankTotal, null)),
    column('rank-growth', words.rankGrowth, place, (r) => figure(r.rankGrowth, null)),
    column('rank-move', words.rankMove, place, (r) => r.rankMove),
  ]
}

const last = (words: Words, heads: BoardHeads): PrintColumn[] => [
  ...(heads.estimate
    ? [
        column('estimate-level', words.level, { under: heads.estimate, width: 36 }, () => null),
        column('estimate-growth', words.growthRate, { under: heads.estimate, width: 36 }, () => null),
      ]
    : []),
  column('required', `${heads.required}%（${words.computed}）`, { width: 54, align: 'center' }, (r) =>
    compared(r.required),
  ),
  column('state', words.progressState, { width: 40, align: 'center' }, (r) => r.state.word),
  column('unit-lead', words.leadUnit, { width: 74, align: 'left' }, (r) => r.leadUnit ?? '待明确'),
  column('leader', words.leader, { width: 46, align: 'left' }, (r) => r.leader ?? '待明确'),
  column('note', words.remarks, { width: 150, align: 'left' }, (r) => r.note),
]

/** The columns of sheet T1 and no others, as the office's A4 holds them: words for what lacks, nothing to press. */
export const printColumns = (
  words: Words,
  { rows, period, heads }: { rows: readonly BoardRow[]; period: string; heads: BoardHeads },
): PrintColumn[] => {
  const numbers = new Map(rows.filter((row) => row.indent === 0).map((row, i) => [row.indicator, i + 1]))
  return [
    column('seq', words.seq, { width: 26, align: 'center' }, (r) => numbers.get(r.indicator)),
    column('name', words.indicatorName, { width: 140, align: 'left' }, (r) => (
      <span className={r.indent > 0 ? `indent-${Math.min(r.indent, 2)}` : undefined}>{labelOf(r, period)}</span>
    )),
    ...beforeComparison(words, heads),
    ...comparison(words),
    ...ranks(words),
    ...last(words, heads),
  ]
}

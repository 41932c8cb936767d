import { rowSentence, runText, type SlideCell, type SlideLine } from '@yundiao/briefings'
import type { Board, BoardRow } from './board-schema.ts'
import type { Compare, Fig } from './figure-schema.ts'
import { reviewRow } from './review-rows.ts'

/** References of figures shown to early readers only. */
export type Locked = ReadonlySet<string>

/** Not open to everybody: not released, or locked until its minute. */
export const isInner = (fig: Pick<Fig, 'ref' | 'state'> | null, locked: Locked): boolean =>
  fig !== null && (fig.state !== 'released' || locked.has(fig.ref))

/** Negative numbers on the wall carry a true minus. */
const readable = (shown: string): string => shown.replace(/^-/u, '−')

/** A figure as the wall prints it. A hole says which it is; — does not apply. */
export const slideCell = (fig: Fig | null, hole: string, locked: Locked, unit = false): SlideCell => {
  if (!fig) return { text: hole }
  if (fig.shown === null) return { text: '缺' }
  const text = `${readable(fig.shown)}${unit ? fig.unitShown : ''}`
  if (isInner(fig, locked)) return { text, mark: '内部' }
  return fig.mark === '演示' || fig.mark === '测算' ? { text, mark: fig.mark } : { text }
}

/** A comparison in points; one that cannot be made leaves its place empty: what is missing is said in its own column. */
const comparedCell = (compare: Compare): SlideCell & { value: number | null } =>
  compare.kind === 'value' ? { text: readable(compare.shown), value: compare.value } : { text: '', value: null }

const targetCell = ({ target }: BoardRow): SlideCell => ({ text: target?.growth ?? target?.level ?? '待明确' })

const rankCell = ({ rankTotal, rankGrowth }: BoardRow): SlideCell => {
  const parts = [
    rankTotal?.shown ? `总量第${rankTotal.shown}` : '',
    rankGrowth?.shown ? `增速第${rankGrowth.shown}` : '',
  ].filter((part) => part !== '')
  return { text: parts.join(' ') }
}

/** A row of the board as slides print it: the same digits, holes in words, unreleased figures marked 内部. */
export const slideLine = (row: BoardRow, locked: Locked): SlideLine => {
  const hole = row.missing ?? '未报送'
  return {
    label: row.label,
    level: row.levelApplies ? slideCell(row.level, hole, locked, true) : { text: '—' },
    growth: slideCell(row.growth, hole, locked),
    province: slideCell(row.provinceGrowth, '未公布', locked),
    nation: slideCell(row.nationGrowth, '未公布', locked),
    vsProvince: comparedCell(row.vsProvince),
    vsTarget: comparedCell(row.vsTarget),
    rank: rankCell(row),
    target: targetCell(row),
    required: comparedCell(row.required),
    state: row.state.word,
    leadUnit: row.leadUnit,
    isPart: row.indent > 0,
    isInner: [row.level, row.growth, row.rankTotal, row.rankGrowth, row.provinceGrowth, row.nationGrowth].some((fig) =>
      isInner(fig, locked),
    ),
  }
}

/** The first line of the board as one sentence: 地区生产总值784.28亿元，同比增长6.6%，高于全省1.3个百分点。 */
export const headlineSentence = ({ rows, period }: Board): string | null => {
  const [first] = rows
  const said = first ? rowSentence(reviewRow(first, period)).map(runText).join('') : ''
  return said === '' ? null : `${said}。`
}

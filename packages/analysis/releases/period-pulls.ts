import { derived, type FigureCell, type FigureRef, type Indicator, type Outcome, refuse } from '@yundiao/figures'
import { contributions } from './contribution.ts'
import { type PeriodCells, type PeriodSource, periodCells } from './period-cells.ts'

type Held = FigureCell & { kind: 'figure' }

/** 拉动 or 贡献率 of one release: as the bureau published it with ours beside it, or ours alone, or why there is none. */
export type PullCell = { published: Held | null; ours: Outcome }

/** Both of one release; `period` as the sheet of periods has it. */
export type PullLine = { period: string; pull: PullCell; contribution: PullCell }

/** `parts` are those the whole is the sum of; empty where nobody publishes amounts that add up to it. */
export type PullSource = PeriodSource & { whole: Indicator; parts: readonly Indicator[] }

const isFigure = (cell: FigureCell): cell is Held => cell.kind === 'figure'

const refsOf = (cells: readonly Held[]): FigureRef[] => cells.map(({ figure }) => figure.ref)

type At = { own: PeriodCells; parts: readonly PeriodCells[]; of: PullSource; period: string }

type Ours = { pull: Outcome; contribution: Outcome }

const both = (one: Outcome): Ours => ({ pull: one, contribution: one })

/** Our own from amounts and growth of all parts of the whole, and of the indicator itself where it is a part of one of them. */
const oursAt = ({ own, parts, of, period }: At): Ours => {
  if (of.indicator.growth === 'published-only' || !of.indicator.levelShown)
    return both(refuse('growth-published-only', '不能推算：只公布增速，没有绝对额，拉动以公布数为准'))
  if (parts.length === 0) return both(refuse('not-applicable', '不适用：总量没有可加的分项'))
  const found: Held[] = []
  for (const cells of [own, ...parts])
    for (const by of ['level', 'growth'] as const) {
      const cell = cells[by](period)
      if (!isFigure(cell)) return both(cells.why(by, period))
      found.push(cell)
    }
  const value = (at: number): number => found[at]?.value ?? Number.NaN
  const made = contributions(
    parts.map((_, at) => ({ name: String(at), level: value(2 * at + 2), growth: value(2 * at + 3) })),
  )
  if (made.kind === 'refused') return both(made)
  const levels = parts.map((_, at) => value(2 * at + 2))
  const whole = levels.reduce((sum, level) => sum + level, 0)
  const pull = (value(0) * (1 - 1 / (1 + value(1)))) / (whole / (1 + made.impliedGrowth))
  return {
    pull: derived('part.pull', pull, refsOf(found)),
    contribution: derived('part.contribution', pull / made.impliedGrowth, refsOf(found)),
  }
}

/**
 * 拉动 and 贡献率 of an indicator in its whole for each release given: what the bureau published stands in place of ours,
 * ours beside it. Ours weighs by amounts at current prices (domain rules g.contrib), so it is marked 测算 and may differ.
 * Ratios. `periods` as `periodSheet` has them.
 */
export const periodPulls = (of: PullSource, periods: readonly string[]): PullLine[] => {
  const cellsOf = (indicator: Indicator): PeriodCells =>
    periodCells({ ...of, indicator, figures: of.figures.filter(({ series }) => series.indicator === indicator.code) })
  const own = cellsOf(of.indicator)
  const parts = of.parts.map(cellsOf)
  return periods.map((period) => {
    const ours = oursAt({ own, parts, of, period })
    const told = (by: 'pull' | 'contribution'): PullCell => {
      const cell = own.told(by, period)
      return { published: isFigure(cell) ? cell : null, ours: ours[by] }
    }
    return { period, pull: told('pull'), contribution: told('contribution') }
  })
}

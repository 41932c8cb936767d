import { type PeriodLine, type PeriodSource, type PullCell, type PullLine, periodPulls } from '@yundiao/analysis'
import { economyCatalogue, SUMS } from '@yundiao/domains/economy'
import type { Indicator } from '@yundiao/figures'
import { MINUS, parsePeriod, periodInWords, showNumber } from '@yundiao/kernel'
import { compareOf, figOf } from './fig.ts'
import type { Compare, Fig } from './figure-schema.ts'
import type { PeriodLineView } from './period-sheet-schema.ts'

export type PullsView = Pick<PeriodLineView, 'pull' | 'contribution' | 'ours'>

const wholeOf = ({ pullsOn }: Indicator): Indicator | undefined => economyCatalogue.get(pullsOn ?? '')

const partsOf = (whole: Indicator): Indicator[] =>
  (SUMS.find(({ total }) => total === whole.code)?.parts ?? []).flatMap((code) => economyCatalogue.get(code) ?? [])

/** Indicators whose figures 拉动 of one is reckoned from. */
export const pulledWith = (of: Indicator): string[] => {
  const whole = wholeOf(of)
  return whole ? partsOf(whole).map(({ code }) => code) : []
}

/** Points a published pull may differ from ours by rounding and by what the bureau adjusts so that pulls add up. */
const TOLERANCE = 0.1

const shown = (cell: PullCell, of: Indicator): Fig | Compare =>
  cell.published ? figOf(cell.published.figure, of) : oursOf(cell)

const oursOf = ({ ours }: PullCell): Compare => {
  const compared = compareOf(ours, ours.kind === 'derived' && ours.formula === 'part.pull' ? 'points' : 'percent')
  if (compared.kind === 'refused' || compared.formula !== 'part.pull') return compared
  return { ...compared, shown: showNumber(compared.value * 100, 2, { minus: MINUS }) }
}

const wordsOf = (period: string): string => {
  const read = parsePeriod(period)
  return read ? periodInWords(read, 'ytd') : period
}

/** Published pulls that differ from ours by more than rounding, each said. */
const apartNotes = (lines: readonly PullLine[]): string[] =>
  lines.flatMap(({ period, pull: { published, ours } }) => {
    if (!published || ours.kind === 'refused') return []
    const off = (published.value - ours.value) * 100
    if (Math.abs(off) <= TOLERANCE + 1e-9) return []
    const digits = (ratio: number): string => showNumber(ratio * 100, 2, { minus: MINUS })
    return [
      `${wordsOf(period)}公布拉动${published.figure.printed ?? digits(published.value)}个百分点，测算${digits(ours.value)}，相差${showNumber(Math.abs(off), 2)}个百分点，不是舍入差：测算按现价权重，以公布数为准`,
    ]
  })

const NONE: PullsView = { pull: null, contribution: null, ours: null }

/** 拉动 and 贡献率 of each line of the sheet, published before ours, with what is to be said of them. */
export const readPulls = (source: PeriodSource, lines: readonly PeriodLine[]) => {
  const whole = wholeOf(source.indicator)
  if (!whole) return { whole: null, of: () => NONE, notes: [] }
  const made = periodPulls(
    { ...source, whole, parts: partsOf(whole) },
    lines.map(({ period }) => period),
  )
  const views = new Map(
    made.map(({ period, pull, contribution }): [string, PullsView] => [
      period,
      {
        pull: shown(pull, source.indicator),
        contribution: shown(contribution, source.indicator),
        ours: pull.published ? oursOf(pull) : null,
      },
    ]),
  )
  return { whole: whole.shortName, of: (period: string) => views.get(period) ?? NONE, notes: apartNotes(made) }
}

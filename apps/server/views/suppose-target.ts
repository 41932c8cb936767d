import { economyCatalogue } from '@yundiao/domains/economy'
import {
  boardOf,
  FORMULAS,
  type FoundFigure,
  type Indicator,
  requiredGrowthRange,
  type TargetFact,
} from '@yundiao/figures'
import { type LocalDate, Problem, showNumber } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { periodsBeside } from './board-period.ts'
import { compareOf } from './fig.ts'
import type { Compare } from './figure-schema.ts'
import { indicatorOf } from './indicator.ts'
import { readPlaces } from './places.ts'

const NO_GROWTH = '不能计算：增速未公布或未报送'
const NO_SHARE = '不能计算：上年同期或上年全年绝对额未公布，请填写上年同期占全年比重的假设'

type Supposition = { indicator: Indicator; region: string; period: string; target: number }
type Kept = Pick<TargetFact, 'measure' | 'concept'>

/** A target nobody set: of no document, kept nowhere. It is read against the growth in the growth's own measure. */
const supposedTarget = ({ indicator, region, period, target }: Supposition, kept: Kept): TargetFact => ({
  ...kept,
  id: 'supposed',
  layer: null,
  owner: '',
  document: null,
  clause: null,
  indicator: indicator.code,
  region,
  year: Number(period.slice(0, 4)),
  operator: '=',
  value: target,
  unit: 'ratio',
  printed: null,
  printedUnit: null,
  knownOn: null,
  cite: { document: '假设' },
  grade: 'D',
})

/** Part of last year the same months made up, as a person supposes it: ratios. */
export type SupposedShare = { from: number; to: number }

const percent = (ratio: number): string => showNumber(ratio * 100, 1)

/** The answer for a share only known to lie between two values; the supposition stands among its inputs. */
const withSupposedShare = (target: number, growth: FoundFigure & { value: number }, share: SupposedShare): Compare => {
  const answer = requiredGrowthRange({ target, growth: growth.value, shareFrom: share.from, shareTo: share.to })
  if (answer.kind === 'refused') return { kind: 'refused', code: answer.reason, why: answer.message }
  const ends = [...new Set([answer.from, answer.to].map(percent))]
  const shares = [...new Set([share.from, share.to].map(percent))]
  const { version, words } = FORMULAS['target.required']
  return {
    kind: 'value',
    value: answer.from,
    shown: ends.join('～'),
    unitShown: '%',
    formula: 'target.required',
    words,
    version,
    inputs: [growth.ref, `上年同期占全年比重 ${shares.join('～')}%（假设，绝对额未公布）`],
  }
}

const read = async (store: Store, caller: Caller, { code, period, on }: Asked) => {
  const { tree: _, ...regions } = await readPlaces(store, caller)
  const figures = await store.figures(caller, {
    on,
    indicators: [code, 'gdp'],
    periods: periodsBeside(period),
    regions: [regions.self, regions.province, regions.nation],
  })
  return { regions, figures }
}

type Asked = { code: string; period: string; target: number; share: SupposedShare | null; on: LocalDate }

/**
 * 假设全年目标增速 → 后期需增长 (测算), from the figures in the caller's sight on a day, with formula and inputs. Where last
 * year's amounts are not public, `share` supposes what part these months made up, and `isShareSupposed` says so. Nothing
 * is stored. Ratios throughout. Throws Problem indicator.unknown, value.out-of-range.
 */
export const supposeTarget = async (
  store: Store,
  caller: Caller,
  asked: Asked,
): Promise<{ answer: Compare; isShareSupposed: boolean }> => {
  const { code, period, target, share } = asked
  if (!(Math.abs(target) <= 1))
    throw new Problem('value.out-of-range', '假设的增速应在 −100% 到 100% 之间，请重新填写', { field: 'target' })
  const indicator = indicatorOf(code)
  const { regions, figures } = await read(store, caller, asked)
  const catalogue = { ...economyCatalogue, t1: [indicator], supplement: [] }
  const rowWith = (targets: readonly TargetFact[]) =>
    boardOf({ catalogue, figures, targets, period, regions, on: null }).rows[0]
  const growth = rowWith([])?.growth
  if (growth?.kind !== 'figure')
    return { answer: { kind: 'refused', code: 'input-missing', why: NO_GROWTH }, isShareSupposed: false }
  const { measure, concept } = growth.figure.series
  const supposed = supposedTarget({ indicator, region: regions.self, period, target }, { measure, concept })
  const required = rowWith([supposed])?.required
  if (required?.kind === 'derived') return { answer: compareOf(required, 'percent'), isShareSupposed: false }
  const answer: Compare = share
    ? withSupposedShare(target, { ...growth.figure, value: growth.value }, share)
    : { kind: 'refused', code: 'input-missing', why: NO_SHARE }
  return { answer, isShareSupposed: true }
}

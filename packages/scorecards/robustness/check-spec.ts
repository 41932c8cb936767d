import { refuse, some } from '../run/refuse.ts'
import type { Refusal } from '../run/result.ts'
import type { Tree } from '../run/tree.ts'
import type { RobustnessSpec } from './robustness.ts'
import { FACTORS, type Uncertainty } from './uncertainty.ts'

/** Ranks kept at once, 4 bytes each. */
const MOST_RANKS = 50_000_000
const MOST_ROWS = 100_000

const no = (message: string, places: readonly string[] = []): Refusal => refuse('uncertainty', message, places)

const isCount = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most

const weightFault = ({ weights }: Uncertainty, codes: ReadonlySet<string>, highest: number): Refusal | null => {
  if (!weights) return null
  if (weights.levels?.some((level) => !isCount(level, 1, highest)))
    return no(`权重变动的层级（levels）应为 1 到 ${highest} 的整数，1 是指标；最高一级没有权重`)
  if (weights.kind === 'dirichlet')
    return weights.concentration >= 1 && Number.isFinite(weights.concentration)
      ? null
      : no('权重集中度（concentration）应为不小于 1 的数')
  if (!(weights.by >= 0 && weights.by <= 1)) return no('权重变动幅度（by）应在 0 与 1 之间，例如 0.25')
  const unknown = weights.codes?.filter((code) => !codes.has(code)) ?? []
  return unknown.length > 0 ? no(`权重变动的代码不在方案里：${some(unknown)}`, unknown) : null
}

const dataFault = ({ data }: Uncertainty, leaves: ReadonlySet<string>): Refusal | null => {
  const errors = Object.entries(data ?? {})
  const unknown = errors.map(([code]) => code).filter((code) => code !== '*' && !leaves.has(code))
  if (unknown.length > 0) return no(`数据误差的指标不在方案里：${some(unknown)}`, unknown)
  const wrong = errors
    .filter(([, error]) =>
      [error.relative ?? 0, error.absolute ?? 0].some((one) => !(one >= 0 && Number.isFinite(one))),
    )
    .map(([code]) => code)
  return wrong.length > 0 ? no(`数据误差应为不小于 0 的数：${some(wrong)}`, wrong) : null
}

/** What is wrong with what is asked, in words; null when nothing is. */
export const specFault = (spec: RobustnessSpec, tree: Tree, units: number): Refusal | null => {
  const { uncertainty, draws, seed, sensitivity = 2, sure = 0.5 } = spec
  if (!isCount(draws, 1, Math.floor(MOST_RANKS / units)))
    return no(`抽样次数应为 1 到 ${Math.floor(MOST_RANKS / units)} 的整数`)
  if (!isCount(seed, 0, Number.MAX_SAFE_INTEGER)) return no('随机种子应为不小于 0 的整数')
  if (!isCount(sensitivity, 2, MOST_ROWS)) return no(`敏感性分析的行数应为 2 到 ${MOST_ROWS} 的整数`)
  if (!(sure > 0 && sure <= 1)) return no('把握程度的界线应大于 0、不超过 1')
  const empty = FACTORS.filter((factor) => {
    const said = uncertainty[factor]
    return Array.isArray(said) && said.length === 0
  })
  if (empty.length > 0) return no(`没有列出备选做法：${empty.join('、')}`, empty)
  const leaves = new Set(tree.leaves.map(({ code }) => code))
  const codes = new Set([...leaves, ...tree.nodes.map(({ code }) => code)])
  const highest = Math.max(...tree.nodes.map(({ level }) => level)) - 1
  return weightFault(uncertainty, codes, highest) ?? dataFault(uncertainty, leaves)
}

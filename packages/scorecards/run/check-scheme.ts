import { endsOf } from '../normalise/goalposts.ts'
import type { Normalisation } from '../scheme/normalisation.ts'
import type { Indicator, Scheme } from '../scheme/scheme.ts'
import type { Weighting } from '../scheme/weighting.ts'
import { refuse, some } from './refuse.ts'
import type { Refusal } from './result.ts'
import type { Tree } from './tree.ts'

const shown = (pair: readonly [number, number]): string => `[${pair[0]}, ${pair[1]}]`

const endsFault = (indicator: Indicator): string | null => {
  if (!indicator.goalposts) return null
  const { worst, best, scale, power } = endsOf(indicator.goalposts, indicator.direction)
  if (worst === best) return `的两端值相同（${worst}），不能分高低，请改 goalposts`
  if (scale === 'log' && !(worst > 0 && best > 0)) return '的两端值取对数时应大于 0，请改 goalposts'
  return power > 0 ? null : '的两端值的幂（power）应大于 0'
}

const benchmarkFault = (
  { benchmark, floor: ownFloor, cap: ownCap }: Indicator,
  spec: Extract<Normalisation, { method: 'benchmark' }>,
): string | null => {
  if (typeof benchmark === 'number' && !(benchmark > 0)) return `的基准值应大于 0（现 ${benchmark}）`
  const [floor, cap] = [ownFloor === undefined ? (spec.floor ?? 0) : ownFloor, ownCap === undefined ? spec.cap : ownCap]
  if (floor !== null && cap !== null && cap !== undefined && floor > cap)
    return `的下限 ${floor} 大于上限 ${cap}，请改 floor 或 cap`
  return null
}

/** What is wrong with how one indicator is scored, in words that follow its code. */
const scaleFault = (indicator: Indicator, spec: Normalisation): string | null => {
  switch (spec.method) {
    case 'minmax':
      return spec.range && !(spec.range[0] < spec.range[1]) ? `的得分范围 ${shown(spec.range)} 应由低到高` : null
    case 'goalposts':
    case 'distance-to-frontier':
      return spec.range && !(spec.range[0] < spec.range[1])
        ? `的得分范围 ${shown(spec.range)} 应由低到高`
        : endsFault(indicator)
    case 'zscore':
      return spec.deviation !== undefined && !(spec.deviation > 0) ? '的标准差（deviation）应大于 0' : null
    case 'benchmark':
      return benchmarkFault(indicator, spec)
    default:
      return null
  }
}

const namedIn = (weights: Weighting): string[] => {
  switch (weights.method) {
    case 'experts':
      return weights.experts.flatMap((expert) => Object.keys(expert.weights))
    case 'ahp':
      return Object.keys(weights.comparisons)
    case 'combined':
      return weights.of.flatMap(namedIn)
    default:
      return []
  }
}

/** Codes that weights or methods are given for and the scheme does not have: a slip of the pen would else be passed over. */
const strays = ({ weights, aggregate }: Scheme, { leaves, nodes }: Tree): string[] => {
  const known = new Set([...leaves, ...nodes].map(({ code }) => code))
  const named = [...(weights ? namedIn(weights) : []), ...Object.keys(aggregate.perNode ?? {})]
  return [...new Set(named)].filter((code) => !known.has(code))
}

/** What would make every score of an indicator, or a weight, mean other than was meant; null where nothing does. */
export const schemeFault = (scheme: Scheme, tree: Tree): Refusal | null => {
  for (const leaf of tree.leaves) {
    const fault = scaleFault(leaf, leaf.normalise ?? scheme.normalise)
    if (fault) return refuse('scheme', `${leaf.code} ${fault}`, [leaf.code])
  }
  const unknown = strays(scheme, tree)
  return unknown.length > 0
    ? refuse('scheme', `权重或合成方法里的代码不在方案里：${some(unknown)}，请核对`, unknown)
    : null
}

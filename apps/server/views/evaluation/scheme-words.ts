import { showNumber } from '@yundiao/kernel'
import type {
  EvaluationColumn,
  EvaluationInput,
  EvaluationVersion,
  GradeLimit,
  Grading,
  Indicator,
  Missing,
  Normalisation,
  Scheme,
} from '@yundiao/scorecards'

const MOST_DIGITS = 6

/** A setting as the method prints it: no digits it does not have. */
const plain = (value: number): string =>
  showNumber(value, MOST_DIGITS)
    .replace(/(\.\d*?)0+$/u, '$1')
    .replace(/\.$/u, '')

const percent = (share: number): string => `${plain(share * 100)}%`

/** Names of an indicator's columns, as words. */
export type ColumnWords = { value: string; denominator: string | null; unitShown: string }

export const columnWords = (
  { inputs, denominators }: Pick<EvaluationVersion, 'inputs' | 'denominators'>,
  { code, denominator }: Indicator,
): ColumnWords => {
  const own: EvaluationInput | undefined = inputs.find((one) => one.code === code)
  const by: EvaluationColumn | undefined = denominators.find((one) => one.code === denominator)
  return { value: own?.label ?? code, denominator: by?.label ?? null, unitShown: own?.unitShown ?? '' }
}

const SCORES: { [M in Normalisation['method']]: (spec: Extract<Normalisation, { method: M }>) => string } = {
  none: () => '按指标值计',
  minmax: ({ range = [0, 100] }) =>
    `${plain(range[0])} + ${plain(range[1] - range[0])} ×（指标值 − 最低值）÷（最高值 − 最低值）`,
  zscore: () => '（指标值 − 平均值）÷ 标准差',
  rank: () => '按位次计分',
  percentile: () => '超过的对象所占比例',
  borda: () => '超过的对象个数',
  'distance-to-frontier': ({ range = [0, 100] }) =>
    `（最差值 − 指标值）÷（最差值 − 最优值）× ${plain(range[1] - range[0])}`,
  goalposts: ({ range = [0, 1] }) => `（最差值 − 指标值）÷（最差值 − 最优值）× ${plain(range[1] - range[0])}`,
  'distance-to-target': () => '与目标值的距离',
  'distance-to-best': () => '与最优值的距离',
  'share-of-best': () => '指标值 ÷ 最优值',
  benchmark: ({ scale = 100 }) => `指标值 ÷ 基准值 × ${plain(scale)}`,
  '20+80': () => '20 + 80 ×（指标值 − 最低值）÷（最高值 − 最低值）',
  vector: () => '指标值 ÷ 全列平方和的平方根',
}

const scoreWords = (spec: Normalisation): string => (SCORES[spec.method] as (one: Normalisation) => string)(spec)

/** How an indicator is scored, in words: the value first, then its score. */
export const formulaWords = (scheme: Scheme, indicator: Indicator, { value, denominator }: ColumnWords): string => {
  const spec = indicator.normalise ?? scheme.normalise
  const ratio = denominator === null ? value : `${value} ÷ ${denominator}`
  const turned = spec.method === 'benchmark' && indicator.direction === -1
  const score = turned ? scoreWords(spec).replace('指标值 ÷ 基准值', '基准值 ÷ 指标值') : scoreWords(spec)
  return `${ratio}；得分 = ${score}${indicator.direction === -1 && !turned ? '（越低越好）' : ''}`
}

/** A fixed number of the method in its unit; shares are kept as ratios and read as per cent. */
const inUnit = (value: number, unitShown: string): string =>
  unitShown === '%' ? percent(value) : `${plain(value)} ${unitShown}`.trim()

/** Methods that hold a value against something a document gives; the others take it from the values themselves. */
const HELD_AGAINST: readonly Normalisation['method'][] = ['benchmark', 'goalposts', 'distance-to-target']

/** What the value is held against; null where the method needs it and no document says it. */
export const benchmarkWords = (scheme: Scheme, indicator: Indicator, unitShown: string): string | null => {
  const { benchmark, goalposts, target } = indicator
  if (typeof benchmark === 'number') return inUnit(benchmark, unitShown)
  if (benchmark) {
    const { of, k = 1, top = 1, by } = benchmark
    const among = by === undefined ? '全部参评对象' : `同一${by}`
    return `${among}${of === 'mean' ? '' : `前 ${percent(top)}`}平均值${k === 1 ? '' : ` × ${plain(k)}`}`
  }
  if (target !== undefined) return `目标值 ${inUnit(target, unitShown)}`
  if (!goalposts) return HELD_AGAINST.includes((indicator.normalise ?? scheme.normalise).method) ? null : '不适用'
  const [worst, best] = 'worst' in goalposts ? [goalposts.worst, goalposts.best] : goalposts
  return `${inUnit(worst, unitShown)} 至 ${inUnit(best, unitShown)}`
}

/** The most a ratio counts for; null where the documents do not say. */
export const capWords = (scheme: Scheme, { cap, normalise }: Indicator): string | null => {
  const spec = normalise ?? scheme.normalise
  if (spec.method !== 'benchmark') return '不适用'
  const limit = cap ?? spec.cap ?? null
  return limit === null ? null : `基准值的 ${plain(limit)} 倍封顶`
}

const MISSING: Readonly<Record<Missing, string>> = {
  zero: '缺数按最低分计',
  mean: '缺数按其他对象的平均值计',
  'mean-score': '缺数按其他对象的平均得分计',
  reweight: '缺数的一项不计，权重由其余各项分摊',
  fail: '不得缺数，缺数须先补报',
}

export const missingWords = (scheme: Scheme, { missing }: Indicator): string => MISSING[missing ?? scheme.missing]

/** One grade's limit as a sentence. */
export const limitWords = (limit: GradeLimit & { share?: number }, grading?: Grading): string => {
  const { atMost, atLeast, upTo, share, from } = limit
  const isOpen = (one: GradeLimit): boolean => Object.keys(one).length === 1
  // The first grade without a limit takes what the others leave; a later one is reached by a list alone.
  const rest = grading?.grades.find(isOpen)
  if (rest && isOpen(limit) && rest.grade !== limit.grade)
    return grading?.vetoTo === limit.grade ? '只由一票否决产生' : '不按得分评定'
  if (atMost !== undefined) return `不超过 ${percent(atMost)}`
  if (atLeast !== undefined) return `不少于 ${percent(atLeast)}`
  if (upTo !== undefined) return `由高到低累计到 ${percent(upTo)}`
  if (share !== undefined) return `占 ${percent(share)}`
  return from === undefined ? '其余' : `得分不低于 ${plain(from)}`
}

const WHOLES: Readonly<Record<string, string>> = {
  graded: '按得分排等次和被一票否决的对象合计',
  ranked: '按得分排等次的对象',
  all: '全部对象（含不参评等次的）',
}

/** What shares of grades are taken of. */
export const denominatorWords = (scheme: Scheme): string => {
  const by = scheme.grades?.denominator ?? 'graded'
  return typeof by === 'number' ? `通知给定的 ${plain(by)} 个` : (WHOLES[by] ?? by)
}

export const tieWords = (scheme: Scheme, nameOf: (code: string) => string): string | null => {
  const ties = scheme.grades?.ties
  if (!scheme.grades) return null
  if (typeof ties === 'object') return `同分的，${nameOf(ties.by)}高的在前`
  return ties === 'better' ? '同分跨等次的，都进较高等次' : '同分跨等次的，都归较低等次'
}

import { DIMENSIONS, economyCatalogue } from '@yundiao/domains/economy'
import {
  type Accumulation,
  DEMONSTRATION,
  type Measure,
  type Origin,
  type ReleaseState,
  type SeriesKey,
} from '@yundiao/figures'

const MEASURES: Readonly<Record<Measure, string>> = {
  level: '绝对额',
  'growth-real': '同比增速',
  'growth-nominal': '同比增速',
  'growth-2y-average': '两年平均增速',
  share: '占比',
  rank: '位次',
  index: '指数',
  pull: '拉动',
  contribution: '贡献率',
}
/** 拉动 says of what: 拉动GDP增长. */
const measureWords = (indicator: string, measure: Measure): string => {
  const whole = economyCatalogue.get(economyCatalogue.get(indicator)?.pullsOn ?? '')
  if (!whole || (measure !== 'pull' && measure !== 'contribution')) return MEASURES[measure]
  return measure === 'pull' ? `拉动${whole.shortName}增长` : `对${whole.shortName}增长的贡献率`
}

const ACCUMULATIONS: Readonly<Record<Accumulation, string>> = { ytd: '', period: '当期', stock: '' }

export const ORIGIN_LABELS: Readonly<Record<Origin, string>> = {
  official: '统计公布数',
  department: '部门数',
  dispatch: '调度数',
  estimate: '预计数',
  computed: '测算数',
}

export const RELEASE_LABELS: Readonly<Record<ReleaseState, string>> = {
  reported: '已报送，未审核',
  approved: '已审核，未发布',
  released: '已发布',
}

const RANKED_BY: Readonly<Record<string, string>> = { level: '总量', growth: '增速' }

/** A dimension's value as the releases name it: C39 is 计算机、通信和其他电子设备制造业. */
const dimensionWords = (indicator: string, dimension: string, value: string): string => {
  if (dimension === 'by') return RANKED_BY[value] ?? value
  const rule = DIMENSIONS[indicator]
  const named = Object.entries(rule?.dimension === dimension ? rule.values : {}).find(([, code]) => code === value)
  return named?.[0] ?? value
}

/**
 * What a series measures, in words that no other series of the indicator shares unless its points may stand in one line:
 * another origin, accumulation or dimension has another label, as has the demonstration; another concept of what is real
 * is shown as a break.
 */
export const measureLabel = ({ indicator, measure, accumulation, origin, concept, dims }: SeriesKey): string => {
  const parts = Object.entries(dims).map(([name, value]) => dimensionWords(indicator, name, value))
  const word = `${ACCUMULATIONS[accumulation]}${measureWords(indicator, measure)}`
  const head = measure === 'rank' ? `${parts.join('、')}${word}` : [...parts, word].join(' ')
  if (concept === DEMONSTRATION) return `${head}（演示）`
  return origin === 'official' ? head : `${head}（${ORIGIN_LABELS[origin]}）`
}

import type { Adjustment, AdjustNote } from '@yundiao/analysis'
import { MINUS, showNumber } from '@yundiao/kernel'

const NOTES: Readonly<Record<AdjustNote, string>> = {
  'festival-not-supported': '春节效应未获支持（AICc）：加入春节窗口后模型没有更好，未作春节调整；宜看1—2月合并数',
  'festival-needs-months': '季度数列不作春节调整',
  'short-series': '数列不足八年，调整结果仅供参考',
  'not-seasonal': '看不出稳定的季节性，调整前后差别没有意义',
  'no-forecast': '模型估计不出来，两端未用外推值，近几期可能改动较大',
  'trend-lifted': '数列起伏过大，趋势有几期算出零或负数，已用相邻的正值代替，结果不宜引用',
}

/** What M1 to M11 look at, in the order of the method's authors. */
const MEASURES: readonly string[] = [
  '三个月变动中，不规则成分占多大',
  '去掉直线趋势后，不规则成分占多大',
  '相邻两期，不规则变动与趋势变动之比',
  '不规则成分是否像随机',
  '趋势变动超过不规则变动要几个月',
  '逐年看，不规则变动与季节变动之比',
  '季节性能否辨认',
  '季节因素逐年变动多大',
  '季节因素是否单向漂移',
  '近三年季节因素逐年变动多大',
  '近三年季节因素是否单向漂移',
]

const MODES: Readonly<Record<Adjustment['spec']['mode'], string>> = {
  mult: '乘法',
  add: '加法',
  logadd: '对数加法',
}

const FILTERS: Readonly<Record<Adjustment['spec']['seasonalma'], string>> = {
  s3x1: '3×1',
  s3x3: '3×3',
  s3x5: '3×5',
  s3x9: '3×9',
  s3x15: '3×15',
  stable: '固定',
}

/** How a series was adjusted: X-11 乘法，季节滤波3×5，趋势滤波13项，… */
export const adjustWords = ({ spec, model }: Adjustment): string =>
  [
    `X-11 ${MODES[spec.mode]}，季节滤波${FILTERS[spec.seasonalma]}，趋势滤波${spec.trendma}项`,
    spec.arima === 'airline' ? '两端用航线模型(0 1 1)(0 1 1)外推' : '两端不外推',
    ...(spec.tradingDays === 'td1' ? ['已去掉工作日效应'] : []),
    ...(spec.holidays === 'spring-festival' && model ? [`已去掉春节效应：${festivalWords(model)}`] : []),
  ].join('；')

/** Windows about the festival by the regressors' names. */
const WINDOWS: Readonly<Record<string, string>> = {
  pre20: '节前20天',
  pre6: '节前6天',
  post6: '春节起7天',
  after7to20: '节后第7—20天',
}

const festivalWords = (model: NonNullable<Adjustment['model']>): string =>
  model.regressors
    .flatMap(({ name, ...effect }) => (WINDOWS[name] ? [{ ...effect, window: WINDOWS[name] }] : []))
    .map(
      ({ window, coefficient, se }) =>
        `${window}系数${showNumber(coefficient, 4, { minus: MINUS })}（标准误${showNumber(se, 4)}）`,
    )
    .join('、')

/** 合格 or 不合格 by the usual rule, with the number. */
export const verdictWords = ({ quality }: Adjustment): string => {
  const q = showNumber(quality.q, 2)
  return quality.q <= 1
    ? `质量合格：Q＝${q}，不超过1（M1—M11加权平均）`
    : `质量不合格：Q＝${q}，超过1（M1—M11加权平均），调整结果不宜引用`
}

export const noteWords = ({ notes, filled }: Adjustment): string[] => [
  ...notes.map((note) => NOTES[note]),
  ...(filled.length > 0 ? [`${filled.length}期未公布，先估计后剔除，结果中仍为空`] : []),
]

/** M1 to M11 and Q, each with what it looks at and whether it passes; null where years are too few. */
export const measureRows = ({ quality }: Adjustment) => [
  ...quality.m.map((value, i) => ({
    name: `M${i + 1}`,
    words: MEASURES[i] ?? '',
    value,
    passes: value === null ? null : value <= 1,
  })),
  { name: 'Q', words: 'M1—M11加权平均', value: quality.q, passes: quality.q <= 1 },
]

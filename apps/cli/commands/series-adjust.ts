import { type Adjustment, type AdjustNote, adjustSeries, readAdjustInput } from '@yundiao/analysis'
import { type AddCommand, print } from '../run-command.ts'
import { readInput, refused, seriesOf } from './series.ts'

const NOTES: Readonly<Record<AdjustNote, string>> = {
  'festival-not-supported': '春节效应按 AICc 检验不显著，未作春节调整；建议用1—2月合并数',
  'festival-needs-months': '季度数列不作春节调整',
  'short-series': '数列不足八年，调整结果仅供参考',
  'not-seasonal': '看不出稳定的季节性',
  'no-forecast': '模型估计不出来，未用预测延长',
  'trend-lifted':
    '数列起伏过大，趋势有几期算出零或负数，已用相邻的正值代替（见 diagnostics.trendLifted），结果不宜引用',
}

const diagnosticsOf = ({ quality, model, trials, filled, lifted, notes }: Adjustment) => ({
  ...Object.fromEntries(quality.m.map((value, i) => [`M${i + 1}`, value])),
  Q: quality.q,
  QWithoutM2: quality.qWithoutM2,
  identifiableSeasonality: quality.tests.identifiable,
  stableSeasonality: quality.tests.stable,
  movingSeasonality: quality.tests.moving,
  kruskalWallis: quality.tests.kruskalWallis,
  model,
  calendarTrials: trials,
  filled: filled.map((place) => place + 1),
  trendLifted: lifted.map((place) => place + 1),
  notes,
})

const documentOf = (done: Adjustment) => ({
  spec: done.spec,
  seasonal: done.seasonal,
  adjusted: done.adjusted,
  trend: done.trend,
  irregular: done.irregular,
  weights: done.weights,
  ...(done.holiday ? { holiday: done.holiday } : {}),
  ...(done.tradingDay ? { tradingDay: done.tradingDay } : {}),
  diagnostics: diagnosticsOf(done),
})

const wordsOf = (done: Adjustment): string =>
  [
    `已调整 ${done.adjusted.length} 期：${done.spec.mode}，季节滤波 ${done.spec.seasonalma}，趋势滤波 ${done.spec.trendma} 项，Q ${done.quality.q.toFixed(2)}`,
    ...done.notes.map((note) => NOTES[note]),
  ].join('\n')

/** `yundiao series adjust`: X-11 with calendar effects and forecasts; needs no database. */
export const addSeriesAdjust: AddCommand = (program) => {
  seriesOf(program)
    .command('adjust <file>')
    .description('季节调整（X-11）')
    .action(async (file: string, _options: object, command) => {
      const { spec, ...series } = await readInput(file, readAdjustInput)
      const done = adjustSeries(series, spec)
      if (done.kind === 'refused') throw refused(file, done)
      print(command, documentOf(done), wordsOf(done))
    })
}

import {
  forecastSeries,
  LONGEST_HORIZON,
  type Model,
  placeOf,
  readForecastInput,
  type SeriesForecast,
  type TimeSeries,
} from '@yundiao/analysis'
import { InvalidArgumentError, Option } from 'commander'
import { type AddCommand, print } from '../run-command.ts'
import { readInput, refused, seriesOf } from './series.ts'

const horizonOf = (text: string): number => {
  if (!/^\d{1,3}$/.test(text) || Number(text) < 1 || Number(text) > LONGEST_HORIZON)
    throw new InvalidArgumentError(`应为 1 至 ${LONGEST_HORIZON} 的整数`)
  return Number(text)
}

const levelsOf = (text: string): number[] => {
  const parts = text.split(',').map((part) => part.trim())
  // 0.8 is 80 per cent written as a ratio: as per cent it would be an interval of nothing.
  if (!parts.every((part) => /^\d{1,2}(\.\d+)?$/.test(part) && Number(part) >= 1))
    throw new InvalidArgumentError('应为 1 到 100 之间的百分数，不含 100，例如 80,95')
  return parts.map(Number)
}

const documentOf = ({ model, parameters, mean, lower, upper, naive, accuracy }: SeriesForecast) => ({
  model,
  parameters,
  mean,
  lower,
  upper,
  naive,
  accuracy,
})

/** Six digits: what follows is noise to a person; `--json` has them all. */
const shown = (value: number | undefined): string => `${Number((value ?? Number.NaN).toPrecision(6))}`

const PART: Readonly<Record<number, string>> = { 12: '月', 4: '季度' }

const placeWords = (series: TimeSeries, i: number): string => {
  const [year, part] = placeOf(series, i)
  return series.frequency === 1 ? `${year}年` : `${year}年${part}${PART[series.frequency] ?? '期'}`
}

const wordsOf = (series: TimeSeries, { model, members, mean, lower, upper }: SeriesForecast): string => {
  const level = Object.keys(lower)[0] ?? ''
  const name = model === 'combined' ? `${members.join('、')} 的平均` : model
  const lines = mean.map(
    (value, i) =>
      `${placeWords(series, series.values.length + i)} ${shown(value)}（${level}% 在 ${shown(lower[level]?.[i])} 至 ${shown(upper[level]?.[i])}）`,
  )
  return [`方法 ${name}（测算）`, ...lines].join('\n')
}

type Options = { horizon: number; levels: number[]; model: Model | 'auto'; cumulative?: boolean }

/** `yundiao series forecast`: the method that did best from earlier origins, or the one asked for; needs no database. */
export const addSeriesForecast: AddCommand = (program) => {
  seriesOf(program)
    .command('forecast <file>')
    .description('预测')
    .requiredOption('--horizon <periods>', '向后几期', horizonOf)
    .option('--levels <percents>', '区间的概率', levelsOf, [80, 95])
    .addOption(
      new Option('--model <name>', '方法')
        .choices(['auto', 'combined', 'snaive', 'ets', 'hw', 'arima', 'theta'])
        .default('auto'),
    )
    .option('--cumulative', '数列是当年累计增速：越近年底越难变动，本年各期区间收窄')
    .action(async (file: string, { cumulative = false, ...options }: Options, command) => {
      const ask = { ...options, isCumulative: cumulative }
      const series = await readInput(file, readForecastInput)
      const done = forecastSeries(series, ask)
      if (done.kind === 'refused') throw refused(file, done)
      print(command, documentOf(done), wordsOf(series, done))
    })
}

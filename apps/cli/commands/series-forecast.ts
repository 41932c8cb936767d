import { forecastSeries, type Model, readForecastInput, type SeriesForecast } from '@yundiao/analysis'
import { InvalidArgumentError, Option } from 'commander'
import { type AddCommand, print } from '../run-command.ts'
import { readInput, refused, seriesOf } from './series.ts'

const horizonOf = (text: string): number => {
  if (!/^\d{1,3}$/.test(text) || Number(text) < 1) throw new InvalidArgumentError('应为大于 0 的整数')
  return Number(text)
}

const levelsOf = (text: string): number[] => {
  const levels = text.split(',').map(Number)
  if (!levels.every((level) => level > 0 && level < 100))
    throw new InvalidArgumentError('应为 0 到 100 之间的数，例如 80,95')
  return levels
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

const wordsOf = ({ model, mean }: SeriesForecast): string =>
  [`方法 ${model}（测算）`, ...mean.map((value, i) => `第 ${i + 1} 期 ${value}`)].join('\n')

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
      const done = forecastSeries(await readInput(file, readForecastInput), ask)
      if (done.kind === 'refused') throw refused(file, done)
      print(command, documentOf(done), wordsOf(done))
    })
}

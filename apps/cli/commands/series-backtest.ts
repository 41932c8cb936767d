import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import {
  type NamedSeries,
  type RecordedCase,
  readForecastInput,
  recordBackTest,
  summariseCases,
} from '@yundiao/analysis'
import { isProblem, Problem } from '@yundiao/kernel'
import { readText } from '../read-input.ts'
import { type AddCommand, print, say } from '../run-command.ts'
import { seriesOf } from './series.ts'

const wrong = (file: string, where: string, message: string): Problem =>
  new Problem('input.invalid', `${file}：${where} ${message}`, { file, where })

const parsed = (file: string, text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw wrong(file, '全文', '不是 JSON')
  }
}

type Item = { [key: string]: unknown }

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null

/** A list of series, each as the other commands take it, with its id and name. */
const readList = (file: string, text: string): NamedSeries[] => {
  const list = parsed(file, text)
  if (!Array.isArray(list) || list.length === 0) throw wrong(file, '全文', '应为数列的列表')
  return list.map((item: unknown, i) => {
    const { id, name, frequency, start, values }: Item = isItem(item) ? item : {}
    if (typeof id !== 'string' || typeof name !== 'string') throw wrong(file, `第${i + 1}个数列`, '应写明 id 和 name')
    const read = readForecastInput(JSON.stringify({ frequency, start, values }))
    if (read.kind !== 'read') throw wrong(file, `${id} ${read.where}`, read.message)
    return { id, name, ...read.value }
  })
}

const COLUMNS = [
  'id',
  'set',
  'origin',
  'step',
  'outcome',
  'mean',
  'low80',
  'high80',
  'naive',
  'probability',
  'exceeded',
  'repeats',
  'score',
  'prior',
  'model',
] as const satisfies readonly (keyof RecordedCase)[]

/** JSON Lines: what it is of, then one case a line, so that two makings can be compared by eye. */
const fileText = (about: object, cases: readonly RecordedCase[]): string =>
  [{ ...about, columns: COLUMNS }, ...cases.map((one) => COLUMNS.map((name) => one[name]))]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('')

const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date())

const write = (out: string, text: string): void => {
  try {
    writeFileSync(out, text)
  } catch (error) {
    if (isProblem(error)) throw error
    throw new Problem('files.unavailable', `${out} 写不进去，请换一个位置`, { file: out })
  }
}

/** `yundiao series backtest`: forecasts as of past days against what came; needs no database. */
export const addSeriesBacktest: AddCommand = (program) => {
  seriesOf(program)
    .command('backtest <file>')
    .description('预测回测（数列的列表；全国数列约两分钟）')
    .option('--out <file>', '逐个预测写入文件')
    .action(async (file: string, { out }: { out?: string }, command) => {
      const text = await readText(file)
      const list = readList(file, text)
      const cases = list.flatMap((series, i) => {
        say(`${i + 1}/${list.length} ${series.name}`)
        return recordBackTest(series)
      })
      const series = list.map(({ id, name, frequency, start, values }) => ({
        id,
        name,
        frequency,
        start,
        places: values.length,
      }))
      const inputs = createHash('sha256').update(text).digest('hex')
      const result = summariseCases(cases)
      if (out !== undefined) write(out, fileText({ madeOn: today(), inputs, series }, cases))
      const { forecasts, coverage80, brier, naiveBrier } = result
      const words = `${forecasts} 个预测，80% 区间命中 ${(coverage80 * 100).toFixed(1)}%，Brier ${brier.toFixed(3)}（照上年 ${naiveBrier.toFixed(3)}）`
      print(command, { inputs, ...result }, words)
    })
}

import { readStlInput, stlSeries } from '@yundiao/analysis'
import { type AddCommand, print } from '../run-command.ts'
import { readInput, refused, seriesOf } from './series.ts'

/** `yundiao series stl`: seasonal-trend decomposition by loess; needs no database. */
export const addSeriesStl: AddCommand = (program) => {
  seriesOf(program)
    .command('stl <file>')
    .description('季节趋势分解（STL）')
    .action(async (file: string, _options: object, command) => {
      const { spec, ...series } = await readInput(file, readStlInput)
      const done = stlSeries(series, spec)
      if (done.kind === 'refused') throw refused(file, done)
      const [seasonal, trend, remainder, weights] = [done.seasonal, done.trend, done.remainder, done.weights].map(
        (one) => Array.from(one),
      )
      print(command, { seasonal, trend, remainder, weights }, `已分解 ${series.values.length} 期`)
    })
}

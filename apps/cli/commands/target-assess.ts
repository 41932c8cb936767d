import { assessTarget, readTargetInput, type TargetAssessment, type TargetCase } from '@yundiao/analysis'
import { type AddCommand, print } from '../run-command.ts'
import { readInput, refused } from './series.ts'
import { targetOf } from './target.ts'

/** `method.frequency` says how a file that does not was read. */
const documentOf = (
  { gap, required, probability, interval, method }: TargetAssessment,
  { frequency }: Pick<TargetCase, 'frequency'>,
) => ({
  gap,
  required,
  probability,
  interval,
  method: { ...method, frequency },
})

/** Nobody is told 0 or 100 %: a forecast cannot know. */
const chanceOf = (probability: number): string => {
  const percent = Math.round(probability * 100)
  return percent < 1 ? '不到 1%' : percent > 99 ? '99% 以上' : `${percent}%`
}

/** `yundiao target assess`: gap, growth required and likelihood of a yearly target; needs no database. */
export const addTargetAssess: AddCommand = (program) => {
  targetOf(program)
    .command('assess <file>')
    .description('目标完成可能性')
    .action(async (file: string, _options: object, command) => {
      const asked = await readInput(file, readTargetInput)
      const done = assessTarget(asked)
      if (done.kind === 'refused') throw refused(file, done)
      const periods = asked.frequency === 12 ? '月' : '季'
      print(command, documentOf(done, asked), `完成可能性 ${chanceOf(done.probability)}（按${periods}度数测算）`)
    })
}

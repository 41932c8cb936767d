import { assessTarget, readTargetInput, type TargetAssessment } from '@yundiao/analysis'
import { type AddCommand, print } from '../run-command.ts'
import { readInput, refused } from './series.ts'
import { targetOf } from './target.ts'

const documentOf = ({ gap, required, probability, interval, method }: TargetAssessment) => ({
  gap,
  required,
  probability,
  interval,
  method,
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
      const done = assessTarget(await readInput(file, readTargetInput))
      if (done.kind === 'refused') throw refused(file, done)
      print(command, documentOf(done), `完成可能性 ${chanceOf(done.probability)}（测算）`)
    })
}

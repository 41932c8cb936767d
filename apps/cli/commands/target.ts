import { requiredGrowth } from '@yundiao/figures'
import { Problem } from '@yundiao/kernel'
import { type Command, InvalidArgumentError } from 'commander'
import { type AddCommand, print } from '../run-command.ts'

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i

const ratioOf = (text: string): number => {
  if (!NUMBER.test(text)) throw new InvalidArgumentError('应为小数形式的比率，例如 0.066')
  return Number(text)
}

/** A ratio for people; `--json` has the number itself. */
const percentOf = (ratio: number): string => `${Number((ratio * 100).toPrecision(6))}%`

type Options = { target: number; share: number; growth: number }

/** The group of commands on targets, made by whichever is added first. */
export const targetOf = (program: Command): Command =>
  program.commands.find((command) => command.name() === 'target') ?? program.command('target').description('目标测算')

/** `yundiao target required`: the growth the rest of the year needs. All ratios; needs no database. */
export const addTarget: AddCommand = (program) => {
  targetOf(program)
    .command('required')
    .description('后段需增长')
    .requiredOption('--target <ratio>', '全年增长目标', ratioOf)
    .requiredOption('--share <ratio>', '已过时段占上年全年的比重', ratioOf)
    .requiredOption('--growth <ratio>', '已过时段的增速', ratioOf)
    .action((options: Options, command) => {
      const answer = requiredGrowth(options)
      if (answer.kind === 'refused') throw new Problem('figure.refused', answer.message, { reason: answer.reason })
      print(command, { required: answer.value }, `后段需增长 ${percentOf(answer.value)}（测算）`)
    })
}

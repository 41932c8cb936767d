import { type Robustness, readRobustnessInput, robustnessOf, type Sensitivity } from '@yundiao/scorecards'
import { InvalidArgumentError } from 'commander'
import { type AddCommand, print } from '../run-command.ts'
import { refusedScorecard, scorecardOf } from './scorecard.ts'
import { readInput } from './series.ts'

const whole =
  (least: number) =>
  (text: string): number => {
    const value = Number(text)
    // Beyond this two seeds would be one number.
    if (!/^\d+$/.test(text) || value < least || value > Number.MAX_SAFE_INTEGER)
      throw new InvalidArgumentError(`应为 ${least} 至 ${Number.MAX_SAFE_INTEGER} 的整数`)
    return value
  }

const documentOf = ({ nominal, kind: _, ...done }: Robustness) => ({
  units: done.units,
  nominal: {
    scores: nominal.scores,
    ranks: nominal.ranks,
    ...(nominal.grades ? { grades: nominal.grades.units.map(({ grade }) => grade) } : {}),
  },
  rank: done.rank,
  ...(done.gradeProbability ? { gradeProbability: done.gradeProbability, nearBorder: done.nearBorder } : {}),
  ...(done.sensitivity ? { sensitivity: done.sensitivity } : {}),
  ...(done.leaveOut ? { leaveOut: done.leaveOut } : {}),
  ...(done.notLeftOut ? { notLeftOut: done.notLeftOut } : {}),
  aheadOfNext: done.aheadOfNext,
  partlyScored: done.partlyScored,
  factors: done.factors,
  draws: done.draws,
  seed: done.seed,
})

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`

/** Errors beyond this leave in doubt which factor matters more. */
const COARSE = 0.05

const sensitivityWords = ({ rows, factors, first, total, firstError, totalError }: Sensitivity): string[] => {
  const shown = (share: number[], error: number[], i: number): string =>
    `${share[i]?.toFixed(3)} ± ${error[i]?.toFixed(3)}`
  const lines = factors.map(
    (factor, i) => `${factor}：一阶 ${shown(first, firstError, i)}，总效应 ${shown(total, totalError, i)}`,
  )
  const worst = Math.max(...firstError, ...totalError)
  if (worst <= COARSE) return lines
  const enough = Math.ceil((rows * (worst / COARSE) ** 2) / 100) * 100
  return [
    ...lines,
    `敏感性分析行数少（${rows} 行），误差最大 ${worst.toFixed(2)}，要压到 ${COARSE} 约需 --sensitivity ${enough}`,
  ]
}

const wordsOf = ({
  units,
  nominal,
  rank,
  nearBorder = [],
  sensitivity,
  leaveOut = [],
  notLeftOut = [],
}: Robustness): string => {
  const shown = (value: number | null | undefined): string => (value == null ? '—' : String(value))
  const rows = units
    .map((unit, i) => ({ unit, place: nominal.ranks[i] ?? null, i }))
    .sort((a, b) => (a.place ?? Number.POSITIVE_INFINITY) - (b.place ?? Number.POSITIVE_INFINITY))
    .map(({ unit, place, i }) =>
      [shown(place), unit, `${shown(rank.q5[i])}～${shown(rank.q95[i])}`, `中位 ${shown(rank.median[i])}`].join('\t'),
    )
  const near = nearBorder.map(
    ({ unit, grade, probability, other, otherProbability }) =>
      `${unit}：等次 ${grade} 只有 ${percent(probability)} 的把握，${percent(otherProbability)} 为 ${other}`,
  )
  const causes = sensitivity ? sensitivityWords(sensitivity) : []
  const without = leaveOut.map(({ code, meanShift }) => `去掉 ${code}：位次平均变动 ${meanShift.toFixed(2)}`)
  return [...rows, ...near, ...causes, ...without, ...notLeftOut.map(({ message }) => message)].join('\n')
}

type Options = { draws: number; seed: number; sensitivity?: number; leaveOut?: boolean }

/** `yundiao scorecard robustness`: how sure ranks and grades are (排名把握程度); needs no database. */
export const addScorecardRobustness: AddCommand = (program) => {
  scorecardOf(program)
    .command('robustness <file>')
    .description('排名把握程度')
    .requiredOption('--draws <n>', '抽样次数，例如 1000', whole(1))
    .requiredOption('--seed <k>', '随机种子：同一种子，同一结果', whole(0))
    .option('--sensitivity <rows>', '敏感性分析（Sobol）的行数', whole(2))
    .option('--leave-out', '逐个去掉指标再算')
    .action(async (file: string, { draws, seed, sensitivity, leaveOut }: Options, command) => {
      const { scheme, inputs, asked, notes } = await readInput(file, readRobustnessInput)
      const done = robustnessOf(scheme, inputs, {
        ...asked,
        draws,
        seed,
        ...(sensitivity === undefined ? {} : { sensitivity }),
        ...(leaveOut ? { leaveOut } : {}),
      })
      if (done.kind === 'refused') throw refusedScorecard(file, done)
      const told = notes.map(({ message }) => message)
      const document = { ...documentOf(done), ...(notes.length > 0 ? { notes } : {}) }
      print(command, document, [wordsOf(done), ...told].join('\n'))
    })
}

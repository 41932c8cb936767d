import { type Result, readScorecardInput, runScorecard } from '@yundiao/scorecards'
import { type AddCommand, print } from '../run-command.ts'
import { refusedScorecard, scorecardOf } from './scorecard.ts'
import { readInput } from './series.ts'

const documentOf = ({ grades, ...done }: Result) => ({
  units: done.units,
  treated: done.treated,
  normalised: done.normalised,
  scores: done.scores,
  ranks: done.ranks,
  ...(grades ? { grades: grades.units.map(({ grade }) => grade), grading: grades } : {}),
  weights: done.weights,
  effectiveWeights: done.effectiveWeights,
  ...(done.consistency ? { consistency: done.consistency } : {}),
  root: done.root,
  screened: done.screened,
  treatment: done.treatment,
  notes: done.notes,
})

const wordsOf = (done: Result): string => {
  const totals = done.scores[done.root] ?? []
  const lines = done.units
    .map((unit, i) => ({
      unit,
      rank: done.ranks[i] ?? null,
      score: totals[i] ?? null,
      grade: done.grades?.units[i]?.grade,
    }))
    .sort((a, b) => (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY))
    .map(({ unit, rank, score, grade }) =>
      [
        rank ?? '—',
        unit,
        score === null ? '—' : score.toFixed(4),
        ...(grade === undefined ? [] : [grade ?? '不评等次']),
      ].join('\t'),
    )
  return [...lines, ...done.notes.map(({ message }) => message)].join('\n')
}

/** `yundiao scorecard run`: units scored, ranked and graded by a scheme; needs no database. */
export const addScorecardRun: AddCommand = (program) => {
  scorecardOf(program)
    .command('run <file>')
    .description('评价：得分、位次、等次')
    .action(async (file: string, _options: object, command) => {
      const { scheme, inputs, notes } = await readInput(file, readScorecardInput)
      const ran = runScorecard(scheme, inputs)
      if (ran.kind === 'refused') throw refusedScorecard(file, ran)
      const done = { ...ran, notes: [...notes, ...ran.notes] }
      print(command, documentOf(done), wordsOf(done))
    })
}

import {
  type Evaluation,
  type EvaluationInputs,
  type EvaluationRow,
  type EvaluationVersion,
  type Result,
  readInputs,
  runScorecard,
  schemeFor,
} from '@yundiao/scorecards'

const WAN = 1e4
const MU = 2000 / 3

/** A row of 亩均评价基础表 from numbers in the units methods reckon in: 万元, 亩, 万千瓦时. */
export const rowOf = (name: string, change: Readonly<Record<string, string | number | boolean | null>> = {}) => {
  const { landMu = 10, ...rest } = change
  const money = ['taxPaid', 'revenue', 'valueAdded', 'research', 'renovation']
  const values: Record<string, string | number | boolean | null> = {
    name,
    year: 2021,
    inPark: true,
    aboveScale: true,
    tenure: '自有',
    landOwn: landMu === null ? null : Number(landMu) * MU,
  }
  for (const [field, value] of Object.entries(rest))
    values[field] = money.includes(field) && typeof value === 'number' ? value * WAN : value
  return { id: name, version: 1, region: '510703', values } satisfies EvaluationRow
}

/** The version for a year, which the test knows to be there. */
export const versionOf = (evaluation: Evaluation, year: number): EvaluationVersion => {
  const version = schemeFor(evaluation, year)
  if (!version) throw new Error(`${evaluation.id} has no version for ${year}`)
  return version
}

/** Inputs read by a version; refusals fail the test with their words. */
export const inputsOf = (
  evaluation: Evaluation,
  version: EvaluationVersion,
  given: { rows: readonly EvaluationRow[]; track?: string },
): EvaluationInputs => {
  const read = readInputs(evaluation, version, given)
  if (read.kind === 'refused') throw new Error(read.message)
  return read
}

/** A year's rows run through the definition, from the ledger to the result. */
export const resultOf = (evaluation: Evaluation, year: number, rows: readonly EvaluationRow[]): Result => {
  const version = versionOf(evaluation, year)
  const done = runScorecard(version.scheme, inputsOf(evaluation, version, { rows }).inputs)
  if (done.kind === 'refused') throw new Error(done.message)
  return done
}

/** The total score of each unit. */
export const totalsOf = (done: Result): readonly (number | null)[] => done.scores[done.root] ?? []

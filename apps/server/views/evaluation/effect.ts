import { compareResults, type Refusal, type Result, type ResultChange, runScorecard } from '@yundiao/scorecards'
import type { Caller, Store } from '@yundiao/store'
import type { UnitShiftView, WhatIfView } from './effect-schema.ts'
import { type Run, readRun, scoredRun } from './kept.ts'
import { limitWords } from './scheme-words.ts'
import { requireWhole } from './sight.ts'
import { type RootWeights, withWeights } from './weights.ts'

type Named = (unit: string) => string

export const unitNames = ({ inputs }: Pick<Run, 'inputs'>): Named => {
  const names = new Map(inputs.read.units.map(({ unit, name }) => [unit, name]))
  return (unit) => names.get(unit) ?? unit
}

/** A refusal of the engine, as pages take it. */
export const refusalView = ({ message, places }: Refusal): { kind: 'refused'; message: string; places: string[] } => ({
  kind: 'refused',
  message,
  places: [...places],
})

export const shiftView = (change: ResultChange['units'][number], nameOf: Named): UnitShiftView => ({
  ...change,
  name: nameOf(change.unit),
})

const moved = ({ units, winners, losers }: ResultChange): ResultChange['units'] => {
  const byUnit = new Map(units.map((one) => [one.unit, one]))
  return [...losers, ...winners].flatMap((unit) => byUnit.get(unit) ?? [])
}

const extent = ({ grades, places }: ResultChange['units'][number]): number =>
  Math.abs(grades ?? 0) * 1e6 + Math.abs(places ?? 0)

/** What a change does, with names: those moved most come first. */
const effectView = (change: ResultChange, after: Result, run: Run): Extract<WhatIfView, { kind: 'compared' }> => {
  const nameOf = unitNames(run)
  const units = [...moved(change)].sort((a, b) => extent(b) - extent(a))
  const limits = run.version.scheme.grades?.grades ?? []
  return {
    kind: 'compared',
    units: units.map((one) => shiftView(one, nameOf)),
    winners: change.winners.length,
    losers: change.losers.length,
    unchanged: change.units.length - units.length,
    gradeFlow: change.gradeFlow.map(({ from, to, count, units: some }) => ({
      from,
      to,
      count,
      names: some.map(nameOf),
    })),
    counts: (after.grades?.counts ?? []).map((one, i) => {
      const limit = limits[i]
      return { ...one, words: limit ? limitWords(limit, run.version.scheme.grades) : '' }
    }),
    agreement: change.agreement,
  }
}

/** Other weights on the inputs of a run: who gains, who loses. Nothing is kept. Throws Problem right.missing. */
export const readWhatIf = async (
  store: Store,
  caller: Caller,
  id: string,
  weights: RootWeights,
): Promise<WhatIfView> => {
  const run = scoredRun(await readRun(store, caller, id))
  requireWhole(caller, run, '调整权重')
  const done = runScorecard(withWeights(run.version.scheme, run.result, weights), run.inputs.read.inputs)
  return done.kind === 'refused' ? refusalView(done) : effectView(compareResults(run.result, done), done, run)
}

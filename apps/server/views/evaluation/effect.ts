import { Problem } from '@yundiao/kernel'
import { compareResults, type Refusal, type Result, type ResultChange, runScorecard } from '@yundiao/scorecards'
import type { Caller, Store } from '@yundiao/store'
import type { SideBySideView, UnitShiftView, WhatIfView } from './effect-schema.ts'
import { gatherInputs } from './gather.ts'
import { type Run, readRun, scoredRun, unitKeys } from './kept.ts'
import { EVALUATIONS, versionRef } from './known.ts'
import { limitWords } from './scheme-words.ts'
import { requireWhole } from './sight.ts'
import { type RootWeights, withWeights } from './weights.ts'

type Named = (unit: string) => string

export const unitNames = ({ inputs }: Pick<Run, 'inputs'>): Named => {
  const names = new Map(inputs.read.units.map(({ unit, name }) => [unit, name]))
  return (unit) => names.get(unit) ?? unit
}

const refusalView = ({ message, places }: Refusal): { kind: 'refused'; message: string; places: string[] } => ({
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

/** One scheme beside others: its name, and where each unit stands by it. */
type Beside = { id: string; title: string; places: ReadonlyMap<string, { rank: number | null; grade: string | null }> }

type Whole = Pick<Run, 'inputs' | 'evaluation'> & { result: Result }

const besideOf = (id: string, title: string, whole: Whole): Beside => {
  const keys = unitKeys(whole)
  const { result } = whole
  return {
    id,
    title,
    places: new Map(
      result.units.map((unit, i) => [
        keys.get(unit) ?? unit,
        { rank: result.ranks[i] ?? null, grade: result.grades?.units[i]?.grade ?? null },
      ]),
    ),
  }
}

const shippedVersion = (ref: string) =>
  EVALUATIONS.flatMap((evaluation) => evaluation.versions.map((version) => ({ evaluation, version }))).find(
    ({ evaluation, version }) => versionRef(evaluation, version) === ref,
  )

type Doors = { store: Store; caller: Caller }

type Found = Beside | { kind: 'refused'; message: string; places: string[] }

const findBeside = async ({ store, caller }: Doors, ref: string, base: Run): Promise<Found> => {
  const shipped = shippedVersion(ref)
  if (!shipped) {
    const run = scoredRun(await readRun(store, caller, ref))
    requireWhole(caller, run, '方案对照')
    return besideOf(ref, run.record.title, run)
  }
  const { evaluation, version } = shipped
  if (evaluation.ledger !== base.evaluation.ledger)
    throw new Problem('input.invalid', `${version.title}用的是另一个台账，不能与本次评价对照`, { schemes: ref })
  const track = version.tracks?.some(({ name }) => name === base.track) ? base.track : null
  const inputs = gatherInputs(evaluation, version, { rows: base.inputs.rows, track })
  const result = runScorecard(version.scheme, inputs.read.inputs)
  if (result.kind === 'refused') return { ...refusalView(result), message: `${version.title}：${result.message}` }
  return besideOf(ref, version.title, { result, inputs, evaluation })
}

const MOST_SCHEMES = 6

/**
 * Versions and runs side by side on the rows of one run: who depends on the choice, most first. Each version leaves out whom
 * it leaves out, so that units go by name and place. Throws Problem right.missing, not-found.
 */
export const readSideBySide = async (doors: Doors, id: string, refs: readonly string[]): Promise<SideBySideView> => {
  const base = scoredRun(await readRun(doors.store, doors.caller, id))
  requireWhole(doors.caller, base, '方案对照')
  const schemes: Beside[] = [besideOf(id, base.record.title, base)]
  for (const ref of refs.slice(0, MOST_SCHEMES)) {
    if (ref === id) continue
    const found = await findBeside(doors, ref, base)
    if ('kind' in found) return found
    schemes.push(found)
  }
  const keys = unitKeys(base)
  const rows = base.inputs.read.units.map(({ unit, name }) => {
    const places = schemes.map((one) => one.places.get(keys.get(unit) ?? unit))
    const ranks = places.map((place) => place?.rank ?? null)
    const seen = ranks.filter((rank) => rank !== null)
    const spread = seen.length === 0 ? null : Math.max(...seen) - Math.min(...seen)
    return { unit, name, ranks, grades: places.map((place) => place?.grade ?? null), spread }
  })
  return {
    kind: 'compared',
    schemes: schemes.map(({ id: ref, title }) => ({ id: ref, title })),
    rows: rows.sort((a, b) => (b.spread ?? -1) - (a.spread ?? -1)),
  }
}

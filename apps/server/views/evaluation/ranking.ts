import type { Caller } from '@yundiao/store'
import type { Names } from '../names.ts'
import type { Run } from './kept.ts'
import type { RankingView } from './run-schema.ts'
import { type Sight, sightOf } from './sight.ts'

type Scored = Run & { result: NonNullable<Run['result']> }

/** What the rows of one run are read from, looked up once. */
type Tables = {
  run: Scored
  sight: Sight
  names: Names
  at: ReadonlyMap<string, number>
  drawnAt: ReadonlyMap<string, number>
  near: ReadonlyMap<string, NonNullable<RankingView['near']>>
  /** Whether places are told to this reader. */
  showsPlaces: boolean
}

const tablesOf = (run: Scored, caller: Caller, names: Names): Tables => {
  const sight = sightOf(caller, run)
  const robustness = run.assurance?.robustness
  return {
    run,
    sight,
    names,
    at: new Map(run.result.units.map((unit, i) => [unit, i])),
    drawnAt: new Map(robustness?.units.map((unit, i) => [unit, i]) ?? []),
    near: new Map(
      robustness?.nearBorder?.map(({ unit, other, probability, otherProbability }) => [
        unit,
        { other, probability, otherProbability },
      ]) ?? [],
    ),
    showsPlaces: run.version.announced !== 'grades-only' || sight.isWhole,
  }
}

const groupOf = ({ run }: Tables, kind: string, row: number): string | null =>
  run.inputs.read.inputs.groups?.[kind]?.[row] ?? null

const sureness = ({ run, drawnAt, near, showsPlaces }: Tables, unit: string) => {
  const drawn = drawnAt.get(unit)
  const robustness = run.assurance?.robustness
  if (drawn === undefined || !robustness) return { rankLow: null, rankHigh: null, probability: null, near: null }
  return {
    rankLow: showsPlaces ? (robustness.rank.q5[drawn] ?? null) : null,
    rankHigh: showsPlaces ? (robustness.rank.q95[drawn] ?? null) : null,
    probability: robustness.gradeProbability
      ? Object.fromEntries(
          Object.entries(robustness.gradeProbability).map(([grade, column]) => [grade, column[drawn] ?? 0]),
        )
      : null,
    near: near.get(unit) ?? null,
  }
}

const NOBODY = { unit: '', name: '', region: '', row: null, identity: '' }

const CREDIT_CODE = /^[0-9A-Z]{18}$/u

const rowOf = (tables: Tables, index: number): RankingView => {
  const { run, sight, names, at, showsPlaces } = tables
  const { unit, name, region, row, identity } = run.inputs.read.units[index] ?? NOBODY
  const place = at.get(unit) ?? -1
  const graded = run.result.grades?.units[place]
  const sees = sight.seesUnit(unit)
  const park = groupOf(tables, '园区', index)
  return {
    unit,
    name,
    // A unit told in several rows has no one row to open.
    entry: sees && !run.evaluation.layout ? (row?.id ?? null) : null,
    ledger: sees ? run.evaluation.ledger : null,
    region: names.place(region),
    park: park === null ? null : (names.place(park)?.name ?? park),
    industry: groupOf(tables, '行业', index),
    code: sees && CREDIT_CODE.test(identity) ? identity : null,
    own: sight.isOwn(unit),
    score: sees ? (run.result.scores[run.result.root]?.[place] ?? null) : null,
    rank: showsPlaces ? (run.result.ranks[place] ?? null) : null,
    grade: graded?.grade ?? null,
    gradeBy: graded?.by ?? null,
    gradeOwn: graded?.own ?? null,
    reason: graded?.reason ?? null,
    gradeBefore: null,
    ...sureness(tables, unit),
  }
}

const byRank = (a: RankingView, b: RankingView): number =>
  (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY) || 0

/** Units of a run as its reader may see them: by place, or, where places are not told, in the order of the inputs. */
export const rankingOf = (run: Scored, caller: Caller, names: Names): RankingView[] => {
  const tables = tablesOf(run, caller, names)
  const rows = run.inputs.read.units.map((_, i) => rowOf(tables, i))
  return tables.showsPlaces ? rows.sort(byRank) : rows
}

/** One of them; null for a unit that took no part. */
export const rankingRow = (
  run: Scored,
  caller: Caller,
  { names, unit }: { names: Names; unit: string },
): RankingView | null => {
  const index = run.inputs.read.units.findIndex((one) => one.unit === unit)
  return index === -1 ? null : rowOf(tablesOf(run, caller, names), index)
}

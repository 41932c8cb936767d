import { Problem, showNumber } from '@yundiao/kernel'
import { type Result, runScorecard } from '@yundiao/scorecards'
import type { Caller, Store } from '@yundiao/store'
import { refusalView } from './effect.ts'
import type { SideBySideView } from './effect-schema.ts'
import { gatherInputs } from './gather.ts'
import { nameOfItem } from './items.ts'
import { type Run, readRun, scoredRun, unitKeys } from './kept.ts'
import { EVALUATIONS, versionRef } from './known.ts'
import { requireWhole } from './sight.ts'

type Place = { rank: number | null; grade: string | null }

/** One scheme beside others: what tells it from them, and where each unit stands by it. */
type Beside = {
  id: string
  title: string
  words: string
  differs: string[]
  units: number
  places: ReadonlyMap<string, Place>
}

type Whole = Pick<Run, 'inputs' | 'evaluation'> & { result: Result }

const placesOf = (whole: Whole): Beside['places'] => {
  const keys = unitKeys(whole)
  const { result } = whole
  return new Map(
    result.units.map((unit, i) => [
      keys.get(unit) ?? unit,
      { rank: result.ranks[i] ?? null, grade: result.grades?.units[i]?.grade ?? null },
    ]),
  )
}

const percent = (share: number): string => `${showNumber(share * 100, 1).replace(/\.0$/u, '')}%`

/** Weights of a run that are not those of the base, for runs of one scheme. */
const weightsApart = (base: Run & { result: Result }, other: Run & { result: Result }): string[] => {
  const [from, to] = [base.result.effectiveWeights, other.result.effectiveWeights]
  return Object.keys(base.result.normalised)
    .filter((code) => Math.abs((from[code] ?? 0) - (to[code] ?? 0)) > 5e-5)
    .map((code) => `${nameOfItem(other, code)} ${percent(from[code] ?? 0)}→${percent(to[code] ?? 0)}`)
}

/** Values of a run that are not those of the base, for runs of one year. */
const valuesApart = (base: Run, other: Run): number => {
  const keyOf = (run: Run) => {
    const keys = unitKeys(run)
    return new Map(
      run.inputs.read.cells.map((cell) => [`${keys.get(cell.unit)} ${cell.role} ${cell.code}`, cell.value]),
    )
  }
  const [from, to] = [keyOf(base), keyOf(other)]
  return [...to].filter(([key, value]) => from.has(key) && from.get(key) !== value).length
}

const differences = (base: Run & { result: Result }, other: Run & { result: Result }): string[] => {
  if (base.record.id === other.record.id) return []
  if (base.record.period !== other.record.period) return [`${other.record.period}年度数据`]
  if (base.record.schemeVersion !== other.record.schemeVersion) return [other.version.title]
  const [weights, values] = [weightsApart(base, other), valuesApart(base, other)]
  const apart = [
    ...(weights.length === 0 ? [] : [`权重：${weights.join('、')}`]),
    ...(values === 0 ? [] : [`${values} 个数据不同`]),
    ...(base.record.track === other.record.track ? [] : [`评价对象：${other.record.track ?? '一般对象'}`]),
  ]
  return apart.length === 0 ? ['办法、权重和数据都相同'] : apart
}

const ofRun = (base: Run & { result: Result }, run: Run & { result: Result }): Beside => {
  const { record } = run
  return {
    id: record.id,
    title: record.title,
    words: [record.state, record.madeOn, record.madeBy].filter(Boolean).join(' '),
    differs: differences(base, run),
    units: run.result.ranks.filter((rank) => rank !== null).length,
    places: placesOf(run),
  }
}

const shippedVersion = (ref: string) =>
  EVALUATIONS.flatMap((evaluation) => evaluation.versions.map((version) => ({ evaluation, version }))).find(
    ({ evaluation, version }) => versionRef(evaluation, version) === ref,
  )

type Doors = { store: Store; caller: Caller }

type Found = Beside | { kind: 'refused'; message: string; places: string[] }

const findBeside = async ({ store, caller }: Doors, ref: string, base: Run & { result: Result }): Promise<Found> => {
  const shipped = shippedVersion(ref)
  if (!shipped) {
    const run = scoredRun(await readRun(store, caller, ref))
    requireWhole(caller, run, '方案对照')
    return ofRun(base, run)
  }
  const { evaluation, version } = shipped
  if (evaluation.ledger !== base.evaluation.ledger)
    throw new Problem('input.invalid', `${version.title}用的是另一个台账，不能与本次评价对照`, { schemes: ref })
  const track = version.tracks?.some(({ name }) => name === base.track) ? base.track : null
  const inputs = gatherInputs(evaluation, version, { rows: base.inputs.rows, track })
  const result = runScorecard(version.scheme, inputs.read.inputs)
  if (result.kind === 'refused') return { ...refusalView(result), message: `${version.title}：${result.message}` }
  return {
    id: ref,
    title: version.title,
    words: '办法原文',
    differs: [evaluation.id === base.evaluation.id ? '同一办法的权重原文' : '另一办法'],
    units: result.ranks.filter((rank) => rank !== null).length,
    places: placesOf({ result, inputs, evaluation }),
  }
}

/** Places among the units every scheme ranks: a scheme that ranks more of them would shift all. */
const commonPlaces = (schemes: readonly Beside[], units: readonly string[]): ReadonlyMap<string, number>[] => {
  const common = units.filter((unit) => schemes.every(({ places }) => (places.get(unit)?.rank ?? null) !== null))
  return schemes.map(({ places }) => {
    const ranks = common.map((unit) => places.get(unit)?.rank ?? 0).sort((a, b) => a - b)
    const first = new Map<number, number>()
    ranks.forEach((rank, i) => {
      if (!first.has(rank)) first.set(rank, i + 1)
    })
    return new Map(common.map((unit) => [unit, first.get(places.get(unit)?.rank ?? 0) ?? 0]))
  })
}

const MOST_SCHEMES = 6

/**
 * Versions and runs side by side on the rows of one run: who depends on the choice, most first. Each version leaves out whom
 * it leaves out, so that units go by name and place. Throws Problem right.missing, not-found.
 */
export const readSideBySide = async (doors: Doors, id: string, refs: readonly string[]): Promise<SideBySideView> => {
  const base = scoredRun(await readRun(doors.store, doors.caller, id))
  requireWhole(doors.caller, base, '方案对照')
  const schemes: Beside[] = [ofRun(base, base)]
  for (const ref of refs.slice(0, MOST_SCHEMES)) {
    if (ref === id) continue
    const found = await findBeside(doors, ref, base)
    if ('kind' in found) return found
    schemes.push(found)
  }
  const keys = unitKeys(base)
  const keyOf = (unit: string) => keys.get(unit) ?? unit
  const common = commonPlaces(
    schemes,
    base.inputs.read.units.map(({ unit }) => keyOf(unit)),
  )
  const rows = base.inputs.read.units.map(({ unit, name }) => {
    const places = schemes.map((one) => one.places.get(keyOf(unit)))
    const among = common.flatMap((one) => one.get(keyOf(unit)) ?? [])
    return {
      unit,
      name,
      ranks: places.map((place) => place?.rank ?? null),
      grades: places.map((place) => place?.grade ?? null),
      spread: among.length === 0 ? null : Math.max(...among) - Math.min(...among),
    }
  })
  return {
    kind: 'compared',
    common: common[0]?.size ?? 0,
    schemes: schemes.map(({ places: _, ...shown }) => shown),
    rows: rows.sort((a, b) => (b.spread ?? -1) - (a.spread ?? -1)),
  }
}

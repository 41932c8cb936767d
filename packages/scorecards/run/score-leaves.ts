import { fillScores } from '../missing/fill.ts'
import { imputeMean } from '../missing/impute.ts'
import { minMax } from '../normalise/min-max.ts'
import { normaliseColumn } from '../normalise/normalise-column.ts'
import { type Column, extremesOf, mapPresent, present } from '../numeric/column.ts'
import type { Normalisation } from '../scheme/normalisation.ts'
import type { Indicator, Scheme } from '../scheme/scheme.ts'
import type { Treated } from '../scheme/treatment.ts'
import { treatColumn } from '../treat/treat-column.ts'
import type { Prepared } from './prepare.ts'
import { refuse, some } from './refuse.ts'
import type { Note, Refusal } from './result.ts'

/** One indicator through imputation, treatment and normalisation. */
export type LeafScores = {
  kind: 'leaf'
  values: Column
  treated: Treated
  normalised: Column
  /** Min–max of the treated values, more is better: what weights on data rest on. */
  spread: () => Column
  notes: readonly Note[]
}

const LACKING = {
  goalposts: '两端值（goalposts）',
  target: '目标值（target）',
  benchmark: '基准值（benchmark）',
} as const

const imputed = (column: Column, scheme: Scheme, indicator: Indicator, groups: Prepared['groups']): Column =>
  (indicator.missing ?? scheme.missing) === 'mean'
    ? imputeMean(column, scheme.missingBy === undefined ? undefined : groups[scheme.missingBy])
    : column

/** Methods that turn round where the best is not above 0, or the target below all: COINr's numbers, and nonsense. */
const turnedNotes = (
  { code: where, direction, target = 0 }: Indicator,
  spec: Normalisation,
  values: number[],
): Note[] => {
  const { least, most } = extremesOf(values.map((value) => value * direction))
  if (spec.method === 'share-of-best' && most < 0) {
    const message = `${where}：最好的数不大于 0，占最好数的比例会把好坏颠倒，请改用 minmax 等`
    return [{ where, what: 'best-not-above-zero', message }]
  }
  if (spec.method !== 'distance-to-target' || target * direction > least) return []
  return [{ where, what: 'target-below-all', message: `${where}：目标值不优于最差的数，得分会颠倒，请核对 target` }]
}

const notesOf = (indicator: Indicator, scheme: Scheme, treated: Treated, scores: Column): Note[] => {
  const { code: where } = indicator
  const spec = indicator.normalise ?? scheme.normalise
  const notes: Note[] = []
  if (treated.isSkewed && (indicator.treat ?? scheme.treat ?? { method: 'none' }).method !== 'none')
    notes.push({ where, what: 'still-skewed', message: `${where}：处理后仍有极端值` })
  const values = present(treated.values)
  if (values.length === 0) notes.push({ where, what: 'no-data', message: `${where}：没有一个对象有数` })
  else if (present(scores).length === 0)
    notes.push({ where, what: 'tells-nobody-apart', message: `${where}：各对象的数相同或不能计分，此项不计` })
  else notes.push(...turnedNotes(indicator, spec, values))
  if (spec.method === 'distance-to-frontier' && !indicator.goalposts)
    notes.push({ where, what: 'frontier-from-data', message: `${where}：没有给定前沿值，用了本次的最优和最差` })
  if (spec.method === 'benchmark' && (indicator.cap ?? spec.cap ?? null) === null)
    notes.push({ where, what: 'no-cap', message: `${where}：没有规定得分上限，按不封顶计` })
  return notes
}

/** Ends, targets and fixed benchmarks are given in the values' own unit, which a logarithm or power leaves. */
export const isFixedScale = (indicator: Indicator, spec: Normalisation): boolean => {
  if (spec.method === 'goalposts' || spec.method === 'distance-to-frontier') return indicator.goalposts !== undefined
  return spec.method === 'benchmark' ? typeof indicator.benchmark === 'number' : spec.method === 'distance-to-target'
}

const isHeld = (score: number | null): boolean => score === null || Number.isFinite(score)

/** Scores of one indicator; refused where its method lacks something, or a value is missing and must not be. */
export const scoreLeaf = (scheme: Scheme, indicator: Indicator, prepared: Prepared): LeafScores | Refusal => {
  const { code } = indicator
  const column = prepared.columns[code] ?? []
  const rule = indicator.missing ?? scheme.missing
  const wasMissing = column.map((value) => value === null)
  if (rule === 'fail' && wasMissing.includes(true)) {
    const places = prepared.units.filter((_, i) => wasMissing[i]).map((unit) => `${unit} ${code}`)
    return refuse('missing', `缺数：${some(places)}，请补报，或改缺数的处理办法`, places)
  }
  const values = imputed(column, scheme, indicator, prepared.groups)
  const treated = treatColumn(values, indicator.treat ?? scheme.treat)
  const spec = indicator.normalise ?? scheme.normalise
  if ((treated.did === 'log' || treated.did === 'boxcox') && isFixedScale(indicator, spec))
    return refuse(
      'scheme',
      `${code} 取了对数或幂，不能再与原值的两端值、目标值或基准值比较；两端值可写 "scale": "log"`,
      [code],
    )
  const done = normaliseColumn(treated.values, indicator, spec, { groups: prepared.groups })
  if (done.kind === 'lacks') return refuse('scheme', `${code} 没有${LACKING[done.what]}，请在方案里补上`, [code])
  const beyond = prepared.units.filter((_, i) => !isHeld(done.values[i] ?? null))
  if (beyond.length > 0) return refuse('scores', `${code}：得分大得算不出（${some(beyond)}），请核对数和基准值`, beyond)
  return {
    kind: 'leaf',
    values,
    treated,
    normalised: fillScores(done.values, rule, { spec, wasMissing }),
    spread: () =>
      minMax(
        mapPresent(treated.values, (value) => value * indicator.direction),
        [0, 1],
      ),
    notes: notesOf(indicator, scheme, treated, done.values),
  }
}

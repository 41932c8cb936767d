import { fillScores } from '../missing/fill.ts'
import { imputeMean } from '../missing/impute.ts'
import { minMax } from '../normalise/min-max.ts'
import { normaliseColumn } from '../normalise/normalise-column.ts'
import { type Column, mapPresent, present } from '../numeric/column.ts'
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

const notesOf = (indicator: Indicator, scheme: Scheme, treated: Treated, scores: Column): Note[] => {
  const { code: where } = indicator
  const spec = indicator.normalise ?? scheme.normalise
  const notes: Note[] = []
  if (treated.isSkewed && (indicator.treat ?? scheme.treat ?? { method: 'none' }).method !== 'none')
    notes.push({ where, what: 'still-skewed', message: `${where}：处理后仍有极端值` })
  if (present(treated.values).length > 0 && present(scores).length === 0)
    notes.push({ where, what: 'tells-nobody-apart', message: `${where}：各对象的数相同或不能计分，此项不计` })
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

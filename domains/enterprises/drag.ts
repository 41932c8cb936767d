import { type AttributionNode, attribute, type Cell } from '@yundiao/analysis'
import { canonicalYtd } from '@yundiao/figures'
import type { ViewRow } from '../define.ts'
import type { Dispatch, dispatch } from './dispatch.ts'

export type DispatchRow = ViewRow<typeof dispatch>
/** What is attributed: 产值 in 元, or 用电量 in kWh. */
export type DispatchMeasure = 'output' | 'power'

/** Said of an enterprise whose industry nobody filled in. */
export const UNKNOWN_INDUSTRY = '待明确'

/** An enterprise at the end of a branch; the branch's key is its id. */
export type EnterpriseLeaf = Pick<DispatchRow, 'id' | 'region' | 'state' | 'demo'> & {
  name: string
  cause: string | null
}

export type EnterpriseDrag = {
  /** Region × industry × enterprise: keys are codes, names of industries, ids. now is this period, before last year's. */
  tree: AttributionNode
  leaves: ReadonlyMap<string, EnterpriseLeaf>
  /** Rows that could not be counted: of another period, and without one of the two amounts. */
  otherPeriod: number
  lacking: number
}

const amountsOf = (values: Dispatch, measure: DispatchMeasure): readonly [number | null, number | null] =>
  measure === 'output' ? [values.output, values.outputBefore] : [values.power, values.powerBefore]

const isOf = (row: DispatchRow, period: string): boolean =>
  row.values.period !== null && canonicalYtd(row.values.period) === period

/** Rows still in the dispatch that tell of the period, as cells of region × industry × enterprise. */
export const dispatchCells = (
  rows: readonly DispatchRow[],
  period: string,
  measure: DispatchMeasure,
): { cells: Cell[]; otherPeriod: number; lacking: number } => {
  const kept = rows.filter(({ state }) => state !== '已调出')
  const told = kept.filter((row) => isOf(row, period))
  const cells = told.flatMap(({ id, region, values }): Cell[] => {
    const [now, before] = amountsOf(values, measure)
    if (now === null || before === null) return []
    return [{ keys: [region, values.industry ?? UNKNOWN_INDUSTRY, id], now, before }]
  })
  return { cells, otherPeriod: kept.length - told.length, lacking: told.length - cells.length }
}

/**
 * Which enterprises make the change of output or power against last year, by region and industry. Adds up at every
 * level over the rows counted; it speaks of the enterprises in the dispatch only, not of industry as a whole.
 */
export const enterpriseDrag = (
  rows: readonly DispatchRow[],
  period: string,
  measure: DispatchMeasure = 'output',
): EnterpriseDrag => {
  const { cells, otherPeriod, lacking } = dispatchCells(rows, period, measure)
  const leaf = ({ id, region, state, demo, values }: DispatchRow): [string, EnterpriseLeaf] => [
    id,
    { id, region, state, demo, name: values.name, cause: values.cause },
  ]
  return { tree: attribute(cells, 3), leaves: new Map(rows.map(leaf)), otherPeriod, lacking }
}

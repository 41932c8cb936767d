import { fromCanonical, showNumber } from '@yundiao/kernel'
import type { Said } from './finding.ts'
import { FINDING_FORMULAS } from './finding-formulas.ts'
import type { LedgerCell, LedgerWeights } from './ledger-input.ts'
import type { Reading } from './reading.ts'

const SHOWN = {
  元: { large: '亿元', small: '万元' },
  kWh: { large: '亿千瓦时', small: '万千瓦时' },
} as const
const LARGE = 1e8

/** 3.21亿元, below that 4200万元. */
const amountWords = (amount: number, unit: LedgerWeights['unit']): string => {
  const { large, small } = SHOWN[unit]
  const size = Math.abs(amount)
  return size >= LARGE
    ? `${showNumber(fromCanonical(size, large) ?? 0, 2)}${large}`
    : `${showNumber(fromCanonical(size, small) ?? 0, 0)}${small}`
}

const lessSaid = ({ words, unit, formula, ledger }: LedgerWeights, change: number): Said => ({
  formula: { id: formula, version: FINDING_FORMULAS[formula].version, inputs: [ledger] },
  shown: `${words.less}${amountWords(change, unit)}`,
})

/** The largest fall; of equal ones the first by name. */
const mostOf = (cells: readonly LedgerCell[]): LedgerCell | null =>
  cells
    .filter(({ change }) => change < 0)
    .toSorted((a, b) => a.change - b.change || (`${a.group} ${a.region}` < `${b.group} ${b.region}` ? -1 : 1))[0] ??
  null

const nameOf = ({ input }: Reading, region: string): string => input.tree.get(region)?.name ?? region

const saidOf = (reading: Reading, weights: LedgerWeights, region: string): readonly Said[] | null => {
  const most = mostOf(weights.cells.filter((cell) => cell.region === region))
  if (!most) return null
  const where =
    region === reading.input.regions.self
      ? mostOf(weights.cells.filter((cell) => cell.group === most.group && cell.region !== region))
      : null
  const head: readonly Said[] = [
    { text: weights.among },
    { free: most.group },
    { text: weights.what },
    lessSaid(weights, most.change),
    { text: `，${weights.words.most}` },
  ]
  if (!where) return head
  const name: Said = { free: nameOf(reading, where.region) }
  if (where.change === most.change) return [...head, { text: '，都在' }, name]
  return [...head, { text: '，其中' }, name, lessSaid(weights, where.change)]
}

/**
 * 在调度的重点工业企业中，黑色金属冶炼和压延加工业产值（企业自报）较上年同期减少2.10亿元，减少最多，其中江油市减少1.90亿元: what a
 * ledger tells of who weighs most in a row of the city or of a county. Null where no ledger tells of the indicator and the
 * period, or nothing in it fell.
 */
export const ledgerSaid = (reading: Reading, region: string = reading.region.code): readonly Said[] | null => {
  const { input, world, row } = reading
  const weights = (input.ledgers ?? []).find(
    (one) =>
      one.indicators.includes(row.indicator.code) &&
      one.period === row.period &&
      one.isDemo === (world.mark !== null) &&
      one.cells.some((cell) => cell.region === region && cell.change < 0),
  )
  return weights ? saidOf(reading, weights, region) : null
}

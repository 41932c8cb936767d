import type { Accumulation, Measure } from './types.ts'

/**
 * What an indicator publishes. `level` an amount (its growth beside it), `growth-only` a rate without an amount,
 * `index` a number around 100, `ratio` a share such as 产销率, `count` whole things.
 */
export type IndicatorKind = 'level' | 'growth-only' | 'index' | 'ratio' | 'count'

/**
 * How its growth comes about. `real` at constant prices and `nominal` at current ones; `published-only` is on a
 * comparable basis that levels do not show (固定资产投资), so it is taken as published and never computed.
 */
export type GrowthConcept = 'real' | 'nominal' | 'published-only'

/** One indicator of the catalogue. A row of sheet T1 when `t1` numbers it. */
export type Indicator = {
  code: string
  /** As sheets print it. */
  name: string
  shortName: string
  kind: IndicatorKind
  accumulation: Accumulation
  /** Canonical unit of the level: 元, ratio, 人, kWh, 户, 1 for an index. */
  unit: string
  /** Unit where people read it: 亿元, %, 亿千瓦时. */
  shownIn: string
  /** Decimals of the level in `shownIn`; growth always has one. */
  decimals: number
  growth: GrowthConcept
  /** Whether sheets print an amount; where not, the cell is “—” although a source may give one. */
  levelShown: boolean
  /** 0 for a line of its own; 1 and 2 for “其中” lines, which are indented and not numbered. */
  indent: 0 | 1 | 2
  parent: string | null
  /** The whole of whose growth its 拉动 and 贡献率 are published; null where none are. */
  pullsOn: string | null
  /** Months its data come later than the rest of the set: 1 for industry's 营业收入 and 利润 (1—2月 beside 一季度). */
  lagMonths: 0 | 1
  /** Which way is better; null where neither is (prices). */
  better: 'up' | 'down' | null
  mayBeNegative: boolean
  /** The duty that likely leads; the city pack maps it to a unit. */
  leadDuty: string
  note: string | null
}

const RATE_UNITS = ['ratio', '1']

/** Fills the usual answers of an indicator, so that the catalogue lists only what is special. */
export const indicator = (parts: Pick<Indicator, 'code' | 'name' | 'leadDuty'> & Partial<Indicator>): Indicator => {
  const kind = parts.kind ?? 'level'
  const unit = parts.unit ?? (kind === 'index' ? '1' : kind === 'ratio' || kind === 'growth-only' ? 'ratio' : '元')
  return {
    shortName: parts.name,
    kind,
    accumulation: 'ytd',
    unit,
    shownIn: unit === 'ratio' ? '%' : unit === '元' ? '亿元' : unit,
    decimals: kind === 'count' ? 0 : RATE_UNITS.includes(unit) ? 1 : 2,
    growth: 'nominal',
    levelShown: kind !== 'growth-only',
    indent: 0,
    parent: null,
    pullsOn: null,
    lagMonths: 0,
    better: 'up',
    mayBeNegative: false,
    note: null,
    ...parts,
  }
}

/** The measure a published growth of the indicator is stored under. */
export const growthMeasureOf = (of: Pick<Indicator, 'growth'>): Measure =>
  of.growth === 'real' ? 'growth-real' : 'growth-nominal'

/** The measure its amount is stored under. */
export const levelMeasureOf = (of: Pick<Indicator, 'kind'>): Measure => (of.kind === 'index' ? 'index' : 'level')

export type Catalogue = {
  get: (code: string) => Indicator | undefined
  /** Rows of sheet T1, in its fixed order. */
  t1: readonly Indicator[]
  /** Indicators the sources hold that are no row of T1. */
  supplement: readonly Indicator[]
  all: readonly Indicator[]
}

/** Indexes the two lists. Throws on a code given twice, or a parent or whole that is not there: a bug in the catalogue. */
export const catalogueOf = (t1: readonly Indicator[], supplement: readonly Indicator[]): Catalogue => {
  const all = [...t1, ...supplement]
  const byCode = new Map(all.map((item) => [item.code, item]))
  if (byCode.size !== all.length) throw new Error('catalogue: an indicator code is given twice')
  const orphan = all.find((item) => item.parent !== null && !byCode.has(item.parent))
  if (orphan) throw new Error(`catalogue: ${orphan.code} names an unknown parent`)
  const pulling = all.find((item) => item.pullsOn !== null && !byCode.has(item.pullsOn))
  if (pulling) throw new Error(`catalogue: ${pulling.code} pulls on an unknown whole`)
  return { get: (code) => byCode.get(code), t1, supplement, all }
}

import { type Efficiency, efficiency, type ParkTotals, parkTotals } from '@yundiao/domains/parks'
import type { LocalDate } from '@yundiao/kernel'
import { DEMO_NOTE, type DemoEntry, demoId } from './entry.ts'
import {
  DEMO_PARKS,
  type DemoPark,
  LETTING,
  LEVELS,
  type Level,
  PECULIAR,
  RENTING,
  SMALL,
  STATES,
  TENANTS,
} from './parks-list.ts'

const WAN = 1e4
const MU = 2000 / 3

/** When the rows of a year were in. */
const FILED: Readonly<Record<number, LocalDate>> = { 2020: '2021-04-09', 2021: '2022-04-08' }

/** How far one invented firm lies from its industry; taken in turn, so that every start gives the same rows. */
const SPREAD = [1.62, 0.58, 1.18, 0.83, 2.35, 0.96, 0.41, 1.37, 0.74, 1.05, 2.9, 0.66, 1.24] as const

type Sketch = { code: string; n: number; place: DemoPark; level: Level }

const firmsOf = (place: DemoPark): Omit<Sketch, 'n'>[] =>
  place.firms.map((at, i) => {
    const level = LEVELS[at]
    if (!level) throw new Error(`no level ${at}`)
    return { code: `${place.letter}${String(i + 1).padStart(2, '0')}`, place, level }
  })

const sketches: readonly Sketch[] = DEMO_PARKS.flatMap(firmsOf).map((one, n) => ({ ...one, n }))

const spread = (n: number, step: number, power = 1): number => (SPREAD[(n * step + step) % SPREAD.length] ?? 1) ** power
const round = (value: number, to = 1): number => Math.round(value / to) * to
const inYuan = (wan: number): number => round(wan * WAN, 100)

/** ㎡ owned, and used: own and rented in, less let. */
const landOf = ({ code, n, level }: Sketch): { own: number; rentedIn: number; rentedOut: number } => {
  const rentedIn = TENANTS[code] ?? RENTING[code] ?? 0
  if (TENANTS[code] !== undefined) return { own: 0, rentedIn, rentedOut: 0 }
  // Areas in threes of 亩 are whole square metres.
  const threes = SMALL[code] === undefined ? 5 + ((n * 37) % 50) + (level.perCoal < 1 ? 40 : 0) : 1 + (n % 3)
  return { own: round(threes * 3 * MU), rentedIn, rentedOut: LETTING[code] ?? 0 }
}

/** Growth of the year, so that the year before is smaller or larger. */
const grownBy = (n: number): number => 1 + (((n * 17) % 31) - 9) / 100

const amountsOf = (sketch: Sketch, year: number): Partial<Efficiency> => {
  const { n, level, code } = sketch
  const grown = (year === 2021 ? 1 : 1 / grownBy(n)) * (1 + (((n * 29) % 11) - 5) / 100)
  const { own, rentedIn, rentedOut } = landOf(sketch)
  const revenue = ((own + rentedIn - rentedOut) / MU) * level.perMu * spread(n, 5, 0.8) * grown
  const refund = year === 2021 ? (PECULIAR[code]?.refundWan ?? 0) : 0
  const tax = revenue * level.tax * spread(n, 7, 0.5)
  return {
    landOwn: own,
    landRentedIn: rentedIn,
    landRentedOut: rentedOut,
    revenue: inYuan(revenue),
    taxPaid: inYuan(refund > 0 ? Math.min(tax * 0.4, refund / 2) - refund : tax),
    taxRefunded: inYuan(refund),
    valueAdded: inYuan(revenue * level.added * spread(n, 3, 0.2)),
    research: inYuan(revenue * level.research * spread(n, 4, 0.6)),
    renovation: inYuan(revenue * 0.03 * spread(n, 11, 0.7)),
    employees: Math.max(8, round(revenue / (level.perHead * spread(n, 6, 0.4)))),
    energy: round(revenue / (level.perCoal * spread(n, 9, 0.5)), 0.1),
    power: round(revenue * level.power * spread(n, 2, 0.4), 10),
    emission: round((revenue * level.emission * spread(n, 8, 0.4)) / 1000, 0.001),
  }
}

const tidy = (values: Partial<Efficiency>): Partial<Efficiency> =>
  Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      typeof value === 'number' ? Number(value.toFixed(3)) : value,
    ]),
  )

const SOURCES = {
  landSource: '自然资源',
  taxSource: '税务',
  revenueSource: '税务',
  valueAddedSource: '企业自报',
  energySource: '企业自报',
  powerSource: '电力',
  emissionSource: '部门业务',
  researchSource: '企业自报',
  employeesSource: '企业自报',
  renovationSource: '部门业务',
} as const

const valuesOf = (sketch: Sketch, year: number): DemoEntry['values'] => {
  const { code, n, place, level } = sketch
  const { refundWan: _, ...peculiar } = (year === 2021 && PECULIAR[code]) || {}
  const isTenant = TENANTS[code] !== undefined
  return {
    ...Object.fromEntries(Object.keys(efficiency.fields).map((field) => [field, null])),
    name: `演示园区企业${code}`,
    year,
    park: place.park,
    inPark: true,
    industry: level.industry,
    aboveScale: SMALL[code] === undefined,
    yearsOpen: SMALL[code] ?? 4 + ((n * 5) % 18),
    tenure: isTenant ? '租赁' : RENTING[code] === undefined ? '自有' : '自有兼租',
    ...tidy(amountsOf(sketch, year)),
    ...SOURCES,
    points: n % 13 === 4 ? 2 : n % 17 === 9 ? -3 : null,
    pointsBasis: n % 13 === 4 ? '新获省级称号（演示）' : n % 17 === 9 ? '迟报（演示）' : null,
    ...peculiar,
    remark: DEMO_NOTE,
  }
}

const entryOf = (sketch: Sketch, year: number): DemoEntry => ({
  ledger: efficiency.id,
  id: demoId('efficiency', year * 1000 + sketch.n + 1),
  region: sketch.place.region,
  state: year === 2021 ? (STATES[sketch.code] ?? '已核实') : '已核实',
  values: valuesOf(sketch, year),
  knownFrom: FILED[year] ?? '2022-04-08',
  demo: true,
})

/** Firms that were there the year before and had land, so that a year can be set beside the last. */
const isOld = ({ code }: Sketch): boolean =>
  TENANTS[code] === undefined && SMALL[code] === undefined && (PECULIAR[code]?.yearsOpen ?? 9) > 1

const firmEntries: readonly DemoEntry[] = [
  ...sketches.map((sketch) => entryOf(sketch, 2021)),
  ...sketches.filter(isOld).map((sketch) => entryOf(sketch, 2020)),
]

const summed = (rows: readonly DemoEntry[], field: keyof Efficiency): number =>
  Number(rows.reduce((sum, { values }) => sum + Number(values[field] ?? 0), 0).toFixed(2))

/** Sums of a park: not of its rows alone, for those who are not in the ledger count too. */
const totalsOf = (place: DemoPark, n: number): DemoEntry => {
  const rows = firmEntries.filter(({ region, values }) => region === place.region && values.year === 2021)
  const land = round(summed(rows, 'landOwn') * 1.15, 2000)
  const values: ParkTotals = {
    name: place.park,
    year: 2021,
    level: place.region.startsWith('my-') && place.region !== 'my-kechuang' ? '国家级' : '省级',
    builtArea: round(land * 1.6, 10000),
    land,
    firms: rows.length + 3,
    revenue: round(summed(rows, 'revenue') * 1.08),
    tax: round(summed(rows, 'taxPaid') * 1.08),
    employees: round(summed(rows, 'employees') * 1.12),
    energy: round(summed(rows, 'energy') * 1.1),
    research: round(summed(rows, 'research') * 1.03),
    fixedInvestment: round(summed(rows, 'revenue') * 0.06),
    workshopLet: [0.91, 0.86, 0.94, 0.72, 0.8, 0.83, 0.77, 0.64][n] ?? null,
    source: '统计汇总',
    survey: null,
    remark: DEMO_NOTE,
  }
  return {
    ledger: parkTotals.id,
    id: demoId('park', n + 1),
    region: place.region,
    state: '已核实',
    values,
    knownFrom: '2022-04-08',
    demo: true,
  }
}

/** Rows of 亩均评价基础表 for 2021 and 2020, some without emissions, refunded, renting or excluded; and sums of parks. */
export const parkEntries: readonly DemoEntry[] = [...firmEntries, ...DEMO_PARKS.map(totalsOf)]

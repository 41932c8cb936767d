import { EVALUATIONS } from '../views/evaluation/known.ts'
import type { ScratchApp } from './scratch-app.ts'

const MU = 2000 / 3
const PLACES = ['510703', '510704', '510781', '510722']

/** Every how-manieth firm has which oddity: gaps, noughts, refunds, vetoes, points, a title. */
const firmOf = (i: number, year: number) => {
  const every = <T>(n: number, odd: T, plain: T): T => (i % n === n - 1 ? odd : plain)
  return {
    region: PLACES[i % PLACES.length] ?? null,
    values: {
      name: `企业${i}`,
      year,
      inPark: true,
      aboveScale: i % 2 === 0,
      industry: every(2, '医药制造业', '食品制造业'),
      tenure: every(7, '租赁', '自有'),
      landOwn: every(11, null, (5 + i) * MU),
      landRentedIn: every(5, 3 * MU, 0),
      landRentedOut: every(9, (6 + i) * MU, 0),
      taxPaid: every(6, -400_000, (i + 1) * 370_000.37),
      revenue: every(13, 0, (i + 2) * 2_900_000.11),
      valueAdded: every(8, null, (i + 1) * 910_000.7),
      energy: every(10, 0, 100.25 + i * i),
      emission: every(4, null, i % 9 === 0 ? 0 : 1 + (i % 7)),
      research: every(5, null, i * 30_000),
      employees: every(12, null, 20 + 3 * i),
      points: every(6, 3, null),
      exclusion: every(14, '初创期', null),
      exclusionBasis: '依据',
      veto: every(9, '安全生产', null),
      vetoBasis: '依据',
      honour: every(8, '上市企业', null),
    },
  }
}

const topicsOf = (ledger: string): string[] => [
  ...new Set(
    EVALUATIONS.filter((one) => one.ledger === ledger).flatMap(({ versions }) =>
      versions.flatMap(({ inputs }) => inputs.map(({ code }) => code)),
    ),
  ),
]

/** Firms, parks and counties of a year with what makes scores hard: each scheme the product ships can be run on them. */
export const enterAwkward = async (app: ScratchApp, year: number): Promise<void> => {
  const caller = await app.callerOf('yunxing')
  // Two alike but for the name: they share a place.
  const twin = firmOf(20, year)
  const alike = { ...twin, values: { ...twin.values, name: '企业20乙' } }
  const firms = [...Array.from({ length: 48 }, (_, i) => firmOf(i, year)), alike]
  const parks = Array.from({ length: 5 }, (_, i) => ({
    region: null,
    values: {
      name: `园区${i}`,
      year,
      land: i === 4 ? null : (i + 1) * 1e5,
      revenue: (i + 1) * 3.3e8,
      tax: i === 2 ? null : (5 - i) * 1.7e7,
      employees: 900 + i,
      energy: i === 3 ? 0 : 4000 + i,
      research: i * 1e6,
      source: '统计汇总',
    },
  }))
  const scores = topicsOf('business-environment.score').flatMap((indicator, t) =>
    PLACES.map((region, i) => ({
      region,
      values: { name: region, year, indicator, score: (t + i) % 6 === 0 ? null : 50 + ((7 * t + 13 * i) % 50) + 0.1 },
    })),
  )
  await app.store.commit(caller, [
    { do: 'enter', ledger: 'parks.efficiency', rows: firms },
    { do: 'enter', ledger: 'parks.park', rows: parks },
    { do: 'enter', ledger: 'business-environment.score', rows: scores },
  ])
}

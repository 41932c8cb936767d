import type { LocalDate } from '@yundiao/kernel'
import type { RunView } from '../views/evaluation/list-schema.ts'
import type { ScratchApp } from './scratch-app.ts'

const WAN = 1e4
const MU = 2000 / 3

type Firm = { name: string; region: string; tax: number | null; added: number; emission: number | null }

const firm = (name: string, region: string, [tax, added, emission]: [number | null, number, number | null]): Firm => ({
  name,
  region,
  tax,
  added,
  emission,
})

/** Twelve firms of two counties and a park; 测试丙 has no data on emissions, 测试丁 more refunded than paid. */
const FIRMS: readonly Firm[] = [
  firm('测试甲公司', '510781', [900, 4000, 1]),
  firm('测试乙公司', '510781', [700, 3000, 2]),
  firm('测试丙公司', '510781', [500, 2500, null]),
  firm('测试丁公司', '510703', [-40, 1500, 3]),
  firm('测试戊公司', '510703', [350, 1800, 2]),
  firm('测试己公司', '510703', [300, 1700, 4]),
  firm('测试庚公司', 'my-jingkai', [260, 1500, 3]),
  firm('测试辛公司', 'my-jingkai', [220, 1200, 5]),
  firm('测试壬公司', 'my-jingkai', [180, 1000, 4]),
  firm('测试癸公司', '510781', [140, 900, 6]),
  firm('测试子公司', '510703', [100, 700, 5]),
  firm('测试丑公司', 'my-jingkai', [60, 500, 8]),
]

const valuesOf = ({ name, tax, added, emission }: Firm, year: number) => ({
  name,
  year,
  inPark: true,
  aboveScale: true,
  tenure: '自有',
  landOwn: 20 * MU,
  taxPaid: tax === null ? null : tax * WAN,
  revenue: added * 4 * WAN,
  valueAdded: added * WAN,
  energy: 900,
  emission,
  research: added * 0.1 * WAN,
  employees: 100 + added / 20,
})

/** Rows of 亩均评价基础表 for a year, entered by the office. */
export const enterFirms = async (app: ScratchApp, year: number, change: (firm: Firm) => Firm = (one) => one) => {
  const caller = await app.callerOf('yunxing')
  await app.store.commit(caller, [
    {
      do: 'enter',
      ledger: 'parks.efficiency',
      rows: FIRMS.map(change).map((one) => ({ region: one.region, values: valuesOf(one, year) })),
    },
  ])
}

/** A run of 黄岩's method on the firms, by the department that keeps the ledger unless another is named. */
export const runHuangyan = async (app: ScratchApp, year: 2021 | 2022, as = 'jingxin'): Promise<RunView> => {
  const answer = await app.request('/api/evaluations', {
    as,
    json: {
      scheme: 'parks.huangyan',
      version: `parks.huangyan:${year}-01-01`,
      year,
      title: `${year}年度测试评价`,
    },
  })
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as RunView
}

/** Makes a run public from a day. */
export const publish = async (app: ScratchApp, run: RunView, from: LocalDate): Promise<RunView> => {
  const answer = await app.request(`/api/evaluations/${run.id}/publish`, {
    as: 'jingxin',
    json: { version: run.version, from },
  })
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as RunView
}

/** Sets the business day of the city. */
export const setDay = (app: ScratchApp, day: LocalDate): Promise<Response> =>
  app.request('/api/settings/business-day', { as: 'guanli', method: 'PUT', json: { day } })

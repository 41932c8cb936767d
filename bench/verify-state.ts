import process from 'node:process'
import { projects } from '@yundiao/domains/projects'
import type { FigureDraft } from '@yundiao/figures'
import type { Caller, Store } from '@yundiao/store'
import { benchStore, CITY } from './bench-store.ts'
import { COUNTIES } from './ledger-rows.ts'
import type { Claim } from './measure.ts'
import { sized } from './size.ts'

const BATCH = 1000
const ENTRIES = sized(140_000)
const FIGURES = sized(50_000)
const AMENDED = sized(10_000)

const numbers = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i)

const entryOf = (n: number) => ({
  region: COUNTIES[n % COUNTIES.length] ?? CITY,
  values: {
    name: `项目${n}标准厂房建设`,
    owner: `业主${n % 997}有限公司`,
    scope: '新建厂房及配套设施，购置设备',
    totalInvestment: 1e6 * (n % 4000),
    planYear: 1e5 * (n % 4000),
    startedOn: '2022-03-01',
    inStatistics: n % 2 === 0,
  },
})

const figureOf = (n: number): FigureDraft => ({
  series: {
    indicator: `bench-${n % 500}`,
    measure: 'level',
    accumulation: 'ytd',
    origin: 'official',
    concept: 'default',
    dims: {},
  },
  unit: '元',
  region: COUNTIES[Math.floor(n / 500) % COUNTIES.length] ?? CITY,
  period: `${2000 + Math.floor(n / (500 * COUNTIES.length))}Q1`,
  value: n / 7,
  printed: String(n),
  printedUnit: '亿元',
  round: null,
  note: null,
  releaseState: 'released',
  passport: { kind: 'manual', reason: '测速' },
})

/** Through the write door, so that every row has its leaf: batches, then entries amended one by one. */
const fill = async (store: Store, system: Caller): Promise<void> => {
  const ids: string[] = []
  for (let from = 0; from < ENTRIES; from += BATCH) {
    const rows = numbers(from, Math.min(from + BATCH, ENTRIES)).map(entryOf)
    const [made] = await store.commit(system, [{ do: 'enter', ledger: projects.id, rows }])
    if (made?.do === 'enter') ids.push(...made.ids)
  }
  for (let from = 0; from < FIGURES; from += BATCH)
    await store.commit(system, [
      { do: 'report', figures: numbers(from, Math.min(from + BATCH, FIGURES)).map(figureOf) },
    ])
  for (const [n, id] of ids.slice(0, AMENDED).entries())
    await store.commit(system, [{ do: 'amend', ledger: projects.id, id, version: 1, values: { planYear: n + 0.5 } }])
}

/** The most memory the process held beyond what it began with, in MB. */
const watchMemory = () => {
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  let most = before
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 20)
  return (): number => {
    clearInterval(timer)
    return Math.round((most - before) / 2 ** 20)
  }
}

/** Chain, checkpoints, every row version against its event and every figure's days against a replay. */
export const stateClaims = async (): Promise<Claim[]> => {
  const { store, system, end } = await benchStore()
  try {
    await fill(store, system)
    await store.checkpoint(CITY)
    const grown = watchMemory()
    const started = performance.now()
    const { ok, events, state } = await store.verify(CITY)
    const seconds = (performance.now() - started) / 1000
    const megabytes = grown()
    const rate = Math.round(state.checked / seconds)
    return [
      {
        what: `核对 ${state.checked} 行、${events} 条操作记录`,
        bar: '无不符，内存增量 ≤ 300 MB',
        got: `${seconds.toFixed(1)} s（${rate} 行/s），内存增量 ${megabytes} MB，进程共 ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MB`,
        ok: ok && megabytes <= 300,
      },
    ]
  } finally {
    await end()
  }
}

import type { FigureDraft } from '@yundiao/figures'
import { addDays, type LocalDate } from '@yundiao/kernel'
import type { Change, Outcome } from '../door/changes.ts'
import { needsOf } from '../door/holds.ts'
import { makeWorld, PLOTS } from '../property/world.ts'
import type { Store } from '../store.ts'

export const FIRST: LocalDate = '2022-04-01'

export const gdpOf = (region: string, value: number, more: Partial<FigureDraft> = {}): FigureDraft => ({
  series: { indicator: 'gdp', measure: 'level', accumulation: 'ytd', origin: 'official', concept: 'default', dims: {} },
  unit: '元',
  region,
  period: '2022Q1',
  value,
  printed: String(value),
  printedUnit: '元',
  round: null,
  note: null,
  releaseState: 'reported',
  passport: { kind: 'manual', reason: '试验' },
  ...more,
})

const idOf = (outcome: Outcome | undefined, n = 0): string =>
  outcome && 'ids' in outcome ? (outcome.ids[n] ?? '') : ''

/**
 * A city in which something of everything has happened: an item changed, entries in a batch and amended, figures told
 * twice and released, three checkpoints. Its last events stand after the last checkpoint.
 */
export const liveIn = async (store: Store, city: string) => {
  const { people, system } = await makeWorld(store, city, FIRST)
  const callerOf = async (name: string, day: LocalDate) => {
    const caller = await people.get(name)?.(day)
    if (!caller) throw new Error(`no caller ${name}`)
    return caller
  }
  const next = addDays(FIRST, 1)
  const office = await callerOf('office', FIRST)
  const later = await callerOf('office', next)
  const statistics = await callerOf('statistics', next)
  const commit = async (caller: typeof office, ...changes: Change[]) => store.commit(caller, changes)

  const item = {
    number: '督1',
    title: '事项',
    sourceKind: 'instruction',
    state: '未启动',
    region: 'c1',
    leadUnit: 'land',
  }
  const [added] = await commit(office, { do: 'add', table: 'item', rows: [{ values: item }] })
  const plots = ['甲', '乙', '丙'].map((name, i) => ({
    region: 'c1',
    values: { name, price: 100 + i, contact: '0816-1234567' },
  }))
  const [entered] = await commit(office, { do: 'enter', ledger: PLOTS.id, rows: plots })
  await commit(system, { do: 'report', figures: [gdpOf(city, 10), gdpOf('c1', 4)] })
  await commit(office, {
    do: 'add',
    table: 'paper',
    rows: [{ values: { kind: 'answer-book', title: '备询手册', needs: needsOf([PLOTS.id], 'firm') } }],
  })
  await store.checkpoint(city)
  await commit(later, { do: 'change', table: 'item', id: idOf(added), version: 1, set: { title: '改过的事项' } })
  await commit(later, { do: 'amend', ledger: PLOTS.id, id: idOf(entered), version: 1, values: { price: 7 } })
  const [told] = await commit(statistics, { do: 'report', figures: [gdpOf(city, 11)] })
  await store.checkpoint(city)
  const refs = told?.do === 'report' ? [...told.refs] : []
  await commit(statistics, { do: 'release', refs, state: 'released' })
  await store.checkpoint(city)
  await commit(later, { do: 'add', table: 'progress', rows: [{ values: { item: idOf(added), text: '进展' } }] })
  return { city, item: idOf(added), plot: idOf(entered), plot2: idOf(entered, 1), ref: refs[0] ?? '', system, later }
}

import { PLOTS } from '../property/world.ts'
import type { Store } from '../store.ts'
import { FIRST, gdpOf, type liveIn } from './lived-in.ts'

type Lived = Awaited<ReturnType<typeof liveIn>>

export const DEMO_ITEM = 'demo-item'
export const DEMO_PLOT = '00000000-0000-7000-8000-000000000001'

const item = (number: string, title: string, more: object = {}) => ({
  number,
  title,
  sourceKind: 'minutes',
  state: '未评',
  ...more,
})

/** A demonstration in a lived-in city: a meeting, an item with a note people hung on it, an entry, a figure; and real rows that point at them. */
export const demonstrate = async (store: Store, { system, later, item: realItem }: Lived) => {
  const demo = { demo: true, knownFrom: FIRST } as const
  const meeting = { title: '演示会议', kind: '调度会', authority: 'government', phase: '会后' }
  const entry = { id: DEMO_PLOT, region: 'c1', values: { name: '演示地块', contact: '0816-7654321' }, ...demo }
  await store.commit(system, [
    { do: 'add', table: 'meeting', rows: [{ id: 'demo-meeting', values: meeting, ...demo }] },
    {
      do: 'add',
      table: 'item',
      rows: [{ id: DEMO_ITEM, values: item('演1', '演示事项', { meeting: 'demo-meeting' }), ...demo }],
    },
    { do: 'enter', ledger: PLOTS.id, rows: [entry] },
    {
      do: 'report',
      figures: [{ ...gdpOf('c1', 3), series: { ...gdpOf('c1', 3).series, concept: '演示' }, releaseState: 'released' }],
    },
  ])
  await store.commit(later, [
    { do: 'change', table: 'item', id: DEMO_ITEM, version: 1, set: { title: '改过的演示事项' } },
    { do: 'add', table: 'progress', rows: [{ id: 'note', values: { item: DEMO_ITEM, text: '进展' } }] },
    { do: 'add', table: 'meeting', rows: [{ id: 'real', values: { ...meeting, previous: 'demo-meeting' } }] },
    {
      do: 'add',
      table: 'itemLink',
      rows: [{ id: 'link', values: { item: realItem, ledger: PLOTS.id, entry: DEMO_PLOT } }],
    },
  ])
}

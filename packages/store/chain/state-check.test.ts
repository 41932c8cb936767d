import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './jcs.ts'
import { leafHash, merkleRoot } from './merkle.ts'
import { checkState, type EventRows, type RowVersion, type StateMismatch } from './state-check.ts'

const item = (id: string, title: string) => ({ table: 'item', id, version: 1, title })
const figure = (value: number) => ({
  table: 'figure',
  series: 'gdp.level',
  region: '510700',
  period: '2022Q1',
  vintage: 1,
  value,
})

const versionsOf = (eventSeq: number, rows: readonly object[]): RowVersion[] =>
  rows.map((row, leafNo) => {
    const canonical = canonicalJson(row)
    return { eventSeq, leafNo, canonical, leaf: leafHash('sha256', Buffer.from(canonical)) }
  })
const eventOf = (seq: number, versions: readonly RowVersion[], more: object = {}): EventRows => {
  const leaves = versions.map((version) => version.leaf)
  const proof = leaves.length > 0 ? { root: merkleRoot(leaves, 'sha256').toString('hex'), rows: leaves.length } : {}
  return { seq, alg: 'sha256', body: canonicalJson({ ...more, ...proof }) }
}
async function* told<T>(list: readonly T[]): AsyncGenerator<T> {
  yield* list
}
const check = async (events: readonly EventRows[], rows: readonly RowVersion[]): Promise<StateMismatch[]> => {
  const found: StateMismatch[] = []
  for await (const one of checkState('item', told(events), told(rows))) found.push(one)
  return found
}

const first = versionsOf(1, [item('a', '甲'), item('b', '乙'), item('c', '丙')])
const third = versionsOf(3, [figure(784.28)])
const events = [eventOf(1, first), eventOf(2, [], { note: '只记一笔' }), eventOf(3, third)]
const rows = [...first, ...third]
/** A row as a direct UPDATE leaves it: the text is other, the leaf is not. */
const updated = (version: RowVersion, from: string, to: string): RowVersion => ({
  ...version,
  canonical: version.canonical.replace(from, to),
})
const releafed = (version: RowVersion): RowVersion => ({
  ...version,
  leaf: leafHash('sha256', Buffer.from(version.canonical)),
})
const [a, b, c] = first as [RowVersion, RowVersion, RowVersion]
const [gdp] = third as [RowVersion]

describe('tables against events', () => {
  it('nothing to say when they agree', async () => {
    expect(await check(events, rows)).toEqual([])
    expect(await check([], [])).toEqual([])
  })
  it.each([
    [
      'an altered figure',
      [a, b, c, updated(gdp, '784.28', '800')],
      { seq: 3, leafNo: 0, row: 'figure gdp.level 510700 2022Q1 @1', why: '改动' },
    ],
    [
      'an altered row of a batch',
      [a, updated(b, '乙', '丁'), c, gdp],
      { seq: 1, leafNo: 1, row: 'item b v1', why: '改动' },
    ],
    [
      'altered with its leaf, alone',
      [a, b, c, releafed(updated(gdp, '784.28', '800'))],
      { seq: 3, leafNo: 0, row: 'figure gdp.level 510700 2022Q1 @1', why: '改动' },
    ],
    [
      'altered with its leaf, in a batch',
      [a, releafed(updated(b, '乙', '丁')), c, gdp],
      { seq: 1, leafNo: null, row: null, why: '3 行里' },
    ],
    [
      'two rows that changed places',
      [a, { ...b, leafNo: 2 }, { ...c, leafNo: 1 }, gdp],
      { seq: 1, leafNo: null, row: null, why: '3 行里' },
    ],
    ['a removed row', [a, c, gdp], { seq: 1, leafNo: 1, row: null, why: '删除' }],
    ['the last row removed', [a, b, c], { seq: 3, leafNo: 0, row: null, why: '删除' }],
    [
      'an added row',
      [a, b, c, ...versionsOf(1, [item('d', '丁')]).map((one) => ({ ...one, leafNo: 3 })), gdp],
      { seq: 1, leafNo: 3, row: 'item d v1', why: '添加' },
    ],
    ['a row twice', [a, a, b, c, gdp], { seq: 1, leafNo: 0, row: 'item a v1', why: '添加' }],
    ['a row of an event that wrote none', [a, b, c, { ...a, eventSeq: 2 }, gdp], { seq: 2, leafNo: 0, why: '添加' }],
    ['a row of an event to come', [...rows, { ...a, eventSeq: 4 }], { seq: 4, why: '没有写入这一行的操作记录' }],
    ['a row of no event', [{ ...a, eventSeq: 0 }, ...rows], { seq: 0, why: '没有写入这一行的操作记录' }],
  ] as const)('%s', async (_, state, { why, ...where }) => {
    expect(await check(events, state as readonly RowVersion[])).toMatchObject([
      { stream: 'item', ...where, why: expect.stringContaining(why) },
    ])
  })
  it('any change of any row is told, and no row that was not changed is named', async () => {
    const batches = fc.array(fc.uniqueArray(fc.string(), { maxLength: 6 }), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(batches, fc.nat(), fc.boolean(), async (titles, n, withLeaf) => {
        const made = titles.map((batch, i) =>
          versionsOf(
            i + 1,
            batch.map((title, j) => item(`${i}-${j}`, title)),
          ),
        )
        const state = made.flat()
        const all = made.map((versions, i) => eventOf(i + 1, versions))
        expect(await check(all, state)).toEqual([])
        const victim = state[n % Math.max(1, state.length)]
        if (!victim) return
        const forged = { ...victim, canonical: canonicalJson({ ...JSON.parse(victim.canonical), title: '改' }) }
        const [found, ...others] = await check(all, state.with(n % state.length, withLeaf ? releafed(forged) : forged))
        if (forged.canonical === victim.canonical) return
        expect(others).toEqual([])
        expect(found?.seq).toBe(victim.eventSeq)
        expect([null, victim.leafNo]).toContain(found?.leafNo)
      }),
      { numRuns: process.env.YUNDIAO_DEEP ? 5000 : 60 },
    )
  })
})

import { addDays, compareStates, type LocalDate } from '@yundiao/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carryOver, chainBefore } from './carry-over.ts'
import { type ElapsedRule, judgeItem } from './judging.ts'
import type { Item, Meeting, Progress } from './records.ts'

const rule: ElapsedRule = { id: 'test', tolerance: 0.05 }
const item: Item = {
  id: 'i1',
  number: '绵督〔2022〕1-01',
  title: '深化政企银合作',
  document: 'd1',
  clause: 'c1',
  start: 10,
  end: 25,
  meeting: 'm1',
  authority: 'party',
  theme: 'finance',
  closure: 'figure',
  leadLeader: null,
  leadUnit: '市金融局',
  assistUnits: [],
  region: null,
  deadline: '2022-12-31',
  deadlineWords: null,
  measure: null,
  state: '未评',
  openedOn: '2022-04-30',
  closedOn: null,
}
const note = (asOf: LocalDate, percent: number | null): Progress => ({
  item: 'i1',
  unit: '市金融局',
  asOf,
  text: '已对接',
  percent,
  problems: null,
  nextSteps: null,
})
// 2022-01-01 to 2022-04-11 is 100 days: one day is one point.
const hundred: Item = { ...item, openedOn: '2022-01-01', deadline: '2022-04-11' }

describe('judgeItem', () => {
  it.each([
    ['no deadline', { ...hundred, deadline: null }, '2022-03-01', [], '未评'],
    ['no progress', hundred, '2022-03-01', [], '未启动'],
    ['on the deadline', hundred, '2022-04-11', [note('2022-04-11', 1)], '达序时'],
    ['the day after', hundred, '2022-04-12', [note('2022-04-11', 1)], '逾期'],
    ['five points behind', hundred, '2022-02-20', [note('2022-02-20', 0.45)], '达序时'],
    ['more than five points behind', hundred, '2022-02-20', [note('2022-02-20', 0.449)], '欠序时'],
    ['five points ahead', hundred, '2022-02-20', [note('2022-02-20', 0.55)], '达序时'],
    ['more than five points ahead', hundred, '2022-02-20', [note('2022-02-20', 0.551)], '超序时'],
    ['a share not given', hundred, '2022-02-20', [note('2022-02-20', null)], '未评'],
    ['a note of tomorrow', hundred, '2022-02-20', [note('2022-02-21', 0.9)], '未启动'],
    ['another item’s note', hundred, '2022-02-20', [{ ...note('2022-02-20', 0.9), item: 'i2' }], '未启动'],
    ['the latest note counts', hundred, '2022-02-20', [note('2022-02-20', 0.5), note('2022-02-10', 0.1)], '达序时'],
    ['no opening day', { ...hundred, openedOn: null }, '2022-02-20', [note('2022-02-20', 0.5)], '未评'],
    ['closed today', { ...hundred, closedOn: '2022-05-01' }, '2022-05-01', [], '已办结'],
    ['closed tomorrow', { ...hundred, closedOn: '2022-05-01' }, '2022-04-30', [], '逾期'],
    ['deferred', { ...hundred, state: '暂缓' }, '2022-05-01', [], '暂缓'],
    ['standing', { ...hundred, closure: 'standing' }, '2022-05-01', [], '长期坚持'],
    ['extended, the day itself', { ...hundred, extendedTo: '2022-05-01' }, '2022-05-01', [], '未启动'],
    ['extended, the day after', { ...hundred, extendedTo: '2022-05-01' }, '2022-05-02', [], '逾期'],
    [
      'extended to, with no day of the basis',
      { ...hundred, deadline: null, extendedTo: '2022-05-01' },
      '2022-05-02',
      [],
      '逾期',
    ],
    ['asked to be closed', hundred, '2022-04-12', [{ ...note('2022-04-11', 1), closing: 'asked' }], '已办结待核'],
    ['asked, and returned', hundred, '2022-04-12', [{ ...note('2022-04-11', 1), closing: 'returned' }], '逾期'],
    ['asked tomorrow', hundred, '2022-04-10', [{ ...note('2022-04-11', 1), closing: 'asked' }], '未启动'],
    ['checked', { ...hundred, state: '已销号', closedOn: '2022-04-01' }, '2022-05-01', [], '已销号'],
    ['reported done, not yet checked', { ...hundred, state: '已办结待核' }, '2022-05-01', [], '已办结待核'],
  ] as [string, Item, LocalDate, Progress[], string][])('%s', (_, each, today, progress, state) => {
    const judgement = judgeItem(each, today, progress, rule)
    expect(judgement.state).toBe(state)
    expect(judgement.because).not.toBe('')
  })

  it('says the facts', () => {
    expect(judgeItem(hundred, '2022-02-20', [note('2022-02-20', 0.3)], rule).because).toBe(
      '截至2022-02-20完成30%，序时进度50%，慢20个百分点',
    )
    expect(judgeItem({ ...hundred, deadline: null }, '2022-02-20', [], rule).because).toBe('完成时限待明确')
  })

  it('says why it waits and until when it was put off', () => {
    const put = { ...hundred, state: '暂缓', pausedOn: '2022-04-20', pauseReason: '等待省批复' } as const
    expect(judgeItem(put, '2022-05-01', [], rule).because).toBe('已批准暂缓，自2022-04-20，等待省批复')
    const later = { ...hundred, extendedTo: '2022-05-01' } as const
    expect(judgeItem(later, '2022-05-03', [], rule).because).toBe('批准延期至2022-05-01，已过2天')
    const asked = [{ ...note('2022-04-11', 1), closing: 'asked' as const }]
    expect(judgeItem(hundred, '2022-05-01', asked, rule).because).toBe('承办单位截至2022-04-11申请办结，等待核查')
  })

  it('more time never makes an item later', () => {
    const anyDay = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2022-01-01', days))
    const isLate = (each: Item, on: LocalDate) => judgeItem(each, on, [], rule).state === '逾期'
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, (a, b, on) => {
        const [early, late] = a <= b ? [a, b] : [b, a]
        const tight = isLate({ ...hundred, extendedTo: early }, on)
        expect(isLate({ ...hundred, extendedTo: late }, on) && !tight).toBe(false)
      }),
    )
  })

  it('does not depend on the order of the notes', () => {
    const anyNote = fc
      .tuple(fc.constantFrom<LocalDate>('2022-02-01', '2022-02-10', '2022-02-20'), fc.constantFrom(null, 0.1, 0.5, 0.9))
      .map(([d, p]) => note(d, p))
    fc.assert(
      fc.property(fc.array(anyNote, { maxLength: 6 }), (notes) => {
        expect(judgeItem(hundred, '2022-03-01', notes.toReversed(), rule)).toEqual(
          judgeItem(hundred, '2022-03-01', notes, rule),
        )
      }),
    )
  })
})

const meetingOf = (id: string, heldOn: LocalDate, previous: string | null): Meeting => ({
  id,
  title: id,
  kind: 'dispatch',
  authority: 'party',
  heldOn,
  startsAt: null,
  place: null,
  chair: null,
  previous,
})
const meetings = [
  meetingOf('m1', '2022-04-26', null),
  meetingOf('m2', '2022-05-26', 'm1'),
  meetingOf('m3', '2022-06-26', 'm2'),
  meetingOf('other', '2022-05-01', null),
]
const [, , third] = meetings
const judge = (each: Item, on: LocalDate) => judgeItem(each, on, [], rule)

describe('上次议定事项', () => {
  if (!third) throw new Error('fixture')
  it.each([
    ['open, of the last meeting', { meeting: 'm2' }, true],
    ['open, of the meeting before', { meeting: 'm1' }, true],
    ['open, of another chain', { meeting: 'other' }, false],
    ['of no meeting', { meeting: null }, false],
    ['of this meeting itself', { meeting: 'm3' }, false],
    ['closed the day before the last meeting', { closedOn: '2022-05-25' }, false],
    ['closed on the day of the last meeting', { closedOn: '2022-05-26' }, true],
    ['closed since', { closedOn: '2022-06-01' }, true],
  ] as [string, Partial<Item>, boolean][])('%s', (_, change, isThere) => {
    expect(carryOver(third, meetings, [{ ...item, ...change }], { on: '2022-06-26', judge }).total).toBe(
      isThere ? 1 : 0,
    )
  })

  it('follows a chain that closes on itself once', () => {
    const round = [meetingOf('a', '2022-01-01', 'b'), meetingOf('b', '2022-02-01', 'a')]
    expect(chainBefore(meetingOf('c', '2022-03-01', 'a'), round).map(({ id }) => id)).toEqual(['a', 'b'])
  })

  const anyItem = fc
    .record({
      id: fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8'),
      meeting: fc.constantFrom('m1', 'm2', 'm3', 'other', null),
      deadline: fc.constantFrom<LocalDate | null>(null, '2022-06-01', '2022-12-31'),
      closedOn: fc.constantFrom<LocalDate | null>(null, null, '2022-05-01', '2022-06-01'),
      number: fc.constantFrom('1', '2', null),
    })
    .map((change): Item => ({ ...item, ...change }))
  const anyItems = fc.uniqueArray(anyItem, { selector: ({ id }) => id, maxLength: 8 })

  it('whatever the order: every open item of the chain once, worst first, counts that add up', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const carried = carryOver(third, meetings, items, { on: '2022-06-26', judge })
        expect(carryOver(third, meetings.toReversed(), items.toReversed(), { on: '2022-06-26', judge })).toEqual(
          carried,
        )
        const open = items.filter((each) => ['m1', 'm2'].includes(each.meeting ?? '') && each.closedOn === null)
        for (const each of open) expect(carried.items.filter((row) => row.item.id === each.id)).toHaveLength(1)
        expect(Object.values(carried.counts).reduce((a, b) => a + b, 0)).toBe(carried.total)
        carried.items.reduce(
          (a, b) => {
            expect(compareStates(a.judgement.state, b.judgement.state)).toBeLessThanOrEqual(0)
            return b
          },
          carried.items[0] as (typeof carried.items)[number],
        )
      }),
    )
  })
})

import { type Item, type ItemJudgement, judgeItem, type Progress } from '@yundiao/directives'
import type { LocalDate } from '@yundiao/kernel'
import type { Caller, RecordOf, Store } from '@yundiao/store'

export type ItemRecord = RecordOf<'item'>
export type ProgressRecord = RecordOf<'progress'>

/** State of an item whose 立项 was undone: kept with its number, shown nowhere, taken up again when the clause is. */
export const WITHDRAWN = '已撤回'

/** Ahead or behind by any amount counts, as in economy.ahead-of-time: no source names a tolerance. */
const ELAPSED = { id: 'economy.ahead-of-time', tolerance: 0 }

export const factOfItem = (row: ItemRecord): Item => ({
  id: row.id,
  number: row.number,
  title: row.title,
  document: row.document ?? '',
  clause: row.clause,
  start: row.starts,
  end: row.ends,
  meeting: row.meeting,
  authority: row.authority as Item['authority'],
  theme: (row.theme ?? 'other') as Item['theme'],
  closure: row.closureKind as Item['closure'],
  leadLeader: row.leadLeader,
  leadUnit: row.leadUnit,
  assistUnits: row.assistUnits ?? [],
  region: row.region,
  deadline: row.deadline,
  deadlineWords: row.deadlineWords,
  measure: row.measure,
  state: row.state as Item['state'],
  openedOn: row.openedOn,
  closedOn: row.closedOn,
  extendedTo: row.extendedTo,
  pausedOn: row.pausedOn,
  pauseReason: row.pauseReason,
  checkedOn: row.checkedOn,
})

/** What became of a unit's 申请办结, as kept with its note. */
export const CLOSING = { asked: '待核', taken: '已核', returned: '退回' } as const

const CLOSINGS: Readonly<Record<string, Progress['closing']>> = { 待核: 'asked', 已核: 'taken', 退回: 'returned' }

const factOfProgress = (row: ProgressRecord): Progress => ({
  item: row.item,
  unit: row.unit ?? '',
  asOf: row.asOf ?? '0001-01-01',
  text: row.text,
  percent: row.percent,
  problems: row.problems,
  nextSteps: row.nextSteps,
  closing: row.closing === null ? null : (CLOSINGS[row.closing] ?? null),
})

/** Items in the caller's sight on a day, without those withdrawn. */
export const readItemRecords = async (
  store: Store,
  caller: Caller,
  on: LocalDate,
  where: Readonly<Record<string, string | readonly string[]>> = {},
): Promise<ItemRecord[]> =>
  (await store.records(caller, 'item', { where, on })).filter((item) => item.state !== WITHDRAWN)

/** Where an item stands by facts that are not stored yet. */
export const judgeFact = (item: Item, progress: readonly Progress[], on: LocalDate): ItemJudgement =>
  judgeItem(item, on, progress, ELAPSED)

/** Judges items as of a day from the progress noted by then. */
export const judgedBy = (progress: readonly ProgressRecord[], on: LocalDate): ((item: Item) => ItemJudgement) => {
  const byItem = Map.groupBy(progress, (note) => note.item)
  return (item) => judgeFact(item, (byItem.get(item.id) ?? []).map(factOfProgress), on)
}

export const readProgress = (store: Store, caller: Caller, items: readonly string[], on: LocalDate) =>
  items.length === 0
    ? Promise.resolve([])
    : store.records(caller, 'progress', { where: { item: items }, order: '-asOf', on })

import { carryOverSentences, type PreviousItem, runText } from '@yundiao/briefings'
import { type CarriedItem, type CarryOver, carryOver, chainBefore, type Meeting } from '@yundiao/directives'
import type { LocalDate, State } from '@yundiao/kernel'
import type { Caller, RecordOf, Store } from '@yundiao/store'
import { factOfItem, judgedBy, readItemRecords, readProgress } from './item-facts.ts'
import { readRowContext, unitWords } from './item-row.ts'
import type { CarryOverView } from './meeting-schema.ts'

export type MeetingRecord = RecordOf<'meeting'>

const factOfMeeting = (row: MeetingRecord): Meeting => ({
  id: row.id,
  title: row.title,
  kind: row.kind as Meeting['kind'],
  authority: row.authority as Meeting['authority'],
  heldOn: row.heldOn ?? row.knownFrom,
  startsAt: row.startsAt,
  place: row.place,
  chair: row.chair,
  previous: row.previous,
})

type Count = keyof Omit<CarryOverView['counts'], 'total'>

const COUNTED: Readonly<Record<State, Count>> = {
  已办结: 'closed',
  已销号: 'closed',
  达序时: 'onTime',
  超序时: 'onTime',
  长期坚持: 'onTime',
  欠序时: 'behind',
  逾期: 'overdue',
  未启动: 'unjudged',
  已办结待核: 'unjudged',
  暂缓: 'unjudged',
  未评: 'unjudged',
}

const countsOf = ({ counts, total }: CarryOver): CarryOverView['counts'] => {
  const sum = { closed: 0, onTime: 0, behind: 0, overdue: 0, unjudged: 0, total }
  for (const [state, n] of Object.entries(counts)) sum[COUNTED[state as State]] += n
  return sum
}

type Told = CarryOverView['rows'][number] & { progress: PreviousItem['progress'] }

const previousItem = ({ item, title, leadUnit, state, deadline, change, changedOn, progress }: Told): PreviousItem => ({
  item,
  title,
  leadUnit,
  state: state.word,
  reason: state.reason,
  deadline: deadline as LocalDate | null,
  change,
  changedOn: changedOn as LocalDate | null,
  progress: progress ?? null,
})

/** Sentences as parts a page can open: a part of one item names it. */
const sentencesOf = (items: readonly PreviousItem[], on: LocalDate): CarryOverView['sentences'] =>
  carryOverSentences(items, on).map(({ runs }) =>
    runs.map((run) => ({ text: runText(run), item: 'item' in run ? run.item : null })),
  )

const readTold = async (store: Store, caller: Caller, meeting: MeetingRecord, on: LocalDate) => {
  const meetings = (await store.records(caller, 'meeting', { on })).map(factOfMeeting)
  const chain = chainBefore(factOfMeeting(meeting), meetings)
  const records =
    chain.length === 0 ? [] : await readItemRecords(store, caller, on, { meeting: chain.map(({ id }) => id) })
  const ids = records.map((record) => record.id)
  const progress = await readProgress(store, caller, ids, on)
  const judge = judgedBy(progress, on)
  const carried = carryOver(factOfMeeting(meeting), meetings, records.map(factOfItem), { on, judge })
  const { names, movements } = await readRowContext(store, caller, records, on)
  const latest = new Map(progress.toReversed().map((note) => [note.item, note]))
  const toldOf = ({ item, judgement }: CarriedItem): Told => {
    const note = latest.get(item.id)
    return {
      item: item.id,
      number: item.number ?? '',
      title: item.title,
      leadUnit: unitWords(item.leadUnit, names),
      deadline: item.deadline,
      state: { word: judgement.state, reason: judgement.because },
      change: movements.get(item.id)?.change ?? null,
      changedOn: movements.get(item.id)?.changedOn ?? null,
      progress: note?.asOf ? { asOf: note.asOf, text: note.text } : null,
    }
  }
  const demo = new Set(records.filter((record) => record.demo).map(({ id }) => id))
  const ledgers = carried.items.flatMap(({ item }) => movements.get(item.id)?.ledger ?? [])
  return { last: chain[0], carried, told: carried.items.map(toldOf), demo, ledgers: [...new Set(ledgers)] }
}

/** 上次议定事项 of a meeting as of a day: what its chain of meetings decided, where it stands, and what moved by itself. */
export const readCarryOver = async (
  store: Store,
  caller: Caller,
  meeting: MeetingRecord,
  on: LocalDate,
): Promise<CarryOverView> => {
  const { last, carried, told } = await readTold(store, caller, meeting, on)
  return {
    meeting: last ? { id: last.id, title: last.title, heldOn: last.heldOn } : null,
    counts: countsOf(carried),
    rows: told.map(({ progress: _, ...row }) => row),
    sentences: sentencesOf(told.map(previousItem), on),
  }
}

/** The same for a paper: what is not real says so beside its title. `ledgers` are those whose rows are told of. */
export const readPreviousItems = async (
  store: Store,
  caller: Caller,
  meeting: MeetingRecord,
  on: LocalDate,
): Promise<{ items: PreviousItem[]; ledgers: readonly string[] }> => {
  const { told, demo, ledgers } = await readTold(store, caller, meeting, on)
  const items = told.map((one) => {
    const item = previousItem(one)
    return demo.has(item.item) && !item.title.includes('演示') ? { ...item, title: `${item.title}（演示）` } : item
  })
  return { items, ledgers }
}

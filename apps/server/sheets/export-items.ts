import { type SupervisionLine, supervisionSheet } from '@yundiao/briefings'
import type { LocalDate } from '@yundiao/kernel'
import { xlsxBytes } from '@yundiao/office'
import type { Caller, Store } from '@yundiao/store'
import { printedAt } from '../acts/keep-paper.ts'
import { filterWords, type ItemFilter, matching, readFilterNames } from '../views/item-filter.ts'
import { itemRow, type Judged, readRowContext } from '../views/item-row.ts'
import type { ItemRow } from '../views/item-schema.ts'
import { readJudged } from '../views/items.ts'
import { reporterOf } from './reporter.ts'

const lineOf = (row: ItemRow, { judgement }: Judged): SupervisionLine => {
  const day = (text: string | null) => text as LocalDate | null
  const { source, latest, checked, closure } = row
  return {
    number: row.number,
    openedOn: day(row.opened),
    source: {
      kind: source.kindLabel,
      basis: [source.number, source.title, source.on].filter(Boolean).join(' '),
      quote: source.quote,
    },
    title: row.title,
    leadLeader: row.leadLeader,
    leadUnit: row.leadUnit,
    assistUnits: row.assistUnits,
    deadline: day(row.deadline),
    deadlineWords: row.deadlineWords,
    feedback: row.feedback,
    extendedTo: day(row.extendedTo),
    latest: latest && { asOf: latest.asOf as LocalDate, text: latest.text, percent: latest.percent },
    problems: latest?.problems ?? null,
    nextSteps: latest?.nextSteps ?? null,
    state: judgement.state,
    urged: row.urged.map(({ kind, on }) => ({ kind, on: day(on) })),
    checked: checked && { ...checked, on: day(checked.on) },
    closure: { ...closure, on: day(closure.on) },
    remark: row.remark,
    demo: row.demo,
  }
}

/** Sheet T4 of what a filter leaves in the caller's sight; that it was carried out is an event before it is given. */
export const exportItems = async (
  store: Store,
  caller: Caller,
  { filter, on }: { filter: ItemFilter; on: LocalDate },
): Promise<Uint8Array> => {
  const names = await readFilterNames(store, caller)
  const found = (await readJudged(store, caller, on)).filter(matching(filter, { on, names }))
  const context = await readRowContext(
    store,
    caller,
    found.map(({ item }) => item),
    on,
  )
  const sheet = supervisionSheet({
    lines: found.map((judged) => lineOf(itemRow(judged, context), judged)),
    asKnownOn: on,
    reporter: reporterOf(caller, names.names),
    narrowed: filterWords(filter, names),
    checkpoint: await store.newestCheckpoint(caller),
  })
  const body = { rows: found.length, format: 'xlsx', filter: filterWords(filter, names), on }
  await store.commit(caller, [{ do: 'note', stream: 'access', kind: 'items.exported', subject: 'items', body }])
  return xlsxBytes(sheet, { printedAt: printedAt(store) })
}

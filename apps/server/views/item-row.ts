import type { ItemJudgement } from '@yundiao/directives'
import type { LocalDate } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { CLOSURE_LABELS, FINDING_KIND, kindLabel, themeLabel } from './directive-words.ts'
import { factOfItem, type ItemRecord, type ProgressRecord } from './item-facts.ts'
import { type NoticeRecord, readNotices } from './item-notices.ts'
import type { ItemRow } from './item-schema.ts'
import { type LinkRecord, type Movement, movementsOf, readLinkedEntries, readLinks } from './movements.ts'
import { type Names, readNames } from './names.ts'

/** A unit by its short name; one the list of units lacks in the words of the text; null 待明确. */
export const unitWords = (unit: string | null, names: Names): string | null =>
  unit === null ? null : (names.unit(unit) ?? unit)

/** An item with its state as of a day, and the newest note it was judged by. */
export type Judged = { item: ItemRecord; judgement: ItemJudgement; latest: ProgressRecord | null }

export type RowContext = {
  names: Names
  links: ReadonlyMap<string, readonly LinkRecord[]>
  movements: ReadonlyMap<string, Movement>
  notices: ReadonlyMap<string, readonly NoticeRecord[]>
}

/** 0–100 with one decimal, as sheets print it. */
export const percentShown = (ratio: number | null): number | null =>
  ratio === null ? null : Math.round(ratio * 1000) / 10

const latestOf = (note: ProgressRecord | null): ItemRow['latest'] =>
  note && {
    asOf: note.asOf ?? note.knownFrom,
    text: note.text,
    percent: percentShown(note.percent),
    problems: note.problems,
    nextSteps: note.nextSteps,
  }

const sourceOf = (item: ItemRecord): ItemRow['source'] => ({
  kindLabel: kindLabel(item.sourceKind),
  title: item.sourceTitle,
  // Of a finding it is its id, which is no 文号.
  number: item.sourceKind === FINDING_KIND ? null : item.sourceNumber,
  on: item.sourceOn,
  quote: item.quote,
})

const closureOf = (item: ItemRecord): ItemRow['closure'] => {
  const { closure } = factOfItem(item)
  return {
    kind: closure === null ? null : CLOSURE_LABELS[closure],
    approver: item.approver,
    on: item.closedOn,
    evidence: item.evidence,
  }
}

/** One row of the 督办台账 (T4). */
export const itemRow = ({ item, judgement, latest }: Judged, context: RowContext): ItemRow => {
  const { names, links, movements, notices } = context
  const movement = movements.get(item.id)
  return {
    id: item.id,
    number: item.number,
    title: item.title,
    leadUnit: unitWords(item.leadUnit, names),
    assistUnits: (item.assistUnits ?? []).map((unit) => unitWords(unit, names) ?? unit),
    deadline: item.deadline,
    deadlineWords: item.deadlineWords,
    extendedTo: item.extendedTo,
    opened: item.openedOn,
    leadLeader: item.leadLeader,
    feedback: item.feedback,
    measure: item.measure,
    theme: item.theme ?? 'other',
    themeLabel: themeLabel(item.theme),
    state: { word: judgement.state, reason: judgement.because },
    source: sourceOf(item),
    latest: latestOf(latest),
    urged: (notices.get(item.id) ?? []).map(({ kind, issuedOn }) => ({ kind, on: issuedOn })),
    checked: item.checkedOn === null ? null : { kind: item.checkKind, on: item.checkedOn, words: item.checkWords },
    closure: closureOf(item),
    remark: item.remark,
    authority: item.authority,
    links: links.get(item.id)?.length ?? 0,
    change: movement?.change ?? null,
    changedOn: movement?.changedOn ?? null,
    version: item.version,
    demo: item.demo,
  }
}

/** What rows of items are shown with: names, links, what moved under them, what went out to their units. */
export const readRowContext = async (
  store: Store,
  caller: Caller,
  items: readonly ItemRecord[],
  on: LocalDate,
): Promise<RowContext> => {
  const ids = items.map((item) => item.id)
  const [names, links, notices] = await Promise.all([
    readNames(store, caller),
    readLinks(store, caller, ids, on),
    readNotices(store, caller, on),
  ])
  const entries = await readLinkedEntries(store, caller, links, { on, names })
  return { names, links: Map.groupBy(links, (link) => link.item), movements: movementsOf(entries), notices }
}

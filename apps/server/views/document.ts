import { countLine, simplify, type Terms } from '@yundiao/directives'
import { isClosed, type LocalDate } from '@yundiao/kernel'
import { type Caller, mayDo, type RecordOf, type Store } from '@yundiao/store'
import { type Breakdown, readBreakdown, termsOfClause, termsOfItem } from './breakdown.ts'
import { themeLabel } from './directive-words.ts'
import type { ClauseView, DocumentView } from './document-schema.ts'
import { factOfItem, type ItemRecord } from './item-facts.ts'
import { type LineSuggestions, readSuggester } from './line-suggestions.ts'
import { nodeDays, nodeLabel } from './task-lines.ts'
import { basisWords } from './task-table.ts'

type ClauseRecord = RecordOf<'clause'>

/** A line's cells as texts: what is typed, pasted and compared. */
const cellsOf = (terms: Terms, { units }: Breakdown, nodes: readonly LocalDate[]): Record<string, string> => {
  const lead = terms.leadUnit === null ? null : units.nameOf(terms.leadUnit)
  const assist = terms.assistUnits.map(units.nameOf)
  return {
    title: terms.title,
    steps: terms.steps ?? '',
    measure: terms.measure ?? '',
    ...Object.fromEntries(nodes.map((by) => [`node:${by}`, terms.nodes.find((node) => node.by === by)?.words ?? ''])),
    deadline: terms.deadlineWords ?? terms.deadline ?? '',
    leadLeader: terms.leadLeader ?? '',
    leadUnit: lead ?? '',
    units: lead === null && assist.length === 0 ? '' : [lead ?? '待明确', ...assist].join('、'),
    closure: terms.closure ?? '',
    feedback: terms.feedback ?? '',
    remark: terms.remark ?? '',
  }
}

type Reading = {
  basis: Breakdown
  nodes: readonly LocalDate[]
  suggest: (clause: ClauseRecord, terms: Terms) => LineSuggestions
  /** Whether the reader may fill in at all, today. */
  mayEdit: boolean
}

const isOpen = (item: ItemRecord | undefined): item is ItemRecord =>
  item !== undefined && item.closedOn === null && !isClosed(factOfItem(item).state)

const clauseView = (row: ClauseRecord, { basis, nodes, suggest, mayEdit }: Reading): ClauseView => {
  const joined = row.item === null ? undefined : basis.items.get(row.item)
  const item = row.disposition === 'item' ? joined : undefined
  const terms = item ? termsOfItem(item) : termsOfClause(row, basis)
  const editable = mayEdit && !row.heading && (row.disposition === 'pending' || isOpen(item))
  return {
    id: row.id,
    seq: row.seq ?? 0,
    parent: row.parent,
    level: row.level ?? 1,
    start: row.starts ?? 0,
    end: row.ends ?? 0,
    text: row.text,
    simplified: simplify(row.action ?? row.text),
    heading: row.heading === true,
    theme: row.theme ?? 'other',
    themeLabel: themeLabel(row.theme),
    responsible: row.responsible ?? [],
    deadline: row.deadline,
    measures: Array.isArray(row.measures) ? row.measures.map(String) : [],
    disposition: row.disposition as ClauseView['disposition'],
    reason: row.reason,
    item: row.item,
    itemNumber: joined?.number ?? null,
    handedOn: item?.handedOn ?? null,
    cells: cellsOf(terms, basis, nodes),
    deadlineOn: terms.deadline,
    editable,
    suggestions: suggest(row, terms),
    version: row.version,
    lineVersion: item?.version ?? row.version,
  }
}

const countsOf = (basis: Breakdown, clauses: readonly ClauseView[]): DocumentView['counts'] => {
  const { lacking: _, ...counts } = countLine(clauses, [])
  const live = clauses.filter(
    (clause) => !clause.heading && (clause.disposition === 'pending' || clause.disposition === 'item'),
  )
  const lacking = (field: string) => live.filter((clause) => clause.cells[field] === '').length
  // 长期坚持 needs no deadline; it says so in the cell or by its kind.
  const standing = live.filter((clause) => clause.cells.deadline === '' && clause.cells.closure === 'standing').length
  return {
    ...counts,
    requirements: basis.leaves.length,
    gaps: { lead: lacking('leadUnit'), deadline: lacking('deadline') - standing, measure: lacking('measure') },
  }
}

const headOf = ({ document }: Breakdown): DocumentView['document'] => ({
  id: document.id,
  title: document.title,
  kind: document.kind as DocumentView['document']['kind'],
  number: document.number,
  issuedOn: document.issuedOn,
  meeting: document.meeting,
  referenceOnly: document.referenceOnly === true && document.minutesNumber === null,
  basis: basisWords(document),
  minutesNumber: document.minutesNumber,
  minutesOn: document.minutesOn,
  authority: document.authority === 'party' || document.authority === 'government' ? document.authority : null,
  text: document.text ?? '',
  version: document.version,
})

/** A document with every requirement found in it, and what became of each, as of a day. Throws Problem not-found. */
export const readDocument = async (store: Store, caller: Caller, id: string, on: LocalDate): Promise<DocumentView> => {
  const basis = await readBreakdown(store, caller, id, on)
  const nodes = nodeDays(on)
  const mayEdit = on === caller.today && mayDo(caller)['item.create'] === true
  const reading = { basis, nodes, suggest: await readSuggester(store, caller), mayEdit }
  const clauses = basis.clauses.map((record) => clauseView(record, reading))
  return {
    document: headOf(basis),
    nodes: nodes.map((by) => ({ by, label: nodeLabel(by) })),
    counts: countsOf(basis, clauses),
    clauses,
  }
}

import { z } from '@hono/zod-openapi'
import { countLine, simplify } from '@yundiao/directives'
import { type LocalDate, Problem } from '@yundiao/kernel'
import type { Caller, RecordOf, Store } from '@yundiao/store'
import { DOCUMENT_KINDS, THEME_DUTIES, themeLabel } from './directive-words.ts'
import { factOfItem, readItemRecords } from './item-facts.ts'

const text = z.string().nullable()

const clauseSchema = z
  .object({
    id: z.string(),
    seq: z.number().int(),
    parent: text,
    level: z.number().int(),
    /** `[start, end)` in UTF-16 units of the document's text. */
    start: z.number().int(),
    end: z.number().int(),
    text: z.string(),
    simplified: z.string(),
    heading: z.boolean(),
    theme: z.string(),
    themeLabel: z.string(),
    responsible: z.array(z.string()),
    deadline: text,
    measures: z.array(z.string()),
    disposition: z.enum(['pending', 'item', 'merged', 'declined']),
    reason: text,
    item: text,
    suggestions: z.object({ leadUnit: z.object({ id: z.string(), name: z.string() }).nullable() }),
    version: z.number().int(),
  })
  .openapi('Clause')
type ClauseView = z.infer<typeof clauseSchema>

export const documentSchema = z
  .object({
    document: z.object({
      id: z.string(),
      title: z.string(),
      kind: z.enum(DOCUMENT_KINDS),
      number: text,
      issuedOn: text,
      meeting: text,
      referenceOnly: z.boolean(),
      authority: text,
      text: z.string(),
    }),
    counts: z.object({
      requirements: z.number().int(),
      items: z.number().int(),
      merged: z.number().int(),
      declined: z.number().int(),
      pending: z.number().int(),
      gaps: z.object({ lead: z.number().int(), deadline: z.number().int(), measure: z.number().int() }),
    }),
    clauses: z.array(clauseSchema),
  })
  .openapi('Document')
type DocumentView = z.infer<typeof documentSchema>

type ClauseRecord = RecordOf<'clause'>
type Suggest = (clause: ClauseRecord) => { id: string; name: string } | null

/** The unit the duty list gives a matter, where the text itself names none. Grey until a person adopts it. */
const suggester = async (store: Store, caller: Caller): Promise<Suggest> => {
  const [duties, units] = await Promise.all([store.records(caller, 'duty'), store.records(caller, 'unit')])
  const unitOf = new Map(duties.map((duty) => [duty.duty, duty.unit]))
  const names = new Map(units.map((unit) => [unit.id, unit.shortName]))
  return (clause) => {
    const duty = THEME_DUTIES[clause.theme as keyof typeof THEME_DUTIES]
    const id = duty === undefined ? undefined : unitOf.get(duty)
    const name = id === undefined ? undefined : names.get(id)
    const isNamed = (clause.responsible ?? []).length > 0
    return clause.heading || isNamed || id === undefined || name === undefined ? null : { id, name }
  }
}

const clauseView = (row: ClauseRecord, suggest: Suggest): ClauseView => ({
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
  suggestions: { leadUnit: suggest(row) },
  version: row.version,
})

const countsOf = async (
  store: Store,
  caller: Caller,
  id: string,
  { clauses, on }: { clauses: readonly ClauseView[]; on: LocalDate },
): Promise<DocumentView['counts']> => {
  const items = await readItemRecords(store, caller, on, { document: id })
  const { lacking, ...counts } = countLine(clauses, items.map(factOfItem))
  return { ...counts, gaps: { lead: lacking.leadUnit, deadline: lacking.deadline, measure: lacking.measure } }
}

/** A document with every requirement found in it, and what became of each, as of a day. Throws Problem not-found. */
export const readDocument = async (store: Store, caller: Caller, id: string, on: LocalDate): Promise<DocumentView> => {
  const row = await store.record(caller, 'document', id, on)
  if (!row) throw new Problem('not-found', `按 ${on} 的数据没有这份文件，或无权查看`, { document: id })
  const [records, suggest] = await Promise.all([
    store.records(caller, 'clause', { where: { document: id }, order: 'seq', on }),
    suggester(store, caller),
  ])
  const clauses = records.map((record) => clauseView(record, suggest))
  const { title, number, issuedOn, meeting } = row
  return {
    document: {
      id,
      title,
      kind: row.kind as DocumentView['document']['kind'],
      number,
      issuedOn,
      meeting,
      referenceOnly: row.referenceOnly === true,
      authority: row.authority === 'party' || row.authority === 'government' ? row.authority : null,
      text: row.text ?? '',
    },
    counts: await countsOf(store, caller, id, { clauses, on }),
    clauses,
  }
}

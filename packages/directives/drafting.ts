import { deadlineOf, deadlinesOf } from './deadlines.ts'
import { dayOf } from './meeting-facts.ts'
import { leadAndAssist } from './owners.ts'
import type { Readout } from './readout.ts'
import type { Clause, Item, SourceDocument } from './records.ts'
import { readable } from './simplify.ts'

/** A clause as read, before the store gives it an identity; `parent` is the `seq` of its heading. */
export type ClauseDraft = Omit<Clause, 'id' | 'document' | 'parent' | 'item'> & {
  parent: number | null
  isHeading: boolean
}

/** An item as the text alone gives it, before a person has looked at it; `seq` is that of its clause. */
export type ItemDraft = Pick<
  Item,
  | 'title'
  | 'start'
  | 'end'
  | 'theme'
  | 'closure'
  | 'leadLeader'
  | 'leadUnit'
  | 'assistUnits'
  | 'deadline'
  | 'deadlineWords'
  | 'measure'
> & { seq: number }

/** The clauses of a readout in order, all 待核. `text` is the text the readout was read from. */
export const draftClauses = (readout: Readout, text: string): ClauseDraft[] => {
  const seqOf = new Map(readout.directives.map(({ id }, index) => [id, index + 1]))
  const headings = new Set(readout.directives.map(({ parent }) => parent))
  return readout.directives.map((directive, index) => {
    const [start, end] = directive.text_span
    const parent = directive.parent === null ? null : (seqOf.get(directive.parent) ?? null)
    const { level, action, theme } = directive
    const body = { start, end, text: text.slice(start, end), action, theme, level }
    return {
      ...body,
      seq: index + 1,
      parent,
      isHeading: headings.has(directive.id),
      disposition: 'pending',
      reason: null,
    }
  })
}

const nullIfEmpty = (words: readonly string[]): string | null => (words.length === 0 ? null : words.join('、'))

/** The day deadlines count from: the meeting's, or the document's where the text gives no year. */
const baseDay = (readout: Readout, document: Pick<SourceDocument, 'issuedOn'>) =>
  dayOf(readout.meeting_date) ?? document.issuedOn

/**
 * One draft for every leaf of a readout. Lead and assisting units, time and measure only as the words have them; all
 * else null (待明确): closure, leading official, and whatever the text leaves out.
 * Where the text gives no year but a person has dated the document (`issuedOn`), days are counted from that date.
 */
export const draftItems = (readout: Readout, text: string, document: Pick<SourceDocument, 'issuedOn'>): ItemDraft[] => {
  const day = baseDay(readout, document)
  const directives = new Map(draftClauses(readout, text).map((clause) => [clause.seq, clause]))
  return readout.directives.flatMap((directive, index) => {
    const clause = directives.get(index + 1)
    if (!clause || clause.isHeading) return []
    const words = readable(clause.text)
    const { lead, assist } = leadAndAssist(words, directive.responsible.map(readable))
    const named = (unit: string): string =>
      directive.responsible[directive.responsible.findIndex((r) => readable(r) === unit)] ?? unit
    const draft: ItemDraft = {
      seq: clause.seq,
      title: clause.action,
      start: clause.start,
      end: clause.end,
      theme: clause.theme,
      closure: null,
      leadLeader: null,
      leadUnit: lead === null ? null : named(lead),
      assistUnits: assist.map(named),
      deadline: deadlineOf(words, day),
      deadlineWords: nullIfEmpty(deadlinesOf(words, day).map((deadline) => deadline.words)),
      measure: nullIfEmpty(directive.quant_targets.map((target) => target.text)),
    }
    return [draft]
  })
}

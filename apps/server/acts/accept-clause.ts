import type { Terms } from '@yundiao/directives'
import type { Caller, Store } from '@yundiao/store'
import { type Breakdown, readBreakdown, termsOfClause } from '../views/breakdown.ts'
import { readClause } from './clause-record.ts'
import { optionalDay } from './require-day.ts'
import { setUpItems } from './set-up-items.ts'

export type Acceptance = {
  version: number
  title?: string | undefined
  leadUnit?: string | undefined
  deadline?: string | undefined
  measure?: string | undefined
}

/** What a person sent beside the line: only what was written counts. */
const overOf = (asked: Acceptance, { units }: Breakdown, terms: Terms): Partial<Terms> => {
  const lead = asked.leadUnit ? units.chosen('牵头单位', asked.leadUnit) : null
  const deadline = optionalDay('完成时限', asked.deadline)
  return {
    ...(asked.title?.trim() ? { title: asked.title.trim() } : {}),
    ...(lead ? { leadUnit: lead, assistUnits: terms.assistUnits.filter((unit) => unit !== lead) } : {}),
    ...(deadline ? { deadline } : {}),
    ...(asked.measure?.trim() ? { measure: asked.measure.trim() } : {}),
  }
}

/** 立项 of one requirement, with what a person fills in at once. Gives the item's id. */
export const accept = async (store: Store, caller: Caller, id: string, asked: Acceptance): Promise<string> => {
  const { clause, document } = await readClause(store, caller, id)
  const basis = await readBreakdown(store, caller, document.id)
  const over = overOf(asked, basis, termsOfClause(clause, basis))
  const done = await setUpItems(store, caller, basis, { steps: [{ id, version: asked.version }], over })
  return done.get(id) ?? ''
}

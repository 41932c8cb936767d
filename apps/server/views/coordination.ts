import { z } from '@hono/zod-openapi'
import { domains } from '@yundiao/domains'
import type { LocalDate } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { answerView } from './domain-view.ts'
import type { MeetingView } from './meeting-schema.ts'
import { readNames } from './names.ts'

const OPEN = 'coordination.open'

const text = z.string().nullable()
const matter = z.object({
  id: z.string(),
  ledger: z.string(),
  title: z.string(),
  raisedBy: text,
  region: z.string(),
  level: text,
  responsible: text,
  waitingDays: z.number().int(),
  state: z.string(),
  demo: z.boolean(),
})
const answered = z.object({
  counts: z.object({ open: z.number().int(), unanswered: z.number().int() }),
  rows: z.array(matter),
})

/**
 * 需协调事项 still open, from the domain's own view of the rows in sight, with the names of units; null where no domain
 * answers it or the caller has no sight of what it reads.
 */
export const readCoordination = async (
  store: Store,
  caller: Caller,
  on: LocalDate,
): Promise<MeetingView['coordination']> => {
  const view = domains.flatMap((domain) => [...domain.views]).find(({ id }) => id === OPEN)
  if (!view) return null
  const held = new Set((await store.ledgers(caller)).map(({ definition }) => definition.id))
  if (Object.values(view.reads).some(({ id }) => !held.has(id))) return null
  const { counts, rows } = answered.parse(await answerView(store, caller, view, { input: {}, on }))
  const names = await readNames(store, caller)
  const nameOf = (unit: string | null): string | null => (unit === null ? null : (names.unit(unit) ?? unit))
  return {
    open: counts.open,
    unanswered: counts.unanswered,
    rows: rows.map(({ raisedBy, region, responsible, ...row }) => ({
      ...row,
      raisedBy: nameOf(raisedBy) ?? names.place(region)?.name ?? null,
      responsible: nameOf(responsible),
    })),
  }
}

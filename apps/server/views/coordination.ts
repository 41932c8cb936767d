import { z } from '@hono/zod-openapi'
import { domains } from '@yundiao/domains'
import type { LocalDate } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { answerView } from './domain-view.ts'

const OPEN = 'coordination.open'

const text = z.string().nullish()
const matter = z.looseObject({ matter: z.string(), raisedBy: text, responsible: text, state: z.string() })
const answered = z.looseObject({ rows: z.array(matter) })

export type OpenMatter = { title: string; raisedBy: string | null; unit: string | null; state: string }

/** 需协调事项 still open, from the domain's own view of the rows in sight; none where no domain answers it. */
export const readOpenMatters = async (store: Store, caller: Caller, on: LocalDate): Promise<OpenMatter[]> => {
  const view = domains.flatMap((domain) => [...domain.views]).find(({ id }) => id === OPEN)
  if (!view) return []
  const held = new Set((await store.ledgers(caller)).map(({ definition }) => definition.id))
  if (Object.values(view.reads).some(({ id }) => !held.has(id))) return []
  const { rows } = answered.parse(await answerView(store, caller, view, { input: {}, on }))
  return rows.map((row) => ({
    title: row.matter,
    raisedBy: row.raisedBy ?? null,
    unit: row.responsible ?? null,
    state: row.state,
  }))
}

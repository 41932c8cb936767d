import type { Caller } from '../door/caller.ts'
import { readDemoFigures, readDemoRows } from '../door/demonstration-rows.ts'
import { readReference } from '../door/reference.ts'
import type { StoreParts } from '../door/store-parts.ts'

/** What the demonstration holds now, by record table and ledger, with what people hung on it. */
export type DemonstrationCounts = { rows: { name: string; count: number }[]; figures: number }

/** Counts what a removal would take away: read as the owner, for the system alone. */
export const countDemonstration = async (parts: StoreParts, { city }: Caller): Promise<DemonstrationCounts> => {
  const client = await parts.owner.connect()
  try {
    const { definitions } = await readReference(client, city, {})
    const ledgers = [...definitions.values()].map(({ definition }) => definition)
    const rows = await readDemoRows(client, city, ledgers, { accounts: false })
    const figures = await readDemoFigures(client, city)
    return { rows: rows.map(({ name, ids }) => ({ name, count: ids.length })), figures: figures.length }
  } finally {
    client.release()
  }
}

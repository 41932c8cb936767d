import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projects } from '@yundiao/domains/projects'
import type { LocalDate } from '@yundiao/kernel'
import { mianyang } from '@yundiao/mianyang'
import { type Caller, connectStore, createStore, startEmbedded } from '@yundiao/store'

export const CITY = mianyang.code
export const DAY: LocalDate = '2022-04-26'

/** A store of its own on the embedded database with fsync on, as the product runs it, with regions and one ledger. */
export const benchStore = async () => {
  const home = mkdtempSync(join(tmpdir(), 'yd-bench-'))
  const embedded = await startEmbedded({ home, log: () => undefined })
  const connections = await connectStore({ app: embedded.app, owner: embedded.owner })
  const store = createStore({ connections, home })
  await store.migrate()
  const rows = mianyang.regions.map(({ code, order, ...region }) => ({
    id: code,
    values: { code, ...region, sort: order },
  }))
  await store.commit(await store.wholeCity(CITY, DAY), [{ do: 'add', table: 'region', rows }])
  const system = await store.wholeCity(CITY, DAY)
  await store.defineLedger(system, projects)
  const end = async (): Promise<void> => {
    await connections.end()
    await embedded.stop()
    rmSync(home, { recursive: true, force: true })
  }
  return { store, connections, system, end }
}

/** The same rights, narrowed to some regions: what a county or a zone would come with. */
export const callerOf = (system: Caller, regions: readonly string[], more: Partial<Caller> = {}): Caller => ({
  ...system,
  role: 'office',
  clearance: 'firm',
  regions,
  references: ['000000', '510000', CITY],
  scopes: ['p', 'd', `r:${CITY}`],
  ...more,
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LocalDate, Polygon } from '@yundiao/kernel'
import { connectStore } from '../connect.ts'
import { startEmbedded } from '../embedded/index.ts'
import { createStore, type Store } from '../store.ts'

/** A real store in a folder of its own, for tests: embedded PostgreSQL without fsync, migrated, empty. */
export const scratchStore = async (
  now: () => Date = () => new Date(),
  areaOf: (city: string) => readonly Polygon[] | null = () => null,
) => {
  process.env.YUNDIAO_TEST_FAST = '1'
  const home = mkdtempSync(join(tmpdir(), 'yd-'))
  const embedded = await startEmbedded({ home, log: () => undefined })
  const connections = await connectStore({ app: embedded.app, owner: embedded.owner })
  const store: Store = createStore({ connections, home, now, areaOf })
  await store.migrate()
  const end = async (): Promise<void> => {
    await connections.end()
    await embedded.stop()
    rmSync(home, { recursive: true, force: true })
  }
  return { store, connections, embedded, home, end }
}

export const CITY = '510700'
export const TODAY: LocalDate = '2022-04-26'

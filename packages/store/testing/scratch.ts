import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import type { LocalDate, Polygon } from '@yundiao/kernel'
import { connectStore } from '../connect.ts'
import { startEmbedded } from '../embedded/index.ts'
import { createStore, type Store } from '../store.ts'
import { fillHome } from './template.ts'

type Opened = Awaited<ReturnType<typeof openScratch>>

type ScratchOptions = {
  now?: () => Date
  areaOf?: (city: string) => readonly Polygon[] | null
  /** What the store holds beside its tables. `name` stands for the content: it is made once in a run and copied. */
  content?: { name: string; fill: (opened: Opened) => Promise<void> }
}

const openScratch = async (home: string, { now, areaOf }: ScratchOptions) => {
  process.env.YUNDIAO_TEST_FAST = '1'
  const embedded = await startEmbedded({ home, log: () => undefined })
  const connections = await connectStore({ app: embedded.app, owner: embedded.owner })
  const store: Store = createStore({
    connections,
    home,
    ...(now === undefined ? {} : { now }),
    ...(areaOf === undefined ? {} : { areaOf }),
  })
  const close = async (): Promise<void> => {
    await connections.end()
    await embedded.stop()
  }
  return { store, connections, embedded, home, close }
}

const fillWith = async (home: string, options: ScratchOptions): Promise<void> => {
  const opened = await openScratch(home, options)
  await opened.store.migrate()
  await options.content?.fill(opened)
  await opened.close()
}

/** A real store in a folder of its own, for tests: embedded PostgreSQL without fsync, migrated, empty unless told. */
export const scratchStore = async (options: ScratchOptions = {}) => {
  const home = mkdtempSync(join(tmpdir(), 'yd-'))
  await fillHome(home, { name: options.content?.name ?? 'empty', fill: (folder) => fillWith(folder, options) })
  const { close, ...opened } = await openScratch(home, options)
  const end = async (): Promise<void> => {
    await close()
    rmSync(home, { recursive: true, force: true })
  }
  return { ...opened, end }
}

export const CITY = '510700'
export const TODAY: LocalDate = '2022-04-26'

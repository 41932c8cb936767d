import { quotedLedgers } from '@yundiao/briefings'
import { isProblem } from '@yundiao/kernel'
import { type Caller, type Change, needsOf, type RecordOf, type Store } from '@yundiao/store'
import { contentOf } from '../acts/keep-paper.ts'
import { printedContent } from '../acts/open-paper.ts'

const NOTE = '按材料所引台账补记查阅条件'

/** The ledgers a kept paper quotes; none where what it printed was not kept as data, or is not on the disk any more. */
const quotedIn = async (store: Store, system: Caller, paper: RecordOf<'paper'>): Promise<readonly string[]> => {
  try {
    const printed = await printedContent(store, system, paper)
    return printed ? quotedLedgers(contentOf(printed)) : []
  } catch (error) {
    if (isProblem(error)) return []
    throw error
  }
}

const changesOf = async (store: Store, system: Caller, paper: RecordOf<'paper'>): Promise<Change[]> => {
  const ledgers = await quotedIn(store, system, paper)
  if (ledgers.length === 0) return []
  // Ledgers were then read for papers with what every reader of them is cleared for.
  const set = { needs: needsOf(ledgers, 'internal') }
  const own = await store.records(system, 'file', { where: { subject: paper.id } })
  const same = await store.records(system, 'file', { where: { sha256: own.map(({ sha256 }) => sha256) } })
  const copies = await store.records(system, 'revision', { where: { paper: paper.id } })
  const change = (table: 'paper' | 'file' | 'revision') => (row: { id: string; version: number }) =>
    ({ do: 'change', table, id: row.id, version: row.version, set, note: NOTE }) as const
  return [change('paper')(paper), ...same.map(change('file')), ...copies.map(change('revision'))]
}

/**
 * Papers kept before they said what their readers must hold are given what their printed content tells: the ledgers its
 * runs are bound to. One that quotes a ledger without a binding, or was kept without its content, stays as it is.
 */
export const tellNeedsOfKept = async (store: Store, system: Caller): Promise<void> => {
  const papers = await store.records(system, 'paper', { where: { needs: null } })
  for (const paper of papers) {
    const changes = await changesOf(store, system, paper)
    if (changes.length > 0) await store.commit(system, changes)
  }
}

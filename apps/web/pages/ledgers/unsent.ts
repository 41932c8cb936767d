import type { CellFault, EntryRow, RowAmend, StaleRow } from '../../api/types.ts'

/** Cells filled in and not sent, and the version of each row they were filled in over. */
export type Unsent = { edits: ReadonlyMap<string, string>; versions: ReadonlyMap<string, number> }

export const NOTHING_UNSENT: Unsent = { edits: new Map(), versions: new Map() }

/** One place a person and a ledger: another account at the same machine sees nothing of it. */
export const slotOf = (account: string, ledger: string): string => `yundiao.unsent/${account}/${ledger}`

export const writeUnsent = ({ edits, versions }: Unsent): string =>
  JSON.stringify({ edits: [...edits], versions: [...versions] })

const isPairs = <T extends 'string' | 'number'>(value: unknown, kind: T): boolean =>
  Array.isArray(value) &&
  value.every((pair) => Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === kind)

/** What was kept; nothing where it cannot be read. */
export const readUnsent = (text: string | null): Unsent => {
  if (text === null) return NOTHING_UNSENT
  try {
    const kept = JSON.parse(text) as { edits: [string, string][]; versions: [string, number][] }
    if (!isPairs(kept.edits, 'string') || !isPairs(kept.versions, 'number')) return NOTHING_UNSENT
    return { edits: new Map(kept.edits), versions: new Map(kept.versions) }
  } catch {
    return NOTHING_UNSENT
  }
}

type Sheet = {
  rows: readonly EntryRow[]
  columns: readonly { id: string; read: (row: EntryRow) => string }[]
  unsent: Unsent
}

export type ToSend = { rows: RowAmend[]; cells: { row: string; column: string; text: string }[] }

/** What differs from the rows as stored, as the amend door takes it: over the version the person had in sight. */
export const toSend = ({ rows, columns, unsent }: Sheet): ToSend => {
  const cells: ToSend['cells'] = []
  const amends: RowAmend[] = []
  for (const row of rows) {
    const changed = columns.flatMap((column) => {
      const text = unsent.edits.get(`${row.id}/${column.id}`)
      return text === undefined || text === column.read(row) ? [] : [{ row: row.id, column: column.id, text }]
    })
    if (changed.length === 0) continue
    cells.push(...changed)
    const set: Record<string, string | null> = {}
    for (const { column, text } of changed) if (column !== 'state') set[column] = text === '' ? null : text
    const state = changed.find(({ column }) => column === 'state')?.text
    const version = unsent.versions.get(row.id) ?? row.version
    amends.push({ entry: row.id, version, set, ...(state === undefined ? {} : { state }) })
  }
  return { rows: amends, cells }
}

const isRecords = (value: unknown): value is Record<string, unknown>[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null)

const listOf = <T>(details: Record<string, unknown> | null | undefined, name: string): T[] => {
  const list = details?.[name]
  return isRecords(list) ? (list as T[]) : []
}

/** Cells the server refused, and rows another person changed meanwhile. */
export const refusedCells = (details: Record<string, unknown> | null | undefined): CellFault[] =>
  listOf(details, 'cells')
export const staleRows = (details: Record<string, unknown> | null | undefined): StaleRow[] => listOf(details, 'rows')

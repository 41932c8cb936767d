import type { FilledNote } from '../../api/items.ts'
import type { ProgressSheetRow } from '../../api/types.ts'

/** The columns a unit fills in. */
export const FILLED = ['text', 'percent', 'problems', 'nextSteps'] as const
export type Filled = (typeof FILLED)[number]

type Told = Pick<FilledNote, Filled>

/** A cell of a note as the sheet shows it; '' is not known. */
export const shown = (note: Told | null, column: Filled): string => {
  const value = note?.[column]
  return value === null || value === undefined ? '' : String(value)
}

const percentIn = (text: string): number | null => {
  const plain = text.normalize('NFKC').replace(/%$/u, '').trim()
  return plain === '' ? null : Number(plain)
}

/** Cells that cannot be read as what they are, by `${item}/${column}`. */
export const unreadable = (edits: ReadonlyMap<string, string>, message: string): Map<string, string> =>
  new Map(
    [...edits].flatMap(([key, text]) =>
      key.endsWith('/percent') && Number.isNaN(percentIn(text) ?? 0) ? [[key, message] as const] : [],
    ),
  )

/** The rows somebody touched, whole, as the server takes them. */
export const filledRows = (rows: readonly ProgressSheetRow[], edits: ReadonlyMap<string, string>): FilledNote[] =>
  rows
    .filter((row) => FILLED.some((column) => edits.has(`${row.item}/${column}`)))
    .map((row) => {
      const text = (column: Filled): string => edits.get(`${row.item}/${column}`) ?? shown(row.now, column)
      return {
        item: row.item,
        note: row.now?.version ?? null,
        text: text('text'),
        percent: percentIn(text('percent')),
        problems: text('problems') || null,
        nextSteps: text('nextSteps') || null,
      }
    })

/** What a file says, as edits over the sheet: only cells that differ. */
export const editsOfFile = (rows: readonly ProgressSheetRow[], read: readonly (Told & { item: string })[]) =>
  read.flatMap((note) => {
    const row = rows.find((one) => one.item === note.item)
    if (!row) return []
    return FILLED.flatMap((column) => {
      const text = shown(note, column)
      return text === '' || text === shown(row.now, column) ? [] : [{ row: row.item, column, text }]
    })
  })

/** Rows with a text of this time, kept or typed. */
export const filledCount = (rows: readonly ProgressSheetRow[], edits: ReadonlyMap<string, string>): number =>
  rows.filter((row) => (edits.get(`${row.item}/text`) ?? shown(row.now, 'text')).trim() !== '').length

/** Faults the server names by cell. */
export const faultsOf = (details: Record<string, unknown> | null | undefined): Map<string, string> => {
  const [cells, messages] = [details?.cells, details?.messages]
  if (!Array.isArray(cells) || !Array.isArray(messages)) return new Map()
  return new Map(cells.map((cell, at) => [String(cell), String(messages[at] ?? '')]))
}

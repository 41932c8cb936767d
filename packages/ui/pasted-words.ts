import type { Pasted } from './edit-sheet.ts'
import { fill, type UiWords } from './messages.ts'

/** What a paste did and what it could not do, in one line. */
export const pastedWords = ({ edits, rowsOver, columnsOver, refused }: Pasted, words: UiWords): string =>
  [
    fill(words.pastedCells, { n: edits.length }),
    rowsOver > 0 ? fill(words.pasteRowsOver, { n: rowsOver }) : '',
    columnsOver > 0 ? fill(words.pasteColumnsOver, { n: columnsOver }) : '',
    ...refused.map(({ label, cells }) => fill(words.pasteRefused, { label, n: cells })),
  ]
    .filter(Boolean)
    .join(words.semicolon)

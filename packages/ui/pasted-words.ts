import type { AlignedPaste } from './align-paste.ts'
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

const NAMES = 20

const listed = (names: readonly string[]): string =>
  `${names.slice(0, NAMES).join('、')}${names.length > NAMES ? '…' : ''}`

/** What a paste by name did, and by name what it could not place. */
export const alignedWords = (pasted: AlignedPaste, label: string, words: UiWords): string =>
  [
    fill(words.alignedCells, { label, rows: pasted.rows, n: pasted.edits.length }),
    pasted.unknown.length > 0
      ? fill(words.alignUnknown, { n: pasted.unknown.length, names: listed(pasted.unknown) })
      : '',
    pasted.ambiguous.length > 0
      ? fill(words.alignAmbiguous, { n: pasted.ambiguous.length, names: listed(pasted.ambiguous) })
      : '',
    pasted.columnsOver > 0 ? fill(words.pasteColumnsOver, { n: pasted.columnsOver }) : '',
  ]
    .filter(Boolean)
    .join(words.semicolon)

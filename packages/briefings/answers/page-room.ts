import { headRows } from '../head-rows.ts'
import { BOOKLET_LAYOUT, LAYOUT_9704 } from '../layout9704.ts'
import { type Block, bodyRows, markText, type Run, runText } from '../paper.ts'

const { grid } = BOOKLET_LAYOUT
const { sizesPt } = LAYOUT_9704
/** Points of the small print as the Word file sets it: line of a cell, its margins, line of a note and room above. */
const CELL_LINE = 16
const CELL_MARGIN = 2.5
const CELL_SIDES = 6
const NOTE_LINE = 18
const NOTE_ABOVE = 4

const areaWidth = grid.charactersPerLine.value * grid.characterPitchPt.value

/** The height of a page's type area less a line, for what the estimate does not weigh, in points. */
export const PAGE_ROOM = (grid.linesPerPage.value - 1) * grid.linePitchPt.value

const HAN = /\p{Script=Han}/u
const LETTER = /[0-9A-Za-z]/u

/** Width of a character, 1 that of Chinese: Latin letters and digits take half, their points and commas a quarter. */
const widthOfOne = (one: string): number => {
  if (/[.,:;]/u.test(one)) return 0.25
  return one.charCodeAt(0) < 0x2000 ? 0.5 : 1
}

/** Width of a text; where a digit or letter meets a Chinese character, editors set a quarter between them. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, one, at, all) => {
    const before = all[at - 1] ?? ''
    const meets = (HAN.test(before) && LETTER.test(one)) || (LETTER.test(before) && HAN.test(one))
    return sum + widthOfOne(one) + (meets ? 0.25 : 0)
  }, 0)

const textOf = (runs: readonly Run[]): string =>
  runs.map((run) => runText(run) + ('mark' in run ? markText(run.mark) : '')).join('')

const linesOf = (runs: readonly Run[], perLine: number, indent = 0): number =>
  Math.max(1, Math.ceil((widthOf(textOf(runs)) + indent) / perLine))

const tableHeight = (table: Extract<Block, { kind: 'table' }>): number => {
  const whole = table.columns.reduce((sum, { share }) => sum + share, 0)
  const perLine = table.columns.map(({ share }) =>
    Math.max(1, (areaWidth * (share / whole) - CELL_SIDES) / sizesPt.table.value),
  )
  const rowHeight = (cells: readonly (readonly Run[])[]): number =>
    Math.max(1, ...cells.map((cell, at) => linesOf(cell, perLine[at] ?? 1))) * CELL_LINE + CELL_MARGIN
  const head = headRows(table.columns).length * (CELL_LINE + CELL_MARGIN)
  const rows = bodyRows(table).reduce((sum, { cells }) => sum + rowHeight(cells), 0)
  return (table.caption === '' ? 0 : grid.linePitchPt.value) + head + rows
}

const blockHeight = (block: Block): number => {
  switch (block.kind) {
    case 'table':
      return tableHeight(block)
    case 'note':
      return linesOf(block.runs, areaWidth / sizesPt.table.value) * NOTE_LINE + NOTE_ABOVE
    case 'list':
      return block.items.reduce((sum, runs) => sum + blockHeight({ kind: 'paragraph', runs }), 0)
    default:
      return linesOf(block.runs, grid.charactersPerLine.value, 2) * grid.linePitchPt.value
  }
}

/**
 * The height blocks take on a page of a booklet, in points: an estimate by characters, for what to leave out. It does not
 * weigh how a word processor breaks lines at punctuation.
 */
export const heightOf = (blocks: readonly Block[]): number => blocks.reduce((sum, block) => sum + blockHeight(block), 0)

import type { FigureRef } from '@yundiao/figures'
import type { LocalDate } from '@yundiao/kernel'

/** A word in brackets beside a number that says it is not a plain official figure. */
export type FigureMark = '测算' | '演示' | '内部' | '预计' | '快报'

/** What stands where a figure or an owner is lacking. Never empty, never zero. */
export type Gap = '待明确' | '未公布' | '未报送' | '缺'

/** A number worked out for this paper: formula, version and what went in (figures, or `item:<id>` for a count of items). */
export type FormulaUse = { id: string; version: number; inputs: readonly string[] }

/** Why digits need no passport. */
export type FreeKind = 'date' | 'period' | 'ordinal' | 'document-number' | 'name'

/**
 * A stretch of text. Digits may stand in a bound run (`figure`, `formula`, `item`, `entry`) or in one declared `free`;
 * digits in a plain `text` run are unbound and fail `checkBinding`. `shown` holds the whole claim (`同比下降5.5%`,
 * `784.28亿元`), so that a changed direction or unit is seen as well as a changed digit. A formula run is 测算 by nature:
 * its mark prints the word beside it; without one a head or note of the paper says so.
 */
export type Run =
  | { text: string }
  | { free: string; as: FreeKind }
  | { figure: FigureRef; shown: string; mark?: FigureMark }
  | { formula: FormulaUse; shown: string; mark?: FigureMark }
  | { gap: Gap }
  | { item: string; text: string }
  /** Words read off a row of a ledger; `entry` is the ledger's id, a slash, the row's id. */
  | { entry: string; text: string }

export type Align = 'left' | 'center' | 'right'

/** A leaf column. `under` are its parent heads, outermost first; `share` is its part of the width (any positive scale). */
export type PaperColumn = { label: string; under?: readonly string[]; share: number; align: Align }

/**
 * One body row: a list of runs a cell. `indent` counts two-character steps in the first column (其中). A `section` row is a
 * bold title across the whole table; only its first cell counts.
 */
export type PaperRow = { cells: readonly (readonly Run[])[]; indent?: number; section?: boolean }

/** A cell of a table or sheet that reaches down over `rows` rows; `row` counts its `rows`, the total apart, from 0. */
export type DownMerge = { row: number; column: number; rows: number }

export type HeadingLevel = 1 | 2 | 3 | 4

export type Block =
  | {
      kind: 'heading'
      level: HeadingLevel
      runs: readonly Run[]
      /** Begins a page: 一问一页. */
      startsPage?: boolean
    }
  /** `closes`: the name and day under a paper (落款), at the right. */
  | { kind: 'paragraph'; runs: readonly Run[]; closes?: boolean }
  | { kind: 'list'; items: readonly (readonly Run[])[] }
  | { kind: 'note'; runs: readonly Run[] }
  | {
      kind: 'table'
      caption: string
      unitLine: string
      columns: readonly PaperColumn[]
      /** 合计 or 全市: printed as the first body row. */
      total?: PaperRow
      rows: readonly PaperRow[]
      merges?: readonly DownMerge[]
    }

/** What closes a paper. `preparedBy` null prints 待明确; the printing time is the shell's to add. */
export type PaperFoot = { preparedBy: string | null }

/**
 * A document before it has a format. `kind` names the template (`quarter-review`); figures are as known on `asKnownOn`;
 * `checkpoint` is the whole hash of the signed checkpoint in force, null where there is none yet.
 */
export type Paper = {
  kind: string
  title: string
  subtitle?: string
  city: { code: string; name: string }
  asKnownOn: LocalDate
  meeting?: string
  checkpoint: string | null
  /** A wide table lies across; left out, the page stands. */
  page?: 'portrait' | 'landscape'
  /** A booklet for the pocket is no 公文: smaller print, closer lines, narrower margins (BOOKLET_LAYOUT). */
  booklet?: true
  blocks: readonly Block[]
  foot: PaperFoot
}

/** The eight characters of a checkpoint that papers print; 无 where there is no checkpoint. */
export const checkCode = (checkpoint: string | null): string => checkpoint?.slice(0, 8).toUpperCase() ?? '无'

/** The characters of a run as printed, without its mark. */
export const runText = (run: Run): string => {
  if ('text' in run) return run.text
  if ('free' in run) return run.free
  if ('gap' in run) return run.gap
  return run.shown
}

/** How a mark prints: the word in brackets, '' without one. */
export const markText = (mark: FigureMark | undefined): string => (mark === undefined ? '' : `（${mark}）`)

/** The body rows of a table as printed: the total first. */
export const bodyRows = (table: Extract<Block, { kind: 'table' }>): readonly PaperRow[] =>
  table.total ? [table.total, ...table.rows] : table.rows

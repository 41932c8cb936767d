import type { FigureMark } from './paper.ts'

/** A cell of a slide as printed, with its mark; a state word is shown with its shape. */
export type SlideCell = { text: string; mark?: FigureMark; isState?: boolean }

/** A row: what it is about (typed to jump to it), its cells; whether it is of the first or last three, or the city's own. */
export type SlideRow = { name: string; cells: readonly SlideCell[]; end?: 'first' | 'last'; own?: true }

export type SlideColumn = { label: string; align: 'left' | 'center' | 'right' }

/** What one slide is made of, before it is cut to what a screen holds. The first column is the rows' name. */
export type SlideTopic = {
  id: string
  title: string
  /** The one sentence that says it; null where the rows speak. */
  lead: string | null
  columns: readonly SlideColumn[]
  rows: readonly SlideRow[]
  /** What a reader must know beside the rows. */
  note: string | null
  /** Holds a figure not released yet: a watermark goes over it. */
  isInner: boolean
  /** Sentences in the cells take two lines: fewer rows fit. */
  isProse?: true
}

/** One screen: one idea, at most MOST_ROWS rows. */
export type Slide = Omit<SlideTopic, 'isProse'> & { page: number; pages: number }

/** Rows a screen holds at 28 px. */
export const MOST_ROWS = 9
const MOST_PROSE_ROWS = 5

/** Characters of a cell that fit two lines at 28 px on the narrower screen. */
const LONGEST = 40

const shorten = (text: string): string => {
  const characters = [...text]
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : text
}

const fitted = (row: SlideRow): SlideRow => ({
  ...row,
  name: shorten(row.name),
  cells: row.cells.map((cell) => ({ ...cell, text: shorten(cell.text) })),
})

const cut = (rows: readonly SlideRow[], most: number): (readonly SlideRow[])[] => {
  const pages = Math.max(1, Math.ceil(rows.length / most))
  const size = Math.ceil(rows.length / pages)
  return Array.from({ length: pages }, (_, page) => rows.slice(page * size, (page + 1) * size))
}

/**
 * Slides of a meeting in the order of its topics. A topic with neither sentence nor rows is left out; one with more rows
 * than a screen holds goes on over pages of about equal length. Every row stays, with its marks; long words are cut.
 */
export const slidesOf = (topics: readonly SlideTopic[]): readonly Slide[] =>
  topics
    .filter((topic) => topic.rows.length > 0 || topic.lead !== null)
    .flatMap(({ isProse, rows, ...topic }) => {
      const pages = cut(rows.map(fitted), isProse ? MOST_PROSE_ROWS : MOST_ROWS)
      return pages.map((part, at) => ({ ...topic, rows: part, page: at + 1, pages: pages.length }))
    })

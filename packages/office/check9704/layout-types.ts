/** What a run's characters look like; what no style says is null. Sizes in points. */
export type Face = { eastAsia: string | null; sizePt: number | null }

/** How a paragraph is laid. Twips; `line` is its pitch where exact, null where it follows the grid or its own height. */
export type Laying = {
  jc: string
  firstLine: number
  firstLineChars: number
  left: number
  line: number | null
  isExact: boolean
}

/** A stretch of one face. `text` of a page-number field is PAGE_MARK. */
export type FacedText = Face & { text: string }

export type LaidParagraph = Laying & {
  text: string
  styleName: string
  faces: readonly FacedText[]
  /** 第n段 or 表n; counted as a reader counts. */
  where: string
  inTable: boolean
  /** The table, or the unit line before it, follows at once. */
  beforeTable: boolean
}

export type LaidTable = { where: string; widthTwips: number }

/** One section's page; lengths in twips. `gridPitch` null: no grid of lines. */
export type LaidSection = {
  width: number
  height: number
  margins: { top: number; left: number; right: number; bottom: number }
  gridPitch: number | null
}

export type LaidFooter = { side: 'odd' | 'even'; paragraphs: readonly LaidParagraph[] }

export type LaidDocument = {
  paragraphs: readonly LaidParagraph[]
  tables: readonly LaidTable[]
  sections: readonly LaidSection[]
  footers: readonly LaidFooter[]
  /** Whether even pages have a footer of their own. */
  isTwoSided: boolean
}

/** Stands for the page number where a field prints it. */
export const PAGE_MARK = '\uFFFC'

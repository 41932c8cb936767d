const thin = { style: 'thin' } as const
export const THIN_BORDER = { top: thin, left: thin, bottom: thin, right: thin }

export const SHEET_FONTS = {
  title: { name: '方正小标宋简体', size: 22 },
  head: { name: '黑体', size: 10 },
  body: { name: '宋体', size: 10 },
  total: { name: '宋体', size: 10, bold: true },
}

const LINE_PT = 14
const LEAST_PT = 20

/** Width in digits: a Chinese character counts two. */
const widthOf = (text: string): number => [...text].reduce((sum, c) => sum + (c.charCodeAt(0) > 0xff ? 2 : 1), 0)

/**
 * Height in points of a row whose texts wrap in their columns. Written into the file because readers do not agree on
 * fitting wrapped rows by themselves.
 */
export const rowHeight = (columns: readonly { width: number }[], texts: readonly string[]): number => {
  const lines = texts.map((text, i) => Math.ceil(widthOf(text) / Math.max(1, (columns[i]?.width ?? 1) - 1)))
  return Math.max(LEAST_PT, 6 + LINE_PT * Math.max(1, ...lines))
}

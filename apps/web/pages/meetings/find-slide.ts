import type { SlideView } from '../../api/types.ts'

/** Where a name is: the slide, and the row if a row bears it. */
export type Found = { slide: number; row: number | null }

/**
 * The first place a name typed in the room leads to, from the slide after the one shown round to itself: a row whose
 * name holds it, else a slide whose title does. Null when nothing bears it.
 */
export const findSlide = (slides: readonly SlideView[], name: string, shown: number): Found | null => {
  const wanted = name.trim().toLowerCase()
  if (wanted === '') return null
  const order = slides.map((_, step) => (shown + 1 + step) % slides.length)
  for (const slide of order) {
    const row = slides[slide]?.rows.findIndex((one) => one.name.toLowerCase().includes(wanted)) ?? -1
    if (row >= 0) return { slide, row }
  }
  const titled = order.find((slide) => slides[slide]?.title.toLowerCase().includes(wanted))
  return titled === undefined ? null : { slide: titled, row: null }
}

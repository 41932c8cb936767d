import type { Block } from './paper.ts'

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** 1–99 in Chinese numerals: 一, 十, 十一, 二十, 九十九; digits beyond that. */
export const chineseNumber = (n: number): string => {
  if (!Number.isInteger(n) || n < 1 || n > 99) return String(n)
  const tens = Math.floor(n / 10)
  const ones = n % 10
  const head = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`
  return `${head}${ones === 0 ? '' : DIGITS[ones]}`
}

const STYLES = [
  (n: number) => `${chineseNumber(n)}、`,
  (n: number) => `（${chineseNumber(n)}）`,
  (n: number) => `${n}.`,
  (n: number) => `（${n}）`,
] as const

/**
 * The number before each block: 一、 （一） 1. （1） for headings of level 1–4, '' for all else. A heading starts the
 * numbers below it anew. Source: GB/T 9704-2012, 7.3.3 (grade C: read in open implementations).
 */
export const headingNumbers = (blocks: readonly Block[]): readonly string[] => {
  const counts = [0, 0, 0, 0]
  return blocks.map((block) => {
    if (block.kind !== 'heading') return ''
    const at = block.level - 1
    counts[at] = (counts[at] ?? 0) + 1
    counts.fill(0, at + 1)
    return STYLES[at]?.(counts[at] ?? 0) ?? ''
  })
}

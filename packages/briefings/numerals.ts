/** A number in Arabic digits found in text; offsets in UTF-16 units, end exclusive. */
export type Numeral = { text: string; start: number; end: number }

const NUMERAL = /[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?/gu

/** Every number written in Arabic digits (half or full width). Chinese numerals (三成、十五条) are not weighed. */
export const numeralsIn = (text: string): readonly Numeral[] =>
  [...text.matchAll(NUMERAL)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))

const FREE_SPELLINGS: readonly RegExp[] = [
  // 2022年4月26日, 2022年, 4月26日, 1—3月, 4月, 26日 after 月
  /\d{4}年(?:\d{1,2}(?:[—–-]\d{1,2})?月)?(?:\d{1,2}日)?/gu,
  /\d{1,2}(?:[—–-]\d{1,2})?月(?:\d{1,2}日|份|底|末|初|上旬|中旬|下旬)?/gu,
  /\d{4}-\d{2}-\d{2}/gu,
  // 9:00, 15时30分
  /\d{1,2}[:：]\d{2}/gu,
  // 绵府发〔2022〕12号, 〔2022〕12-03
  /〔\d{4}〕\d+(?:-\d+)*号?/gu,
  // 第3次, 第12条
  /第\d+(?=[次条届期号章节款批季])/gu,
  // 1. and （1） at the head of a paragraph, 附件1, 表1
  /^\d{1,2}[.．、](?!\d)/gu,
  /^[（(]\d{1,2}[)）]/gu,
  /(?:附件|表|图)\d{1,2}(?![\d.．%亿万])/gu,
]

/**
 * The numerals of `text` that need no passport by their form: dates and months, clock times, document numbers in 〔〕,
 * 第n次, the number that heads a paragraph, 附件n. Used on text people typed; our own papers declare theirs.
 * A plain number, an amount or a rate is never free.
 */
export const freeNumerals = (text: string): readonly Numeral[] => {
  const spans = FREE_SPELLINGS.flatMap((spelling) =>
    [...text.matchAll(spelling)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  )
  return numeralsIn(text).filter((n) => spans.some((span) => span.start <= n.start && n.end <= span.end))
}

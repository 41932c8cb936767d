/** A number the text sets as a goal. `text` as printed, `value` the printed number, `unit` the printed unit. */
export type QuantTarget = { text: string; value: number; unit: string }

/** A target and where its words stand in the text that was read. */
export type PlacedTarget = QuantTarget & { start: number; end: number }

const UNITS =
  '万吨标准煤|吨标准煤|万亿元|亿元|万元|亿美元|万美元|美元|元|个百分点|百分点|%|％|‰|万平方米|平方米|平方公里|公里|千米|米|公顷|万亩|亩|万吨|吨|公斤|亿千瓦时|万千瓦时|千瓦时|万千瓦|千瓦|兆瓦|万立方米|立方米|万人次|人次|万人|万户|户次|户|家次|家|处|宗|所|栋|幢|套|座|台|辆|艘|架|名|人|项|件|条|场次|场|班次|期|批次|次|支|亿斤|万斤|斤|万头|头|万辆|万台|万套|万件|万个|个|倍|成|位|种|款|部|张|块|门|间|孔|眼|株|万株|平方|度'

const NUMBER = /(?<![第\d.A-Za-z—-])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)/
const TARGET = new RegExp(`${NUMBER.source}(?:余|多)?(${UNITS})(?:以上|以内|左右)?`, 'gu')

/** What follows a count that names or describes instead of setting a goal: 15条措施, 6个方面, 3个月. */
const NAMES =
  /^(?:个?(?:方面|领域|环节|月|季度|小时|工作日|星期|年|周|部门|县|市区|县（|区|维度|层面|阶段|步骤|小长假)|条?(?:硬)?(?:措施|举措|意见|政策|规定|要求|硬措施|红线)|项?(?:机制|制度|措施|举措|政策)|号)/u
const QUOTED = /“[^”]{0,40}”|《[^》]{0,60}》|‘[^’]{0,40}’/gu

const isName = (text: string, end: number, unit: string): boolean => {
  const rest = text.slice(end, end + 6)
  if (/^[个条项]$/u.test(unit) && NAMES.test(rest)) return true
  return /^(?:个月|小时|工作日)/u.test(rest)
}

const blank = (text: string): string => text.replace(QUOTED, (quoted) => '＿'.repeat(quoted.length))

/**
 * Numbers with a unit that a readable text sets as goals: 23处, 3户, 15亿元, 6.5%. Numbers inside quotation marks
 * (“15条措施”, “一年转形象”), dates, ordinals (第14期), durations and counts that only name (7个方面) are not goals.
 * Chinese numerals are left out: they count things in names far more often than they set goals.
 */
export const targetsOf = (text: string): PlacedTarget[] => {
  const open = blank(text)
  return [...open.matchAll(TARGET)].flatMap((match) => {
    const [printed, digits = '', unit = ''] = match
    const end = match.index + printed.length
    if (isName(open, match.index + digits.length + unit.length, unit)) return []
    const value = Number(digits.replaceAll(',', ''))
    return [{ text: printed, value, unit, start: match.index, end }]
  })
}

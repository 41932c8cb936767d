const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const

/**
 * Whether an 18-character 统一社会信用代码 agrees with its check character. Source: GB 32100-2015, weights 3^i mod 31.
 * Real codes exist that do not, so a mismatch is a warning and never a refusal.
 */
export const isUsccConsistent = (code: string): boolean => {
  if (code.length !== 18) return false
  const digits = [...code].map((character) => ALPHABET.indexOf(character))
  if (digits.some((digit) => digit < 0)) return false
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * (digits[index] ?? 0), 0)
  return (31 - (sum % 31)) % 31 === digits[17]
}

/** 15-digit 注册号 and 9-character 组织机构代码, still met on old papers. */
const LEGACY = /^(\d{15}|[0-9A-Z]{8}-?[0-9X])$/

/** GB/T 40058-2021: time, region, department, kind, serial with check character. The check is not verified. */
const PROJECT_CODE = /^(\d{4})-(\d{6})-(\d{2})-(\d{2})-(\d{5}[0-9A-Z])$/

/** What is odd about a code, in Chinese; null when nothing is. `code` is upper-case and without spaces. */
export const oddityOfCode = (check: 'uscc' | 'project-code', code: string): string | null => {
  if (check === 'project-code')
    return PROJECT_CODE.test(code) ? null : '项目代码不是 4-6-2-2-6 位的写法，请核对（已照录）'
  if (isUsccConsistent(code)) return null
  return LEGACY.test(code)
    ? '这是旧注册号或组织机构代码，请补统一社会信用代码（已照录）'
    : '统一社会信用代码校验不符，请核对（已照录）'
}

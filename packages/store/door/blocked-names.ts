import { simplify } from '@yundiao/directives'
import { Problem } from '@yundiao/kernel'

export type BlockedNames = {
  size: number
  /** The blocked name a text holds, or null. Width, case, white space and traditional script do not hide a name. */
  find: (text: string) => string | null
}

const fold = (text: string): string => simplify(text.normalize('NFKC').toLowerCase()).replaceAll(/[\s·•‧・]/gu, '')

/** A list of names that may not be entered anywhere (涉军涉密). Names shorter than two characters are not a list. */
export const blockedNames = (names: readonly string[]): BlockedNames => {
  const folded = names.map((name) => [fold(name), name] as const).filter(([short]) => short.length >= 2)
  return {
    size: folded.length,
    find: (text) => {
      if (folded.length === 0) return null
      const haystack = fold(text)
      return folded.find(([short]) => haystack.includes(short))?.[1] ?? null
    },
  }
}

/** Refuses a text that holds a blocked name. The place is named, the matched name is not repeated in logs. */
export const refuseBlocked = (blocked: BlockedNames, place: string, value: unknown): void => {
  if (typeof value === 'string' && blocked.find(value) !== null)
    throw new Problem('name.blocked', `${place}含有禁录名单中的名称，未录入。请删去该名称，或由管理员核对禁录名单`, {
      place,
    })
}

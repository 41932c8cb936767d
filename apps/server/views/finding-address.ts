import { canonicalYtd, monthsElapsed } from '@yundiao/figures'
import { addDays, parsePeriod } from '@yundiao/kernel'
import type { RecordOf } from '@yundiao/store'
import { periodWords } from './board-period.ts'
import { FINDING_KIND } from './directive-words.ts'

type Made = Pick<RecordOf<'item'>, 'sourceKind' | 'sourceNumber' | 'sourceTitle'>

/** What an item made of a finding has as the title of its 依据. */
export const findingTitle = (words: string): string => `${words}研判要点`

/** January to the end of the month after a period; null at the end of a year. */
const monthLater = (period: string): string | null => {
  const parsed = parsePeriod(period)
  if (!parsed || monthsElapsed(parsed) === 12) return null
  return canonicalYtd(addDays(parsed.ends, 1).slice(0, 7))
}

/**
 * Where the finding an item was made of stands in the list: its indicator, of an industry the one it belongs to, its
 * region, and the period of the list, which for lagging indicators is a month after the finding's own.
 */
export const findingOf = ({
  sourceKind,
  sourceNumber,
  sourceTitle,
}: Made): { indicator: string; region: string; period: string } | null => {
  const [, code, region, own] = sourceNumber?.split(':') ?? []
  if (sourceKind !== FINDING_KIND || !code || !region || !own) return null
  const periods = [own, monthLater(own)].filter((period) => period !== null)
  const period = periods.find((one) => findingTitle(periodWords(one)) === sourceTitle) ?? own
  return { indicator: code.replace(/\{.*$/u, ''), region, period }
}

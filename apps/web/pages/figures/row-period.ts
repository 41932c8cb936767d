import { parseFigureRef } from '@yundiao/figures'
import { parsePeriod, periodInWords } from '@yundiao/kernel'
import type { BoardRow } from '../../api/types.ts'

/** The months of a row whose figures come later than the sheet's, without the year: 1—2月. Null where they agree. */
export const rowPeriod = (row: Pick<BoardRow, 'level' | 'growth'>, sheet: string): string | null => {
  const ref = parseFigureRef((row.level ?? row.growth)?.ref ?? '')
  const period = ref && ref.period !== sheet ? parsePeriod(ref.period) : null
  return ref && period ? periodInWords(period, ref.series.accumulation).replace(/^\d{4}年(?=.)/, '') : null
}

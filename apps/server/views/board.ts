import { economyCatalogue } from '@yundiao/domains/economy'
import { boardOf, type Board as Judged } from '@yundiao/figures'
import type { LocalDate } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { boardPeriod, periodsBeside, periodWords } from './board-period.ts'
import { boardRowView } from './board-row.ts'
import type { Board } from './board-schema.ts'
import { readLeads } from './leads.ts'
import { readPlaces } from './places.ts'
import { readBreaks } from './series-breaks.ts'
import { readTargets } from './targets.ts'

const CODES = economyCatalogue.all.map((indicator) => indicator.code)

const notesOf = (judged: Judged, on: LocalDate): string[] => {
  const { gaps, unreported } = judged.missing
  return [
    `数据截至 ${on}，此后公布或更正的不计入`,
    '绝对额、增速、位次按公布数印；“较”各栏和需增长为测算，按公布数相减或推算',
    ...(gaps.length > 0 ? [`缺：已查未见公布，${gaps.length}项`] : []),
    ...(unreported.length > 0 ? [`未报送：${unreported.length}项`] : []),
  ]
}

/** Sheet T1 of the city for a period, as known on a day, from the rows the caller may see. */
export const readBoard = async (
  store: Store,
  caller: Caller,
  { period: asked, on }: { period: string | undefined; on: LocalDate },
): Promise<Board> => {
  const period = await boardPeriod(store, caller, on, asked)
  const { tree, ...regions } = await readPlaces(store, caller)
  const places = [regions.self, regions.province, regions.nation]
  const [figures, laterCount, targets, leadOf, breaks] = await Promise.all([
    store.figures(caller, { on, indicators: CODES, periods: periodsBeside(period), regions: places }),
    store.countLaterFigures(caller, { on, indicators: CODES, periods: [period], regions: places }),
    readTargets(store, caller, on, { year: Number(period.slice(0, 4)) }),
    readLeads(store, caller, on),
    readBreaks(store, caller, on),
  ])
  const judged = boardOf({ catalogue: economyCatalogue, figures, targets, period, regions, breaks, on })
  const view = (row: Judged['rows'][number]) => boardRowView(row, { period, on, leadOf })
  return {
    period,
    periodWords: periodWords(period),
    asKnownOn: on,
    city: { code: caller.city, name: tree.get(caller.city)?.name ?? caller.city },
    laterCount,
    rows: judged.rows.map(view),
    supplement: judged.supplement.map(view),
    notes: notesOf(judged, on),
  }
}

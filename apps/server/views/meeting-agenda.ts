import type { LocalDate } from '@yundiao/kernel'
import type { Caller, RecordOf, Store } from '@yundiao/store'
import type { BoardRow } from './board-schema.ts'
import type { MeetingRecord } from './carry-over.ts'
import type { AgendaPoint } from './meeting-schema.ts'

type AgendaRecord = RecordOf<'agenda'>

/** The point every meeting of a chain opens with; the system gives it, nobody types it. */
const FIRST_POINT = '上次议定事项落实情况'

/** A title that speaks of the economy as a whole reports on the whole sheet. */
const WHOLE = /经济运行|主要(?:经济)?指标/u

const DIGITS = /[+−-]?\d/u

/** How far behind: against the target where one is known, else against the province; null where neither can be said. */
const lagOf = (row: BoardRow): { value: number; words: string } | null => {
  const said = (words: string, compare: BoardRow['vsTarget']) =>
    compare.kind === 'value' && DIGITS.test(compare.shown)
      ? { value: compare.value, words: `${words}${compare.shown}${compare.unitShown}` }
      : null
  return said('较目标', row.vsTarget) ?? said('较全省', row.vsProvince)
}

const isBehind = (row: BoardRow): boolean => row.state.word === '欠序时'

/** Indicators a point reports on: those a person named, else its unit's, else the whole sheet where the title says so. */
const reportedOn = (point: AgendaRecord, rows: readonly BoardRow[]): readonly BoardRow[] => {
  if (point.indicators && point.indicators.length > 0)
    return rows.filter((row) => point.indicators?.includes(row.indicator))
  const led = point.reportingUnit === null ? [] : rows.filter((row) => row.leadUnit === point.reportingUnit)
  return led.length > 0 ? led : WHOLE.test(point.title) ? rows : []
}

/** 最差指标: behind its target first, then the one that lags most. Null where nothing can be compared. */
const worstOf = (rows: readonly BoardRow[]): AgendaPoint['worst'] => {
  const compared = rows.flatMap((row) => {
    const lag = lagOf(row)
    return lag ? [{ row, lag }] : []
  })
  const [worst] = compared.sort(
    (a, b) => Number(isBehind(b.row)) - Number(isBehind(a.row)) || a.lag.value - b.lag.value,
  )
  if (!worst) return null
  const { row, lag } = worst
  return { indicator: row.indicator, label: row.label, words: lag.words, state: row.state }
}

/** 草稿 is of the paper; a point without one, or with a draft only, has nothing to hand in yet. */
const paperState = (paper: RecordOf<'paper'> | undefined): string =>
  paper?.state === '送审' || paper?.state === '定稿' ? paper.state : '未交'

/** Points of an agenda still on it, in order. */
export const readPoints = async (
  store: Store,
  caller: Caller,
  meeting: string,
  on: LocalDate,
): Promise<AgendaRecord[]> =>
  (await store.records(caller, 'agenda', { where: { meeting }, order: 'seq', on })).filter(
    (point) => point.dropped !== true,
  )

const given = (meeting: MeetingRecord): AgendaPoint => ({
  id: `${meeting.id}-given`,
  seq: 1,
  given: true,
  title: FIRST_POINT,
  reportingUnit: null,
  minutes: null,
  materials: '系统生成',
  isByHand: false,
  paper: null,
  indicators: [],
  decision: null,
  worst: null,
  version: 1,
})

/** 议程, 上次议定事项 first; a light meeting, with no points and none before it, has none. */
export const readAgenda = async (
  store: Store,
  caller: Caller,
  meeting: MeetingRecord,
  { on, rows }: { on: LocalDate; rows: readonly BoardRow[] },
): Promise<AgendaPoint[]> => {
  const points = await readPoints(store, caller, meeting.id, on)
  if (points.length === 0 && meeting.previous === null) return []
  const papers = await store.records(caller, 'paper', { where: { meeting: meeting.id }, on })
  const byId = new Map(papers.map((paper) => [paper.id, paper]))
  return [
    given(meeting),
    ...points.map((point, index) => ({
      id: point.id,
      seq: index + 2,
      given: false,
      title: point.title,
      reportingUnit: point.reportingUnit,
      minutes: point.minutes,
      materials: point.materials ?? paperState(byId.get(point.paper ?? '')),
      isByHand: point.materials !== null,
      paper: point.paper,
      indicators: point.indicators ?? [],
      decision: point.decision,
      worst: worstOf(reportedOn(point, rows)),
      version: point.version,
    })),
  ]
}

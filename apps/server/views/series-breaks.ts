import { z } from '@hono/zod-openapi'
import { economyCatalogue } from '@yundiao/domains/economy'
import { BREAK_KINDS, type BreakKind, type SeriesBreak } from '@yundiao/figures'
import { type LocalDate, parsePeriod, periodInWords } from '@yundiao/kernel'
import type { Caller, RecordOf, Store } from '@yundiao/store'

export const declaredBreakSchema = z
  .object({
    id: z.string(),
    version: z.number().int(),
    region: z.string(),
    period: z.string(),
    periodWords: z.string(),
    /** The first day on the new side. */
    from: z.string(),
    kind: z.enum(BREAK_KINDS),
    document: z.string(),
    url: z.string().nullable(),
    note: z.string().nullable(),
    declaredBy: z.string().nullable(),
    declaredOn: z.string(),
    /** What may no longer be set against what, in one sentence. */
    why: z.string(),
  })
  .openapi('DeclaredBreak')
export type DeclaredBreak = z.infer<typeof declaredBreakSchema>

type Row = RecordOf<'seriesBreak'>

const WHAT: Readonly<Record<BreakKind, string>> = {
  口径变化: '此前各期口径不同，不可比',
  基数修订: '此前各期绝对额基数不同，不可比；增速以公布数为准',
  区划调整: '此前各期绝对额范围不同，不可比；增速以公布数为准',
}

const kindOf = (row: Row): BreakKind => BREAK_KINDS.find((kind) => kind === row.kind) ?? '口径变化'

const periodWords = (row: Row): string => {
  const period = parsePeriod(row.period)
  return period ? periodInWords(period, economyCatalogue.get(row.indicator)?.accumulation ?? 'ytd') : row.period
}

const whyOf = (row: Row): string => `${periodWords(row)}起${kindOf(row)}（依据：${row.document}），${WHAT[kindOf(row)]}`

const breakOf = (row: Row): SeriesBreak[] => {
  const from = parsePeriod(row.period)?.starts
  return from ? [{ indicator: row.indicator, region: row.region, from, kind: kindOf(row), why: whyOf(row) }] : []
}

const rowsOf = async (store: Store, caller: Caller, on: LocalDate, indicator?: string): Promise<Row[]> => {
  const where = indicator === undefined ? {} : { indicator }
  const rows = await store.records(caller, 'seriesBreak', { where, on })
  return rows.filter((row) => row.withdrawn === null)
}

/** Breaks in the caller's sight that stood on a day, as engines take them. */
export const readBreaks = async (
  store: Store,
  caller: Caller,
  on: LocalDate,
  indicator?: string,
): Promise<SeriesBreak[]> => (await rowsOf(store, caller, on, indicator)).flatMap(breakOf)

/** The same of one indicator, as its page tells them, the newest first. */
export const readDeclaredBreaks = async (
  store: Store,
  caller: Caller,
  on: LocalDate,
  indicator: string,
): Promise<DeclaredBreak[]> =>
  (await rowsOf(store, caller, on, indicator))
    .flatMap((row): DeclaredBreak[] => {
      const from = parsePeriod(row.period)?.starts
      if (!from) return []
      const { id, version, region, period, document, url, note, declaredBy, knownFrom } = row
      const told = { id, version, region, period, document, url, note, declaredBy, declaredOn: knownFrom }
      return [{ ...told, from, periodWords: periodWords(row), kind: kindOf(row), why: whyOf(row) }]
    })
    .sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0))

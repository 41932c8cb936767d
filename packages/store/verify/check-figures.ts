import { parsePeriod } from '@yundiao/kernel'
import type { PoolClient } from 'pg'
import { compareStreams } from '../chain/heads.ts'
import { bodyOf } from './check-chain.ts'
import { type FigureState, figureSlots, type SlotMoves, slotMoves } from './figure-slots.ts'
import type { Findings } from './findings.ts'
import type { SeriesText } from './read-figures.ts'
import { type Move, type Replayed, replayFigure, type Told } from './replay-figure.ts'

const toldOf = (row: FigureState): Told => {
  const body = bodyOf(row.body ?? '{}')
  const open = Array.isArray(body.openRegions) ? body.openRegions : []
  return {
    vintage: row.vintage,
    order: row.event_seq,
    leafNo: row.leaf_no,
    knownOn: row.known_on,
    at: row.at ?? '',
    releaseAt: String(body.releaseAt),
    state: String(body.state),
    isOpenRegion: open.includes(row.region),
  }
}

type Pair = readonly [name: string, held: unknown, due: unknown]

const periodPairs = ({ period, starts, ends }: FigureState): Pair[] => {
  const parsed = parsePeriod(period)
  return [
    ['starts', starts, parsed?.starts ?? null],
    ['ends', ends, parsed?.ends ?? null],
  ]
}

const passportPairs = (row: FigureState, open: boolean): Pair[] => [
  ['passport.kind', row.passport_kind, bodyOf(row.passport_body ?? '{}').kind],
  ['passport.series', row.passport_series, row.series],
  ['passport.release_at', row.passport_release_at, row.release_at],
  ['passport.scopes', row.passport_open ? '公开' : '不公开', open ? '公开' : '不公开'],
]

const pairsOf = (row: FigureState, replayed: Replayed): Pair[] => {
  const due = replayed.vintages.get(row.vintage)
  if (!due) return []
  const names = ['state', 'recorded_at', 'release_at', 'release_on', 'known_to', 'opened_on', 'open_to'] as const
  return [
    ...names.map((name): Pair => [name, row[name], due[name]]),
    ...periodPairs(row),
    ...passportPairs(row, due.open),
  ]
}

const words = (pairs: readonly Pair[]): string =>
  pairs.map(([name, held, due]) => `${name} 应为 ${String(due)}，实为 ${String(held)}`).join('；')

const isAmiss = ([, held, due]: Pair): boolean => held !== due

const checkSlot = (rows: readonly FigureState[], moves: readonly Move[], findings: Findings): void => {
  const [first] = rows
  if (!first) return
  const replayed = replayFigure(rows.map(toldOf), moves)
  const vintages = rows.map((row) => row.vintage).sort((a, b) => a - b)
  const gap = vintages.findIndex((vintage, i) => vintage !== i + 1)
  if (gap >= 0) findings.differs('figure', first.slot, `版本不连续：缺少第 ${gap + 1} 版`)
  for (const row of rows) {
    const amiss = pairsOf(row, replayed).filter(isAmiss)
    if (amiss.length > 0) findings.differs('figure', `${row.slot}@${row.vintage}`, words(amiss))
  }
  const slot: Pair[] = [
    ['release_at', first.slot_release_at, replayed.slot?.release_at],
    ['state', first.slot_state, replayed.slot?.state],
  ]
  const amiss = slot.filter(isAmiss)
  if (amiss.length > 0) findings.differs('figure_slot', first.slot, words(amiss))
}

/** Both sides come in byte order of the figures: a merge holds one figure in memory. */
const movesFor = (source: AsyncIterator<SlotMoves>, findings: Findings) => {
  let next: SlotMoves | null | undefined
  const step = async (): Promise<SlotMoves | null> => {
    const { done, value } = await source.next()
    return done ? null : value
  }
  return async (slot: string | null): Promise<readonly Move[]> => {
    next ??= next === undefined ? await step() : null
    while (next && (slot === null || compareStreams(next.slot, slot) < 0)) {
      findings.differs('figure', next.slot, '操作记录里有它的发布，表中却没有这个数')
      next = await step()
    }
    if (!next || next.slot !== slot) return []
    const { moves } = next
    next = await step()
    return moves
  }
}

const ORPHANS = `select 'passport' as table, p.id::text as id from passport p where p.city = $1
    and not exists (select from figure f where f.city = p.city and f.passport = p.id and f.series = p.series)
  union all select 'figure_slot', s.series || ' ' || s.region || ' ' || s.period from figure_slot s where s.city = $1
    and not exists (select from figure f where f.city = s.city and f.series = s.series and f.region = s.region and f.period = s.period)
  limit 200`

const checkOrphans = async (client: PoolClient, city: string, findings: Findings): Promise<void> => {
  const { rows } = await client.query<{ table: string; id: string }>(ORPHANS, [city])
  for (const { table, id } of rows) findings.differs(table, id, '没有对应的数：绕过系统添加过')
}

/**
 * Holds what later commits move of figures (state, release, days of sight, slots, openness of passports) to a replay of
 * the events. The chain must be sound, or the replay would follow what was altered.
 */
export const checkFigures = async (
  client: PoolClient,
  city: string,
  series: SeriesText,
  findings: Findings,
): Promise<void> => {
  const moves = slotMoves(client, city)
  const movesOf = movesFor(moves, findings)
  for await (const rows of figureSlots(client, city, series)) {
    const [first] = rows
    if (first) checkSlot(rows, await movesOf(first.slot), findings)
  }
  await movesOf(null)
  await moves.return(undefined)
  await checkOrphans(client, city, findings)
}

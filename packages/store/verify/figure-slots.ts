import type { ReleaseState } from '@yundiao/figures'
import type { LocalDate } from '@yundiao/kernel'
import type { PoolClient } from 'pg'
import { streamRows } from '../chain/snapshot.ts'
import { bodyOf } from './check-chain.ts'
import type { SeriesText } from './read-figures.ts'
import type { Move } from './replay-figure.ts'

/** A vintage as the table holds it, with the event that told it, its passport's frame and its slot. */
export type FigureState = {
  slot: string
  series: number
  region: string
  period: string
  starts: string
  ends: string
  vintage: number
  known_on: LocalDate
  known_to: string
  release_on: string
  opened_on: string | null
  open_to: string
  recorded_at: string
  release_at: string
  state: string
  event_seq: number
  leaf_no: number
  at: string | null
  body: string | null
  passport_kind: string | null
  passport_series: number | null
  passport_release_at: string | null
  passport_open: boolean | null
  passport_body: string | null
  slot_release_at: string | null
  slot_state: string | null
}

const FIGURES = `select * from (select 'fig:' || f.city || '/' || s.text || '/' || f.region || '/' || f.period as slot,
    f.series, f.region, f.period, f.starts, f.ends, f.vintage, f.known_on, f.known_to, f.release_on, f.opened_on, f.open_to,
    f.recorded_at, f.release_at, f.state, f.event_seq, f.leaf_no, e.at, e.body, p.kind as passport_kind,
    p.series as passport_series, p.release_at as passport_release_at, p.scopes @> '{p}' as passport_open,
    p.body as passport_body, t.release_at as slot_release_at, t.state as slot_state
  from figure f
  join json_to_recordset($2) as s(id int, text text) on s.id = f.series
  left join event e on e.city = f.city and e.stream = 'figure' and e.seq = f.event_seq
  left join passport p on p.city = f.city and p.id = f.passport
  left join figure_slot t on t.city = f.city and t.series = f.series and t.region = f.region and t.period = f.period
  where f.city = $1) v order by slot collate "C", event_seq, leaf_no`

/** Lists of rows that lie together and share a key. */
async function* grouped<T>(rows: AsyncIterable<T>, keyOf: (row: T) => string): AsyncGenerator<T[]> {
  let group: T[] = []
  for await (const row of rows) {
    const [first] = group
    if (first && keyOf(first) !== keyOf(row)) {
      yield group
      group = []
    }
    group.push(row)
  }
  if (group.length > 0) yield group
}

/** Vintages of one figure after another, figures in byte order of their reference. */
export const figureSlots = (client: PoolClient, city: string, series: SeriesText): AsyncGenerator<FigureState[]> => {
  const texts = JSON.stringify([...series].map(([id, { text }]) => ({ id, text })))
  const rows = streamRows<FigureState>(client, { sql: FIGURES, params: [city, texts] })
  return grouped(rows, (row) => row.slot)
}

type MoveRow = { slot: string; vintage: number; region: string; seq: number; at: string; kind: string; frame: string }

const MOVES = `select * from (select substring(r.ref from '^(.*)@[0-9]+$') as slot, substring(r.ref from '@([0-9]+)$')::int as vintage,
    split_part(r.ref, '/', 3) as region, e.seq, e.at, e.kind, (e.body::jsonb - 'refs')::text as frame
  from event e cross join lateral json_array_elements_text((e.body::json)->'refs') r(ref)
  where e.city = $1 and e.stream = 'release' and e.kind in ('figure.approved', 'figure.released', 'figure.removed')) v
  order by slot collate "C", seq, vintage`

const toMove = ({ vintage, region, at, kind, frame }: MoveRow): Move => {
  const body = bodyOf(frame)
  const follows = Number(body.follows)
  if (kind === 'figure.removed') return { vintage, follows, removedOn: String(body.day) as LocalDate }
  const open = Array.isArray(body.openRegions) ? body.openRegions : []
  return {
    vintage,
    at,
    today: String(body.day) as LocalDate,
    releaseAt: String(body.at),
    state: String(body.state) as Exclude<ReleaseState, 'reported'>,
    follows,
    isOpenRegion: open.includes(region),
  }
}

export type SlotMoves = { slot: string; moves: Move[] }

/** Releases of one figure after another, in the same order as the figures. The chain must be sound. */
export async function* slotMoves(client: PoolClient, city: string): AsyncGenerator<SlotMoves> {
  const rows = streamRows<MoveRow>(client, { sql: MOVES, params: [city] })
  for await (const group of grouped(rows, (row) => row.slot))
    yield { slot: group[0]?.slot ?? '', moves: group.map(toMove) }
}

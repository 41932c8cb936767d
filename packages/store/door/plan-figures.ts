import { createHash } from 'node:crypto'
import { type FigureDraft, parseFigureRef, printFigureRef, printSeries } from '@yundiao/figures'
import { Problem, parsePeriod } from '@yundiao/kernel'
import type { PoolClient } from 'pg'
import { canonicalJson } from '../chain/jcs.ts'
import { refuseBlocked } from './blocked-names.ts'
import type { Change, EventDraft, Json, Planned, Row } from './changes.ts'
import type { PlanContext } from './plan-context.ts'
import { requireRegion, requireReleaseRight, requireReportRight } from './rights.ts'
import { isOpenRegion, regionScopes } from './scopes.ts'
import { type SeriesRow, seriesFor } from './series-rows.ts'
import { canonicalRow } from './versioned.ts'

type Report = Extract<Change, { do: 'report' }>
type Release = Extract<Change, { do: 'release' }>

const ROWS_PER_EVENT = 1000

type Slot = { draft: FigureDraft; series: SeriesRow; knownOn: string }

type Current = {
  series: number
  region: string
  period: string
  vintage: number
  value: number | null
  printed: string | null
  known_on: string
  state: string
}

const slotKey = (series: number, region: string, period: string): string => `${series}|${region}|${period}`

const checkDraft = (context: PlanContext, draft: FigureDraft, backfill: boolean): void => {
  const { caller, reference } = context
  requireReportRight(caller, draft.series.origin, draft.releaseState)
  if (!reference.tree.get(draft.region))
    throw new Problem('region.unknown', `行政区代码 ${draft.region} 不存在，请核对后重报`, { region: draft.region })
  requireRegion(caller, draft.region)
  if (!parsePeriod(draft.period))
    throw new Problem('period.invalid', `期别 ${draft.period} 写法不识别，应如 2022Q1、2022-03`, {
      period: draft.period,
    })
  if (draft.value !== null && !Number.isFinite(draft.value))
    throw new Problem('value.not-a-number', `${draft.region} ${draft.period} 的数值不是数字，请改正`, {
      region: draft.region,
    })
  if (draft.knownOn && !backfill)
    throw new Problem('figure.backfill-closed', '只有注明来源日期的补录可以指定知悉日期', { period: draft.period })
  refuseBlocked(reference.blocked, '数据说明', draft.note)
}

const currentOf = async (client: PoolClient, city: string, slots: readonly Slot[]): Promise<Map<string, Current>> => {
  const keys = slots.map(({ draft, series }) => ({ series: series.id, region: draft.region, period: draft.period }))
  const { rows } = await client.query<Current>(
    `select f.series, f.region, f.period, f.vintage, f.value, f.printed, f.known_on, f.state from figure f
     join json_to_recordset($2) as k(series int, region text, period text)
       on f.series = k.series and f.region = k.region and f.period = k.period
     where f.city = $1 and f.known_to = 'infinity' order by f.series, f.region, f.period for update of f`,
    [city, JSON.stringify(keys)],
  )
  return new Map(rows.map((row) => [slotKey(row.series, row.region, row.period), row]))
}

type Placed = { row: Row; canonical: string; passport: Row; closes: Current | null; ref: string }

const passportOf = (context: PlanContext, slot: Slot, id: string, releaseAt: string): Row => {
  const { caller, reference } = context
  const { draft, series } = slot
  const open = draft.releaseState === 'released' && isOpenRegion(reference.tree, caller.city, draft.region)
  const scopes = [...regionScopes(reference.tree, caller.city, draft.region), 'd', ...(open ? ['p'] : [])]
  const body = canonicalJson({ ...draft.passport, by: { id: caller.id, name: caller.name } } as unknown as Json)
  return { city: caller.city, id, kind: draft.passport.kind, body, scopes, series: series.id, release_at: releaseAt }
}

const place = (context: PlanContext, slot: Slot, previous: Current | null, releaseAt: string): Placed => {
  const { caller, at } = context
  const { draft, series, knownOn } = slot
  const period = parsePeriod(draft.period)
  if (!period) throw new Problem('period.invalid', `期别 ${draft.period} 写法不识别`)
  const passport = passportOf(context, slot, context.newId(), releaseAt)
  const vintage = (previous?.vintage ?? 0) + 1
  const fixed: Row = {
    city: caller.city,
    region: draft.region,
    period: period.text,
    vintage,
    value: draft.value,
    printed: draft.printed,
    printed_unit: draft.printedUnit,
    round: draft.round,
    note: draft.note,
    known_on: knownOn,
    passport: passport.id as string,
  }
  const source = createHash('sha256').update(String(passport.body)).digest('hex')
  const canonical = canonicalRow('figure', { ...fixed, series: printSeries(draft.series), source })
  const row: Row = {
    ...fixed,
    series: series.id,
    starts: period.starts,
    ends: period.ends,
    known_to: 'infinity',
    recorded_at: at,
    release_at: releaseAt,
    state: draft.releaseState,
  }
  const ref = printFigureRef({
    city: caller.city,
    series: draft.series,
    region: draft.region,
    period: period.text,
    vintage,
  })
  return { row, canonical, passport, closes: previous, ref }
}

const refuseOutOfOrder = (slot: Slot, previous: Current): void => {
  if (slot.knownOn < previous.known_on)
    throw new Problem(
      'figure.backfill-closed',
      `${slot.draft.region} ${slot.draft.period} 已有 ${previous.known_on} 知悉的数，不能补录更早的一版`,
      { region: slot.draft.region, period: slot.draft.period },
    )
}

const isUnchanged = (slot: Slot, previous: Current): boolean =>
  previous.value === slot.draft.value &&
  previous.printed === slot.draft.printed &&
  previous.state === slot.draft.releaseState

/** Slots in the order the city came to know them; the same number told again is not a new vintage. */
const placeAll = (context: PlanContext, slots: readonly Slot[], current: Map<string, Current>, releaseAt: string) => {
  const latest = new Map(current)
  const placed: Placed[] = []
  const refs: string[] = []
  for (const slot of slots) {
    const key = slotKey(slot.series.id, slot.draft.region, slot.draft.period)
    const previous = latest.get(key) ?? null
    if (previous && isUnchanged(slot, previous)) {
      refs.push(printFigureRef({ city: context.caller.city, ...slot.draft, vintage: previous.vintage }))
      continue
    }
    if (previous) refuseOutOfOrder(slot, previous)
    const one = place(context, slot, previous, releaseAt)
    const { row } = one
    placed.push(one)
    refs.push(one.ref)
    latest.set(key, { ...(row as unknown as Current), series: slot.series.id })
  }
  return { placed, refs, unchanged: slots.length - placed.length }
}

const eventOf = (context: PlanContext, placed: readonly Placed[], change: Report, releaseAt: string): EventDraft => ({
  stream: 'figure',
  kind: 'figure.reported',
  subject: placed.length === 1 ? (placed[0]?.ref ?? null) : null,
  scopes: [
    ...new Set(
      placed.flatMap((one) => regionScopes(context.reference.tree, context.caller.city, String(one.row.region))),
    ),
  ].sort(),
  body: {
    state: String(placed[0]?.row.state),
    releaseAt,
    ...(change.backfill ? { backfill: change.backfill } : {}),
  },
  rows: placed.map(({ row, canonical }) => ({ table: 'figure', row, canonical })),
})

const closing = (city: string, placed: readonly Placed[]): Planned['before'] => {
  const stored = placed.flatMap(({ closes, row }) =>
    closes && closes.known_on !== undefined
      ? [
          {
            series: closes.series,
            region: closes.region,
            period: closes.period,
            vintage: closes.vintage,
            known_to: String(row.known_on),
          },
        ]
      : [],
  )
  if (stored.length === 0) return []
  return [
    {
      sql: `update figure f set known_to = k.known_to
        from json_to_recordset($2) as k(series int, region text, period text, vintage int, known_to date)
        where f.city = $1 and f.series = k.series and f.region = k.region and f.period = k.period and f.vintage = k.vintage`,
      params: [city, JSON.stringify(stored)],
    },
  ]
}

/** Within one commit a slot may get several vintages; all but the last are born closed. */
const bornClosed = (placed: readonly Placed[]): void => {
  const bySlot = new Map<string, Placed>()
  for (const one of placed) {
    const key = slotKey(Number(one.row.series), String(one.row.region), String(one.row.period))
    const earlier = bySlot.get(key)
    if (earlier) earlier.row.known_to = one.row.known_on ?? 'infinity'
    bySlot.set(key, one)
  }
}

const slotRows = (placed: readonly Placed[]): Planned['before'] => {
  const rows = new Map(
    placed.map(({ row }) => [
      slotKey(Number(row.series), String(row.region), String(row.period)),
      {
        city: row.city,
        series: row.series,
        region: row.region,
        period: row.period,
        release_at: row.release_at,
        state: row.state,
      },
    ]),
  )
  return [
    {
      sql: `insert into figure_slot select * from json_populate_recordset(null::figure_slot, $1)
        on conflict (city, series, region, period) do update set release_at = excluded.release_at, state = excluded.state`,
      params: [JSON.stringify([...rows.values()])],
    },
  ]
}

/** A figure locked until later is seen by the list alone: whoever locks it must be on it, or could not see it again. */
const refuseEmbargoedStranger = (context: PlanContext, indicators: readonly string[], releaseAt: string): void => {
  if (releaseAt > context.at && indicators.some((one) => !context.caller.earlyIndicators.includes(one)))
    throw new Problem('right.missing', '发布前的数限定阅知，请先由统计岗位把您列入该指标的限定阅知名单')
}

const chunk = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / ROWS_PER_EVENT) }, (_, i) =>
    rows.slice(i * ROWS_PER_EVENT, (i + 1) * ROWS_PER_EVENT),
  )

/**
 * New vintages of figures. The same value told again changes nothing; an older day than what is held is refused.
 * A release time in the future locks the figures for all but the early readers.
 */
export const planReport = async (client: PoolClient, context: PlanContext, change: Report): Promise<Planned> => {
  for (const draft of change.figures) checkDraft(context, draft, change.backfill !== undefined)
  const states = new Set(change.figures.map((draft) => draft.releaseState))
  if (states.size > 1) throw new Problem('input.invalid', '一次报送里的数须处于同一发布状态，请分开报送')
  if (change.backfill !== undefined && context.caller.role !== 'system')
    throw new Problem('right.missing', '历史补录只能由装载程序办理')
  const { caller } = context
  const series = await seriesFor(client, caller.city, change.figures)
  const slots = change.figures
    .map((draft, index): Slot & { index: number } => ({
      draft,
      series: series(draft),
      knownOn: draft.knownOn ?? caller.today,
      index,
    }))
    .sort((a, b) => (a.knownOn < b.knownOn ? -1 : a.knownOn > b.knownOn ? 1 : a.index - b.index))
  const releaseAt = change.releaseAt ?? context.at
  refuseEmbargoedStranger(
    context,
    change.figures.map((draft) => draft.series.indicator),
    releaseAt,
  )
  const current = await currentOf(client, caller.city, slots)
  const { placed, refs, unchanged } = placeAll(context, slots, current, releaseAt)
  const stored = placed.filter(
    (one) =>
      current.get(slotKey(Number(one.row.series), String(one.row.region), String(one.row.period))) === one.closes,
  )
  bornClosed(placed)
  return {
    events: chunk(placed).map((part) => eventOf(context, part, change, releaseAt)),
    inserts:
      placed.length > 0
        ? [
            { table: 'passport', rows: placed.map((one) => one.passport) },
            { table: 'figure', rows: placed.map((one) => one.row) },
          ]
        : [],
    replacements: [],
    before: placed.length > 0 ? [...closing(caller.city, stored), ...slotRows(placed)] : [],
    outcome: { do: 'report', refs: refs as `fig:${string}`[], unchanged },
  }
}

const releaseKeys = (refs: Release['refs']): { series: string; region: string; period: string; vintage: number }[] =>
  refs.map((ref) => {
    const parsed = parseFigureRef(ref)
    if (!parsed) throw new Problem('input.invalid', `数据引用 ${ref} 写法不对`, { ref })
    return { series: printSeries(parsed.series), region: parsed.region, period: parsed.period, vintage: parsed.vintage }
  })

/** Moves figures on to approved or released; a released figure of an open region is readable by everybody. */
export const planRelease = async (client: PoolClient, context: PlanContext, change: Release): Promise<Planned> => {
  requireReleaseRight(context.caller, change.state)
  const { caller } = context
  const keys = releaseKeys(change.refs)
  for (const key of keys) requireRegion(caller, key.region)
  const parsed = change.refs.map((ref) => parseFigureRef(ref))
  const series = await seriesFor(
    client,
    caller.city,
    parsed.flatMap((one) => (one ? [{ series: one.series, unit: null }] : [])),
  )
  const at = change.at ?? context.at
  refuseEmbargoedStranger(
    context,
    parsed.flatMap((one) => (one ? [one.series.indicator] : [])),
    at,
  )
  const rows = parsed.flatMap((one, index) =>
    one
      ? [
          {
            ...keys[index],
            series: series({ series: one.series, unit: null }).id,
            open: change.state === 'released' && isOpenRegion(context.reference.tree, caller.city, one.region),
          },
        ]
      : [],
  )
  const params = [caller.city, JSON.stringify(rows), at, change.state]
  const keyed = `json_to_recordset($2) as k(series int, region text, period text, vintage int, open boolean)`
  const match = `f.city = $1 and f.series = k.series and f.region = k.region and f.period = k.period and f.vintage = k.vintage`
  const { rowCount } = await client.query(
    `select 1 from figure f join ${keyed} on ${match} for update of f`,
    params.slice(0, 2),
  )
  if (rowCount !== rows.length)
    throw new Problem('not-found', `${rows.length} 个数里只找到 ${rowCount} 个，未作改动；请刷新后重试`)
  return {
    events: [
      {
        stream: 'release',
        kind: `figure.${change.state}`,
        subject: change.refs.length === 1 ? (change.refs[0] ?? null) : null,
        scopes: [
          ...new Set(keys.flatMap((key) => regionScopes(context.reference.tree, caller.city, key.region))),
        ].sort(),
        body: { refs: [...change.refs], state: change.state, at },
        rows: [],
      },
    ],
    inserts: [],
    replacements: [],
    before: [
      {
        sql: `update passport p set release_at = $3, scopes = case when k.open and not p.scopes @> '{p}' then p.scopes || '{p}' else p.scopes end
          from figure f join ${keyed} on ${match} where p.city = $1 and p.id = f.passport`,
        params: params.slice(0, 3),
      },
      { sql: `update figure f set state = $4, release_at = $3 from ${keyed} where ${match}`, params },
      {
        sql: `update figure_slot s set state = $4, release_at = $3 from ${keyed} where s.city = $1 and s.series = k.series and s.region = k.region and s.period = k.period`,
        params,
      },
    ],
    outcome: { do: 'release', released: rows.length },
  }
}

import type { FigureDraft } from '@yundiao/figures'
import { Problem, parsePeriod } from '@yundiao/kernel'
import type { PoolClient } from 'pg'
import { refuseBlocked } from './blocked-names.ts'
import type { Change, EventDraft, Planned } from './changes.ts'
import { instantOf } from './figure-days.ts'
import { bornClosed, type Current, type Placed, placeAll, type Slot, slotKey, slotOf } from './place-figures.ts'
import type { PlanContext } from './plan-context.ts'
import { requireRegion, requireReportRight } from './rights.ts'
import { isOpenRegion, regionScopes } from './scopes.ts'
import { seriesFor } from './series-rows.ts'

type Report = Extract<Change, { do: 'report' }>

const ROWS_PER_EVENT = 1000

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
    `select f.series, f.region, f.period, f.vintage, f.value, f.printed, f.known_on, f.known_to::text, f.state from figure f
     join json_to_recordset($2) as k(series int, region text, period text)
       on f.series = k.series and f.region = k.region and f.period = k.period
     where f.city = $1 and not exists (select from figure n where n.city = f.city and n.series = f.series
       and n.region = f.region and n.period = f.period and n.vintage > f.vintage) order by f.series, f.region, f.period for update of f`,
    [city, JSON.stringify(keys)],
  )
  return new Map(rows.map((row) => [slotKey(row.series, row.region, row.period), row]))
}

/** The regions of an event whose released figures everybody may read, told so that a replay needs no tree of then. */
export const openRegionsOf = (
  context: PlanContext,
  state: string,
  regions: readonly string[],
): { openRegions?: string[] } => {
  const { caller, reference } = context
  const open = [...new Set(regions)].filter((region) => isOpenRegion(reference.tree, caller.city, region)).sort()
  return state === 'released' && open.length > 0 ? { openRegions: open } : {}
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
    ...openRegionsOf(
      context,
      String(placed[0]?.row.state),
      placed.map((one) => String(one.row.region)),
    ),
    ...(change.backfill ? { backfill: change.backfill } : {}),
  },
  rows: placed.map(({ row, canonical }) => ({ table: 'figure', row, canonical })),
})

/** Vintages already stored end for their own regions when the next comes into sight, for everybody when it is opened. */
const closing = (city: string, placed: readonly Placed[]): Planned['before'] => {
  const firsts = new Map<string, Placed>()
  const opened = new Map<string, Placed>()
  for (const one of placed) {
    const key = slotOf(one.row)
    if (!firsts.has(key)) firsts.set(key, one)
    if (one.row.opened_on !== null && !opened.has(key)) opened.set(key, one)
  }
  const keys = (list: Iterable<Placed>): string =>
    JSON.stringify(
      [...list].map(({ row: { series, region, period, vintage }, until }) => ({
        series,
        region,
        period,
        vintage,
        until,
      })),
    )
  const from = `from json_to_recordset($2) as k(series int, region text, period text, vintage int, until date)
    where f.city = $1 and f.series = k.series and f.region = k.region and f.period = k.period and f.vintage < k.vintage`
  return [
    {
      sql: `update figure f set known_to = k.until ${from} and f.known_to = 'infinity'`,
      params: [city, keys(firsts.values())],
    },
    {
      sql: `update figure f set open_to = k.until ${from} and f.opened_on is not null and f.open_to = 'infinity'`,
      params: [city, keys(opened.values())],
    },
  ]
}

const slotRows = (placed: readonly Placed[]): Planned['before'] => {
  const rows = new Map(
    placed.map(({ row }) => [
      slotOf(row),
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
export const refuseEmbargoedStranger = (
  context: PlanContext,
  indicators: readonly string[],
  releaseAt: string,
): void => {
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
  const releaseAt = change.releaseAt === undefined ? context.at : instantOf(change.releaseAt)
  refuseEmbargoedStranger(
    context,
    change.figures.map((draft) => draft.series.indicator),
    releaseAt,
  )
  const current = await currentOf(client, caller.city, slots)
  const { placed, refs, unchanged } = placeAll(context, slots, current, releaseAt)
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
    before: placed.length > 0 ? [...closing(caller.city, placed), ...slotRows(placed)] : [],
    outcome: { do: 'report', refs: refs as `fig:${string}`[], unchanged },
  }
}

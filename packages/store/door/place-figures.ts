import { type FigureDraft, printFigureRef, printSeries } from '@yundiao/figures'
import { type LocalDate, Problem, parsePeriod } from '@yundiao/kernel'
import { canonicalJson } from '../chain/jcs.ts'
import type { Json, Row } from './changes.ts'
import { daysInSight } from './figure-days.ts'
import { canonicalFigure, type FigureFacts } from './figure-leaf.ts'
import type { PlanContext } from './plan-context.ts'
import { isOpenRegion, regionScopes } from './scopes.ts'
import type { SeriesRow } from './series-rows.ts'

export type Slot = { draft: FigureDraft; series: SeriesRow; knownOn: LocalDate }

export type Current = {
  series: number
  region: string
  period: string
  vintage: number
  value: number | null
  printed: string | null
  known_on: string
  /** A day only where the figure was removed: the newest vintage otherwise holds on. */
  known_to: string
  state: string
}

export const slotKey = (series: number, region: string, period: string): string => `${series}|${region}|${period}`

export const slotOf = (row: Row): string => slotKey(Number(row.series), String(row.region), String(row.period))

/** `until`: the first day on which the vintage before it no longer holds. */
export type Placed = { row: Row; canonical: string; passport: Row; ref: string; until: LocalDate }

type PassportRow = Row & { body: string; scopes: string[] }

const passportOf = (context: PlanContext, slot: Slot, id: string, releaseAt: string): PassportRow => {
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
  const facts = { ...fixed, series: printSeries(draft.series), unit: series.unit } as unknown as FigureFacts
  const canonical = canonicalFigure(facts, passport)
  const isReleased = draft.releaseState === 'released'
  const { releaseOn, openedOn, until } = daysInSight({ knownOn, at, releaseAt, isReleased })
  const row: Row = {
    ...fixed,
    series: series.id,
    starts: period.starts,
    ends: period.ends,
    release_on: releaseOn,
    known_to: 'infinity',
    opened_on: openedOn,
    open_to: 'infinity',
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
  return { row, canonical, passport, ref, until }
}

const isRemoved = (previous: Current): boolean => previous.known_to !== 'infinity'

const refuseOutOfOrder = (slot: Slot, previous: Current): void => {
  if (slot.knownOn < (isRemoved(previous) ? previous.known_to : previous.known_on))
    throw new Problem(
      'figure.backfill-closed',
      `${slot.draft.region} ${slot.draft.period} 已有 ${previous.known_on} 知悉的数，不能补录更早的一版`,
      { region: slot.draft.region, period: slot.draft.period },
    )
}

const isUnchanged = (slot: Slot, previous: Current): boolean =>
  !isRemoved(previous) &&
  previous.value === slot.draft.value &&
  previous.printed === slot.draft.printed &&
  previous.state === slot.draft.releaseState

/** Slots in the order the city came to know them; the same number told again is not a new vintage. */
export const placeAll = (
  context: PlanContext,
  slots: readonly Slot[],
  current: Map<string, Current>,
  releaseAt: string,
) => {
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

/** Within one commit a slot may get several vintages; all but the last are born closed. */
export const bornClosed = (placed: readonly Placed[]): void => {
  const lastOf = new Map<string, Placed>()
  const openOf = new Map<string, Placed>()
  for (const one of placed) {
    const key = slotOf(one.row)
    const earlier = lastOf.get(key)
    if (earlier) earlier.row.known_to = one.until
    lastOf.set(key, one)
    if (one.row.opened_on === null) continue
    const open = openOf.get(key)
    if (open) open.row.open_to = one.until
    openOf.set(key, one)
  }
}

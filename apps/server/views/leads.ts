import type { LocalDate } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'

export type Lead = { unitId: string | null; unit: string | null; leader: string | null }

type DutyRow = { duty: string; unit: string }
type UnitRow = { id: string; shortName: string }
type ChargeRow = {
  post: string
  subjectKind: string
  subject: string
  startsOn: LocalDate | null
  endsOn: LocalDate | null
}
type PostRow = {
  id: string
  title: string
  holder: string | null
  startsOn: LocalDate | null
  endsOn: LocalDate | null
}

const holdsOn = ({ startsOn, endsOn }: Pick<ChargeRow, 'startsOn' | 'endsOn'>, on: LocalDate): boolean =>
  (startsOn === null || startsOn <= on) && (endsOn === null || on <= endsOn)

/**
 * Who leads an indicator: the unit its duty falls to, and the leader in charge of the indicator, else of that unit, on
 * the day. What no record says stays null (待明确).
 */
export const leadsOf = (
  rows: {
    duties: readonly DutyRow[]
    units: readonly UnitRow[]
    charges: readonly ChargeRow[]
    posts: readonly PostRow[]
  },
  on: LocalDate,
): ((indicator: { code: string; leadDuty: string }) => Lead) => {
  const units = new Map(rows.units.map((unit) => [unit.id, unit.shortName]))
  const duties = new Map(rows.duties.map((duty) => [duty.duty, duty.unit]))
  const holders = new Map(
    rows.posts.filter((post) => holdsOn(post, on)).map((post) => [post.id, post.holder ?? post.title]),
  )
  const charges = rows.charges.filter((charge) => holdsOn(charge, on))
  const inChargeOf = (kind: string, subject: string | undefined): string | null => {
    const charge = charges.find((one) => one.subjectKind === kind && one.subject === subject)
    return charge ? (holders.get(charge.post) ?? null) : null
  }
  return ({ code, leadDuty }) => {
    const unit = duties.get(leadDuty)
    return {
      unitId: unit !== undefined && units.has(unit) ? unit : null,
      unit: unit === undefined ? null : (units.get(unit) ?? null),
      leader: inChargeOf('indicator', code) ?? inChargeOf('unit', unit),
    }
  }
}

export const readLeads = async (store: Store, caller: Caller, on: LocalDate) => {
  const [duties, units, charges, posts] = await Promise.all([
    store.records(caller, 'duty'),
    store.records(caller, 'unit'),
    store.records(caller, 'charge'),
    store.records(caller, 'post'),
  ])
  return leadsOf({ duties, units, charges, posts }, on)
}

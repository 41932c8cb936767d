import { type Finding, type FindingsInput, findings } from '@yundiao/analysis'
import { BREAKDOWNS, economyCatalogue, SUMS } from '@yundiao/domains/economy'
import type { Caller, Store } from '@yundiao/store'
import type { BoardQuery } from './board-cache.ts'
import { boardPeriod } from './board-period.ts'
import { readFindingLedgers } from './finding-ledgers.ts'
import { readLeads } from './leads.ts'
import { readLocked } from './locked-figures.ts'
import { readPlaces } from './places.ts'
import { readBreaks } from './series-breaks.ts'
import { readOpenTargets, readTargets } from './targets.ts'

const CODES = economyCatalogue.all.map((indicator) => indicator.code)

export type LeadOf = Awaited<ReturnType<typeof readLeads>>

/** What findings are drawn from, and what of it others who work on them may read too. */
export type Basis = {
  input: FindingsInput
  /** The same without figures before their minute, targets that were never made public and sums of ledgers. */
  open: FindingsInput
  locked: ReadonlySet<string>
  leadOf: LeadOf
  isWhole: boolean
}

export const readBasis = async (store: Store, caller: Caller, { period: asked, on }: BoardQuery): Promise<Basis> => {
  const period = await boardPeriod(store, caller, on, asked)
  const { tree, ...regions } = await readPlaces(store, caller)
  const below = tree.children(regions.self).map(({ code }) => code)
  const places = [regions.self, regions.province, regions.nation, ...below]
  const isWhole = below.every((region) => caller.regions.includes(region))
  const [figures, targets, openTargets, leadOf, breaks, ledgers] = await Promise.all([
    store.figures(caller, { on, indicators: CODES, regions: places }),
    readTargets(store, caller, on, {}),
    readOpenTargets(store, caller, on),
    readLeads(store, caller, on),
    readBreaks(store, caller, on),
    readFindingLedgers(store, caller, { period, on, self: isWhole ? regions.self : null }),
  ])
  const locked = await readLocked(store, caller, [...new Set(figures.map((figure) => figure.period))], on)
  const known = { catalogue: economyCatalogue, figures, targets, tree, regions, period, breaks, on }
  const input = { ...known, sums: SUMS, breakdowns: BREAKDOWNS, ledgers }
  return {
    input,
    open: { ...input, ledgers: [], figures: figures.filter(({ ref }) => !locked.has(ref)), targets: openTargets },
    locked,
    leadOf,
    isWhole,
  }
}

/** Published figures come first, then those of departments, then demonstration, as the engine has them. */
const standingOf = ({ id, mark }: Finding): number => (mark === '演示' ? 2 : id.split(':').length > 4 ? 1 : 0)

/**
 * Findings of the city are drawn from all of its counties or from none: who sees some of them would read of the others by
 * their absence, and of a few as if they were all.
 */
const drawn = (input: FindingsInput, isWhole: boolean): readonly Finding[] => {
  if (isWhole) return findings(input)
  const { self, province, nation } = input.regions
  const open = [self, province, nation]
  const city = findings({ ...input, figures: input.figures.filter(({ region }) => open.includes(region)) })
  const own = findings(input).filter(({ region }) => region !== self)
  const rows = [...city.filter(({ region }) => region === self), ...own]
  return rows.toSorted((a, b) => standingOf(a) - standingOf(b) || b.effect - a.effect)
}

/** Findings in their own words and, by id, in those that others may read too. */
export type Drawn = { found: readonly Finding[]; open: ReadonlyMap<string, Finding> }

/** The findings of a basis, twice over: as the reader may have them, and as others may. */
export const drawAll = ({ input, open, isWhole, locked }: Basis): Drawn => {
  const found = drawn(input, isWhole)
  const isSame = locked.size === 0 && open.targets.length === input.targets.length && input.ledgers?.length === 0
  const others = isSame ? found : drawn(open, isWhole)
  return { found, open: new Map(others.map((finding) => [finding.id, finding])) }
}

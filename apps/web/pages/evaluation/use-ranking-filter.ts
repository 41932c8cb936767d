import { useNavigate, useSearch } from '@tanstack/react-router'
import type { RankingFilter } from './rank-rows.ts'

/** Words `ask` may hold, joined by a comma. */
const NEAR = 'near'
const OWN = 'own'

export type HeldFilter = {
  filter: RankingFilter
  set: (change: RankingFilter) => void
  clear: () => void
  isNarrowed: boolean
}

/** The parts of the address a filter is kept in. */
type Kept = {
  q?: string | undefined
  region?: string | undefined
  kind?: string | undefined
  group?: string | undefined
  state?: string | undefined
  ask?: string | undefined
}

const filterOf = ({ q, region, kind, group, state, ask }: Kept): RankingFilter => ({
  q,
  region,
  park: kind,
  industry: group,
  grade: state,
  near: ask?.split(',').includes(NEAR) ?? false,
  own: ask?.split(',').includes(OWN) ?? false,
})

const keptOf = ({ q, region, park, industry, grade, near, own }: RankingFilter): Kept => ({
  q: q || undefined,
  region: region || undefined,
  kind: park || undefined,
  group: industry || undefined,
  state: grade || undefined,
  ask: [near ? NEAR : '', own ? OWN : ''].filter(Boolean).join(',') || undefined,
})

/** The filters live in the URL: a ranking can be sent to somebody as it is seen. */
export const useRankingFilter = (): HeldFilter => {
  const navigate = useNavigate()
  const filter = filterOf(useSearch({ strict: false }))
  // From the address as it is then: words typed a moment ago may not be drawn yet.
  const set = (change: RankingFilter) =>
    void navigate({
      to: '.',
      search: (old) => ({ ...old, ...keptOf({ ...filterOf(old), ...change }) }),
      replace: true,
    })
  const clear = () =>
    set({
      q: undefined,
      region: undefined,
      park: undefined,
      industry: undefined,
      grade: undefined,
      near: false,
      own: false,
    })
  return { filter, set, clear, isNarrowed: Object.values(filter).some(Boolean) }
}

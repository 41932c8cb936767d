import { useNavigate, useSearch } from '@tanstack/react-router'
import type { RankingFilter } from './rank-rows.ts'

const NEAR = 'near'

export type HeldFilter = {
  filter: RankingFilter
  set: (change: RankingFilter) => void
  clear: () => void
  isNarrowed: boolean
}

/** The filters live in the URL: a ranking can be sent to somebody as it is seen. */
export const useRankingFilter = (): HeldFilter => {
  const navigate = useNavigate()
  const { q, region, kind, group, state, ask } = useSearch({ strict: false })
  const filter = { q, region, park: kind, industry: group, grade: state, near: ask === NEAR }
  const set = (change: RankingFilter) => {
    const next = { ...filter, ...change }
    void navigate({
      to: '.',
      search: (old) => ({
        ...old,
        q: next.q || undefined,
        region: next.region || undefined,
        kind: next.park || undefined,
        group: next.industry || undefined,
        state: next.grade || undefined,
        ask: next.near ? NEAR : undefined,
      }),
      replace: true,
    })
  }
  const clear = () =>
    set({ q: undefined, region: undefined, park: undefined, industry: undefined, grade: undefined, near: false })
  return { filter, set, clear, isNarrowed: Object.values(filter).some(Boolean) }
}

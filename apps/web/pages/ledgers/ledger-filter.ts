import { useNavigate, useSearch } from '@tanstack/react-router'
import { endOfLastMonth, type LocalDate } from '@yundiao/kernel'
import type { EntryFilter, FilterTerm, LedgerView } from '../../api/types.ts'
import { useOn } from '../../shell/on-day.ts'
import type { Search } from '../../shell/search.ts'
import { useMe } from '../../shell/session.ts'

/** The question every ledger is asked each month, as it stands in the address. */
export const NOT_UPDATED = 'not-updated'

/** A question asked of a ledger, as conditions of its list; none for one it does not know. */
export const termsOf = (ledger: Pick<LedgerView, 'filters'>, ask: string | undefined, day: LocalDate): FilterTerm[] => {
  if (ask === NOT_UPDATED) return [{ field: 'knownFrom', op: 'range', to: endOfLastMonth(day) }]
  return ledger.filters.find(({ label }) => label === ask)?.filter ?? []
}

type Change = Pick<Search, 'q' | 'sort' | 'state' | 'region' | 'ask' | 'view'>

/** What a ledger is narrowed to. Lives in the address, and holds for every view and for what is exported. */
export const useFilter = (ledger: LedgerView) => {
  const navigate = useNavigate()
  const search = useSearch({ strict: false })
  const me = useMe()
  const day = (useOn() ?? me.businessDay) as LocalDate
  const set = (change: Change) =>
    void navigate({
      to: '/ledgers/$id',
      params: { id: ledger.id },
      search: (old) => ({ ...old, ...change }),
      replace: true,
    })
  const placed: FilterTerm[] = search.region ? [{ field: 'region', op: 'is', value: search.region }] : []
  const stated: FilterTerm[] = search.state ? [{ field: 'state', op: 'is', value: search.state }] : []
  const asked = termsOf(ledger, search.ask, day)
  const query: EntryFilter = { q: search.q, sort: search.sort, filter: [...placed, ...stated, ...asked] }
  return { search, set, query, day, isNarrowed: Boolean(search.q || placed.length + stated.length + asked.length > 0) }
}

export type Filter = ReturnType<typeof useFilter>

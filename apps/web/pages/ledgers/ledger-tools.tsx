import { useQueries, useQuery } from '@tanstack/react-query'
import { Chips, SearchBox } from '@yundiao/ui'
import type { ReactNode } from 'react'
import { regionsQuery } from '../../api/admin.ts'
import { readEntries } from '../../api/ledgers.ts'
import type { LedgerView } from '../../api/types.ts'
import { useOn } from '../../shell/on-day.ts'
import { useWords } from '../../shell/words.ts'
import { type Filter, NOT_UPDATED, termsOf } from './ledger-filter.ts'

type ToolsProps = { ledger: LedgerView; filter: Filter; children?: ReactNode }

const Asks = ({ ledger, filter }: ToolsProps) => {
  const words = useWords()
  const on = useOn()
  const asks = [
    { key: NOT_UPDATED, label: words.notUpdated },
    ...ledger.filters.map(({ label }) => ({ key: label, label })),
  ]
  const placed = (filter.query.filter ?? []).filter(({ field }) => field === 'region')
  const counts = useQueries({
    queries: asks.map(({ key }) => ({
      queryKey: ['entries', ledger.id, 'ask', key, placed, on, filter.day],
      queryFn: () =>
        readEntries(ledger.id, { filter: [...placed, ...termsOf(ledger, key, filter.day)] }, on, { limit: 1 }),
    })),
  })
  return (
    <Chips
      label={words.asked}
      value={filter.search.ask ?? null}
      onChange={(ask) => filter.set({ ask: ask ?? undefined })}
      options={asks.map((ask, n) => {
        const count = counts[n]?.data?.count
        return count ? { ...ask, count: count.capped ? `${count.n}+` : count.n } : ask
      })}
    />
  )
}

/** What a ledger is narrowed by: words, place, state, and the questions asked of it every month. */
export const LedgerTools = ({ ledger, filter, children }: ToolsProps) => {
  const words = useWords()
  const regions = useQuery(regionsQuery)
  const places = (regions.data ?? []).filter((region) => region.kind === 'county' || region.kind === 'zone')
  const { search, set } = filter
  return (
    <div className="tools">
      <SearchBox value={search.q ?? ''} label={words.searchEntries} onSearch={(q) => set({ q: q || undefined })} />
      <select
        className="field narrow"
        aria-label={words.region}
        value={search.region ?? ''}
        onChange={(event) => set({ region: event.target.value || undefined })}
      >
        <option value="">{words.anyRegion}</option>
        {places.map((region) => (
          <option key={region.code} value={region.code}>
            {region.name}
          </option>
        ))}
      </select>
      <select
        className="field narrow"
        aria-label={words.state}
        value={search.state ?? ''}
        onChange={(event) => set({ state: event.target.value || undefined })}
      >
        <option value="">{words.anyEntryState}</option>
        {ledger.states.map((state) => (
          <option key={state}>{state}</option>
        ))}
      </select>
      <Asks ledger={ledger} filter={filter} />
      <span className="grow" />
      {children}
    </div>
  )
}

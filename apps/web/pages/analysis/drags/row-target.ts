import type { DragRow } from '../../../api/types.ts'
import type { Search } from '../../../shell/search.ts'
import { searchOf } from './drag-pickers.tsx'

/** Where a row leads, in the table and in the chart: one step further down, or the entry in its ledger. */
export const rowTarget = ({ open, entry }: Pick<DragRow, 'open' | 'entry'>) => {
  if (open) return { to: '/analysis', params: {}, search: searchOf(open) } as const
  if (entry)
    return {
      to: '/ledgers/$id/$entry',
      params: { id: entry.ledger, entry: entry.id },
      search: ({ on }: Search): Search => ({ on }),
    } as const
  return null
}

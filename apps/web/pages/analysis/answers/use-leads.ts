import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { indicatorsQuery } from '../../../api/figures.ts'
import { ledgersQuery } from '../../../api/ledgers.ts'
import { findLeads, type Lead } from './find-leads.ts'

/** Where else what is typed may be looked up, among the indicators and the ledgers the reader may open. */
export const useLeads = (typed: string, on: string | undefined): readonly Lead[] => {
  const { data: indicators } = useQuery(indicatorsQuery)
  const { data: ledgers } = useQuery(ledgersQuery(on))
  return useMemo(
    () => findLeads(typed, { indicators: indicators ?? [], ledgers: ledgers ?? [] }),
    [typed, indicators, ledgers],
  )
}

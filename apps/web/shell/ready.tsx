import type { UseQueryResult } from '@tanstack/react-query'
import { Loading, ProblemNote } from '@yundiao/ui'
import type { ReactNode } from 'react'
import { problemOf } from '../api/request.ts'
import { useWords } from './words.ts'

type ReadyProps<T> = { query: UseQueryResult<T>; rows?: number; children: (data: T) => ReactNode }

/** The data once they are there; room for them until then; what went wrong and a way to try again otherwise. */
export const Ready = <T,>({ query, rows = 8, children }: ReadyProps<T>) => {
  const words = useWords()
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.error) return <ProblemNote problem={problemOf(query.error)} onRetry={() => void query.refetch()} />
  return <Loading label={words.loading} rows={rows} />
}

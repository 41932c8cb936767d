import { type UseQueryResult, useQueryClient } from '@tanstack/react-query'
import { Button, fill, ProblemNote } from '@yundiao/ui'
import { useEffect, useState } from 'react'
import { problemOf } from '../../../api/request.ts'
import { useWords } from '../../../shell/words.ts'

const SECOND = 1000

/** Seconds since the work began. */
const useSeconds = (isRunning: boolean): number => {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    setSeconds(0)
    if (!isRunning) return
    const timer = setInterval(() => setSeconds((n) => n + 1), SECOND)
    return () => clearInterval(timer)
  }, [isRunning])
  return seconds
}

/** Whether an estimate is on its way, with 取消; what went wrong; or that it was cancelled. Nothing once it is there. */
export const EstimateStatus = <T,>({ query, queryKey }: { query: UseQueryResult<T>; queryKey: readonly unknown[] }) => {
  const words = useWords()
  const client = useQueryClient()
  const isRunning = query.fetchStatus === 'fetching'
  const seconds = useSeconds(isRunning)
  if (isRunning)
    return (
      <p className="note working" role="status">
        <progress aria-label={words.outlookForecast} /> {fill(words.outlookWorking, { n: seconds })}{' '}
        <Button small onClick={() => void client.cancelQueries({ queryKey, exact: true })}>
          {words.outlookCancel}
        </Button>
      </p>
    )
  if (query.error) return <ProblemNote problem={problemOf(query.error)} onRetry={() => void query.refetch()} />
  if (query.data !== undefined) return null
  return (
    <p className="note working" role="status">
      {words.outlookCancelled}{' '}
      <Button small onClick={() => void query.refetch()}>
        {words.outlookAgain}
      </Button>
    </p>
  )
}

import type { ProblemView } from './figure-types.ts'
import { useUiWords } from './language.tsx'

const worded = (details: ProblemView['details'], key: string): string | null => {
  const value = details?.[key]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}

type ProblemNoteProps = { problem: ProblemView; onRetry?: (() => void) | undefined }

/** A fault as the server tells it: what, where, what to do. Announced at once. */
export const ProblemNote = ({ problem, onRetry }: ProblemNoteProps) => {
  const words = useUiWords()
  const place = worded(problem.details, 'place')
  const remedy = worded(problem.details, 'remedy')
  const request = worded(problem.details, 'requestId')
  return (
    <div className="problem" role="alert">
      <b>{problem.title}</b>
      <p>{problem.detail}</p>
      {place ? (
        <p className="note">
          {words.place}：{place}
        </p>
      ) : null}
      {remedy ? (
        <p className="note">
          {words.remedy}：{remedy}
        </p>
      ) : null}
      {request ? (
        <p className="note mono">
          {words.requestId} {request}
        </p>
      ) : null}
      {onRetry ? (
        <button type="button" className="btn small" onClick={onRetry}>
          {words.retry}
        </button>
      ) : null}
    </div>
  )
}

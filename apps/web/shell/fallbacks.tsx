import { Link } from '@tanstack/react-router'
import { Empty, Page, ProblemNote } from '@yundiao/ui'
import { problemOf } from '../api/request.ts'
import { useWords } from './words.ts'

export const NotFound = () => {
  const words = useWords()
  return (
    <Page title={words.notFound}>
      <Empty
        action={
          <Link to="/" className="btn">
            {words.toMeeting}
          </Link>
        }
      >
        {words.notFoundSentence}
      </Empty>
    </Page>
  )
}

export const PageFault = ({ error, reset }: { error: unknown; reset: () => void }) => {
  const words = useWords()
  return (
    <Page title={words.pageFault}>
      <ProblemNote problem={problemOf(error)} onRetry={reset} />
    </Page>
  )
}

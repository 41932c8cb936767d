import { useQuery } from '@tanstack/react-query'
import { Page } from '@yundiao/ui'
import { noticesQuery } from '../../api/breakdown.ts'
import { Ready } from '../../shell/ready.tsx'
import { useWords } from '../../shell/words.ts'
import { NoticesSheet } from './notices-sheet.tsx'

/** 交办单 in sight: a unit fetches its own here and signs for it. */
export const NoticesPage = () => {
  const words = useWords()
  const query = useQuery(noticesQuery())
  return (
    <Page title={words.notices}>
      <Ready query={query} rows={8}>
        {(notices) => <NoticesSheet notices={notices} />}
      </Ready>
    </Page>
  )
}

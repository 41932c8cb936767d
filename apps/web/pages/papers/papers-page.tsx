import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Empty, Page, Sheet } from '@yundiao/ui'
import { useState } from 'react'
import { meetingsQuery } from '../../api/meetings.ts'
import { papersQuery } from '../../api/papers.ts'
import { useOn } from '../../shell/on-day.ts'
import { Ready } from '../../shell/ready.tsx'
import { useMay } from '../../shell/session.ts'
import { useWords } from '../../shell/words.ts'
import { MakeDialog } from './make-dialog.tsx'
import { PaperTable } from './paper-table.tsx'

/** 材料: by meeting, what was made, from which day's data, how it stands, its 校验码. */
export const PapersPage = () => {
  const words = useWords()
  const navigate = useNavigate()
  const query = useQuery(papersQuery(useOn()))
  const meetings = useQuery(meetingsQuery(undefined))
  const may = useMay('paper.make')
  const isAsked = useSearch({ strict: false, select: (search) => search.meeting !== undefined })
  const [making, setMaking] = useState(isAsked)
  const make = may ? (
    <Button primary onClick={() => setMaking(true)}>
      {words.makeMaterials}
    </Button>
  ) : null
  const close = () => {
    setMaking(false)
    if (isAsked) void navigate({ to: '/papers', search: (old) => ({ ...old, meeting: undefined }), replace: true })
  }
  return (
    <Page title={words.papers} facts={words.papersFacts} actions={query.data?.length === 0 ? null : make}>
      <Sheet flush>
        <Ready query={query}>
          {(papers) =>
            papers.length === 0 ? (
              <Empty action={make}>{words.noPapers}</Empty>
            ) : (
              <PaperTable papers={papers} meetings={meetings.data ?? []} />
            )
          }
        </Ready>
      </Sheet>
      {making && may ? <MakeDialog onClose={close} /> : null}
    </Page>
  )
}

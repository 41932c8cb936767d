import '../../styles/findings.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Segment } from '@yundiao/ui'
import { findingsQuery } from '../../api/findings.ts'
import { Ready } from '../../shell/ready.tsx'
import { useWords } from '../../shell/words.ts'
import { FindingsList } from './findings/findings-list.tsx'
import { InquiriesSheet } from './findings/inquiries-sheet.tsx'
import { QuickSheet } from './findings/quick-sheet.tsx'
import type { ViewProps } from './view-props.ts'

const SHEETS = { list: FindingsList, inquiries: InquiriesSheet, quick: QuickSheet }
type SheetName = keyof typeof SHEETS

const nameOf = (text: string | undefined): SheetName =>
  text !== undefined && Object.hasOwn(SHEETS, text) ? (text as SheetName) : 'list'

/** 研判要点 and what is made of them: the list, 询问提纲, 快报. */
export const FindingsView = ({ period, on }: ViewProps) => {
  const words = useWords()
  const navigate = useNavigate()
  const query = useQuery(findingsQuery(period, on))
  const current = nameOf(useSearch({ strict: false, select: ({ ask }) => ask }))
  const Shown = SHEETS[current]
  return (
    <>
      <div className="noprint">
        <Segment
          label={words.viewPoints}
          value={current}
          onChange={(ask) =>
            void navigate({
              to: '/analysis',
              search: (old) => ({ ...old, ask: ask === 'list' ? undefined : ask }),
              replace: true,
            })
          }
          options={[
            { key: 'list', label: words.viewList },
            { key: 'inquiries', label: words.inquiries },
            { key: 'quick', label: words.quick },
          ]}
        />
      </div>
      <Ready query={query} rows={10}>
        {(page) => <Shown page={page} />}
      </Ready>
    </>
  )
}

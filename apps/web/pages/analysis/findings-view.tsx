import '../../styles/findings.css'
import { useQuery } from '@tanstack/react-query'
import { findingsQuery } from '../../api/findings.ts'
import { Ready } from '../../shell/ready.tsx'
import { FindingsList } from './findings/findings-list.tsx'
import { InquiriesSheet } from './findings/inquiries-sheet.tsx'
import { QuickSheet } from './findings/quick-sheet.tsx'
import { SheetChoice, useSheetName } from './findings/sheet-choice.tsx'
import type { ViewProps } from './view-props.ts'

/** 研判要点 and what is made of them: the list, 询问提纲, 快报. */
export const FindingsView = ({ period, on }: ViewProps) => {
  const query = useQuery(findingsQuery(period, on))
  const name = useSheetName()
  return (
    <>
      {name === 'list' ? null : (
        <div className="tools noprint">
          <SheetChoice />
        </div>
      )}
      <Ready query={query} rows={10}>
        {(page) => {
          if (name === 'list') return <FindingsList page={page} />
          return name === 'inquiries' ? <InquiriesSheet page={page} /> : <QuickSheet page={page} />
        }}
      </Ready>
    </>
  )
}

import { Button, Empty, fill, Sheet } from '@yundiao/ui'
import { useState } from 'react'
import { findingsHref } from '../../../api/findings.ts'
import type { FindingRow, FindingsPage } from '../../../api/types.ts'
import { useOn } from '../../../shell/on-day.ts'
import { useWords } from '../../../shell/words.ts'
import { narrowed } from './filter-findings.ts'
import { FindingLine } from './finding-line.tsx'
import { FindingsTools, useFindingFilter } from './findings-tools.tsx'
import { SetUpDialog } from './set-up-dialog.tsx'
import { ToBoard } from './to-board.tsx'

/** How many findings of demonstration data are shown before somebody asks for all. */
const FIRST_DEMO = 5

type ListProps = { rows: readonly FindingRow[]; onSetUp: (finding: FindingRow) => void }

const Lines = ({ rows, onSetUp }: ListProps) => (
  <ol className="list findings">
    {rows.map((finding, at) => (
      <FindingLine key={finding.id} finding={finding} at={at + 1} onSetUp={onSetUp} />
    ))}
  </ol>
)

/** What demonstration data come to, apart from what is real. */
const DemoSheet = ({ rows, onSetUp, open }: ListProps & { open: boolean }) => {
  const words = useWords()
  const [all, setAll] = useState(open)
  const shown = all ? rows : rows.slice(0, FIRST_DEMO)
  return (
    <Sheet>
      <p className="demo-band">{fill(words.demoFindings, { n: rows.length })}</p>
      <Lines rows={shown} onSetUp={onSetUp} />
      {shown.length < rows.length ? (
        <Button small onClick={() => setAll(true)}>
          {fill(words.showAllDemo, { n: rows.length })}
        </Button>
      ) : null}
    </Sheet>
  )
}

/** `onClear` where a filter is set. */
type RealProps = ListProps & { page: FindingsPage; hasDemo: boolean; onClear: (() => void) | undefined }

const RealSheet = ({ page, rows, hasDemo, onSetUp, onClear }: RealProps) => {
  const words = useWords()
  const on = useOn()
  const isNone = page.findings.length === 0
  return (
    <Sheet
      title={`${words.viewPoints} ${fill(words.findingsCount, { n: rows.length })}`}
      side={
        <a className="btn small" href={findingsHref(page.period, on)} download>
          {words.findingsExcel}
        </a>
      }
      foot={page.notes.join('；')}
    >
      {rows.length > 0 ? (
        <Lines rows={rows} onSetUp={onSetUp} />
      ) : (
        <Empty
          action={
            onClear && !isNone ? (
              <Button small onClick={onClear}>
                {words.showAll}
              </Button>
            ) : (
              <ToBoard period={page.period} />
            )
          }
        >
          {isNone ? words.noFindings : hasDemo ? words.noRealFindings : words.noSuchFindings}
        </Empty>
      )}
    </Sheet>
  )
}

/** 研判要点, the most weighty first: what published figures show, then what demonstration data come to. */
export const FindingsList = ({ page }: { page: FindingsPage }) => {
  const [filter, setFilter] = useFindingFilter()
  const [chosen, setChosen] = useState<FindingRow | null>(null)
  const rows = narrowed(page.findings, filter)
  const demo = rows.filter(({ marks }) => marks.includes('演示'))
  const real = rows.filter(({ marks }) => !marks.includes('演示'))
  const isNarrowed = Object.values(filter).some(Boolean)
  const clear = () => setFilter({ kind: undefined, region: undefined, unit: undefined, indicator: undefined })
  return (
    <>
      <FindingsTools all={page.findings} filter={filter} onFilter={setFilter} />
      <RealSheet
        page={page}
        rows={real}
        hasDemo={demo.length > 0}
        onSetUp={setChosen}
        onClear={isNarrowed ? clear : undefined}
      />
      {demo.length > 0 ? (
        <DemoSheet key={JSON.stringify(filter)} rows={demo} onSetUp={setChosen} open={isNarrowed} />
      ) : null}
      {chosen ? <SetUpDialog finding={chosen} period={page.period} onClose={() => setChosen(null)} /> : null}
    </>
  )
}

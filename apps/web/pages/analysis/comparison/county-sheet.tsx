import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, DataTable, Sheet } from '@yundiao/ui'
import type { ReactNode } from 'react'
import { countyRankingFile, countyRankingQuery } from '../../../api/comparison.ts'
import type { CountyRanking } from '../../../api/types.ts'
import { PrintFoot } from '../../../shell/print-foot.tsx'
import { Ready } from '../../../shell/ready.tsx'
import { useWords } from '../../../shell/words.ts'
import type { ViewProps } from '../view-props.ts'
import { countySheetColumns } from './county-columns.tsx'
import { KindChoice, Warnings } from './kind-choice.tsx'
import { NoneHeld } from './none-held.tsx'

const CountyTable = ({ view }: { view: CountyRanking }) => {
  const words = useWords()
  const navigate = useNavigate()
  const lines = view.groups.flatMap((group) => group.rows.map((row) => ({ ...row, group })))
  const held = view.groups
    .filter(({ key }) => key !== 'mean')
    .some(({ rows }) => rows.some(({ cells }) => cells.some(({ level, growth }) => level?.shown ?? growth?.shown)))
  const toCities = () =>
    void navigate({ to: '/analysis', search: (old) => ({ ...old, by: 'cities', kind: undefined }) })
  if (!held)
    return <NoneHeld view={view} what={words.sheetIndicators} elsewhere={{ label: words.scopeCities, go: toCities }} />
  const toDrags = (region: string) =>
    void navigate({ to: '/analysis', search: (old) => ({ on: old.on, period: old.period, view: 'drags', region }) })
  return (
    <>
      <Warnings kind={view.kind} inner={view.inner} />
      <Sheet flush title={`${view.city.name}${view.periodWords}${words.sheetTitle}`}>
        <div className="sheet-scroll">
          <DataTable
            label={words.sheetTitle}
            className="compared county-sheet ruled"
            rows={lines}
            rowKey={({ region }) => region.code}
            groupOf={({ group }) => (group.key === 'zones' ? { key: 'zones', title: group.title } : null)}
            columns={countySheetColumns(words, view)}
            onOpen={({ region }) => toDrags(region.code)}
          />
        </div>
      </Sheet>
      <div className="foot">
        {view.notes.map((note) => (
          <span key={note}>{note}</span>
        ))}
      </div>
      <PrintFoot signed asKnownOn={view.asKnownOn} />
    </>
  )
}

/** 县市区主要经济指标排位表: sheet T2 on screen, printed on A3 and out as xlsx. */
export const CountySheet = ({ period, on, choice }: ViewProps & { choice: ReactNode }) => {
  const words = useWords()
  const kind = useSearch({ strict: false, select: (search) => search.kind })
  const ask = { period, on, kind }
  const query = useQuery(countyRankingQuery(ask))
  return (
    <>
      <div className="tools">
        {choice}
        {query.data ? <KindChoice kind={query.data.kind} kinds={query.data.kinds} /> : null}
        <span className="grow" />
        <Button hotkey="P" onClick={() => window.print()}>
          {words.printA3}
        </Button>
        <a className="btn" href={countyRankingFile(ask)} download>
          {words.exportSheet}
        </a>
      </div>
      <Ready query={query} rows={14}>
        {(view) => <CountyTable view={view} />}
      </Ready>
    </>
  )
}

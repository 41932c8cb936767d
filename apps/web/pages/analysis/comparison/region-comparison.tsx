import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, DataTable, fill, Segment, Sheet } from '@yundiao/ui'
import { type ReactNode, useState } from 'react'
import { comparisonFile, comparisonQuery } from '../../../api/comparison.ts'
import type { ComparisonScope, RegionComparison } from '../../../api/types.ts'
import { PrintFoot } from '../../../shell/print-foot.tsx'
import { Ready } from '../../../shell/ready.tsx'
import { useWords } from '../../../shell/words.ts'
import type { ViewProps } from '../view-props.ts'
import { IndicatorChoice } from './indicator-choice.tsx'
import { KindChoice, Warnings } from './kind-choice.tsx'
import { NoneHeld } from './none-held.tsx'
import { GrowthDots, GrowthMap } from './region-charts.tsx'
import { isHeld, regionColumns } from './region-columns.tsx'
import { linesOf, type RegionLine, type RowChoice } from './region-rows.ts'

type ChoiceProps = { view: RegionComparison; choice: RowChoice; onChoice: (choice: RowChoice) => void }

const RowTools = ({ view, choice, onChoice }: ChoiceProps) => {
  const words = useWords()
  const hasComparable = view.groups.some(({ rows }) => rows.some(({ comparable }) => comparable))
  return (
    <>
      <Segment
        label={words.compareSort}
        value={choice.sort}
        onChange={(sort) => onChoice({ ...choice, sort })}
        options={[
          { key: 'rank', label: words.byRank },
          { key: 'place', label: words.byPlace },
        ]}
      />
      {hasComparable ? (
        <button
          type="button"
          className="chip"
          title={words.comparableNote}
          aria-pressed={choice.comparableOnly}
          onClick={() => onChoice({ ...choice, comparableOnly: !choice.comparableOnly })}
        >
          {words.comparableOnly}
        </button>
      ) : null}
    </>
  )
}

const RegionTable = ({ view, choice }: Omit<ChoiceProps, 'onChoice'>) => {
  const words = useWords()
  const navigate = useNavigate()
  const region = useSearch({ strict: false, select: (search) => search.region })
  const lines = linesOf(view, choice)
  const columns = regionColumns(words, view)
  const title = fill(words.compareTitle, { period: view.periodWords, indicator: view.indicator.name })
  return (
    <Sheet
      flush
      title={title}
      side={
        <span className="note">
          {view.indicator.note}{' '}
          <Link to="/figures/$code" params={{ code: view.indicator.code }} className="noprint">
            {words.toIndicator}
          </Link>
        </span>
      }
    >
      <div className="sheet-scroll">
        <DataTable
          label={title}
          className="compared region-sheet ruled"
          rows={lines}
          rowKey={({ row }) => row.region.code}
          selected={region ?? null}
          groupOf={({ group }) => group}
          columns={columns.map(({ cell, ...column }) => ({
            ...column,
            cell: ({ row }: RegionLine, at: number) => cell(row, at),
          }))}
          rowClass={({ row }) => [row.end ?? '', row.own ? 'own' : ''].filter(Boolean).join(' ')}
          onOpen={({ row }) =>
            void navigate({
              to: '/figures/$code',
              params: { code: view.indicator.code },
              search: ({ on }) => ({ on, region: row.region.code }),
            })
          }
        />
      </div>
    </Sheet>
  )
}

/** One place on a chart is compared with nothing. */
const FEWEST_DRAWN = 2

type LoadedProps = { view: RegionComparison; xlsx: string; choice: RowChoice }

const Loaded = ({ view, xlsx, choice }: LoadedProps) => {
  const words = useWords()
  const navigate = useNavigate()
  const { code } = view.indicator
  const elsewhere =
    code === 'gdp'
      ? { label: words.toIndicator, go: () => void navigate({ to: '/figures/$code', params: { code } }) }
      : {
          label: words.showIndicator,
          go: () =>
            void navigate({ to: '/analysis', search: (old) => ({ ...old, indicator: undefined, kind: undefined }) }),
        }
  const rows = view.groups[0]?.rows ?? []
  const drawable = rows.filter(({ growth }) => growth?.value != null).length
  const isEmpty = view.groups.every(({ rows }) => !rows.some(isHeld))
  if (isEmpty) return <NoneHeld view={view} what={view.indicator.name} elsewhere={elsewhere} />
  return (
    <>
      <Warnings kind={view.kind} inner={view.inner} />
      <RegionTable view={view} choice={choice} />
      <div className="foot">
        {view.notes.map((note) => (
          <span key={note}>{note}</span>
        ))}
        {choice.comparableOnly ? <span>{words.comparableNote}</span> : null}
      </div>
      <PrintFoot asKnownOn={view.asKnownOn} signed />
      {drawable >= FEWEST_DRAWN ? (
        <div className="chart-pair">
          <GrowthDots view={view} rows={rows} xlsx={xlsx} />
          <GrowthMap view={view} rows={rows} xlsx={xlsx} />
        </div>
      ) : null}
    </>
  )
}

type RegionComparisonProps = ViewProps & { scope: ComparisonScope; choice: ReactNode }

/** One indicator over the regions of a scope: table, dots and map, all from one answer. */
export const RegionComparisonView = ({ period, on, scope, choice }: RegionComparisonProps) => {
  const words = useWords()
  const { indicator, kind } = useSearch({ strict: false })
  const [rows, setRows] = useState<RowChoice>({ sort: 'rank', comparableOnly: false })
  const ask = { indicator: indicator ?? 'gdp', period, scope, kind, on }
  const query = useQuery(comparisonQuery(ask))
  return (
    <>
      <div className="tools">
        {choice}
        <IndicatorChoice period={period} on={on} scope={scope} value={ask.indicator} />
        {query.data ? <RowTools view={query.data} choice={rows} onChoice={setRows} /> : null}
        {query.data ? <KindChoice kind={query.data.kind} kinds={query.data.kinds} /> : null}
        <span className="grow" />
        <Button hotkey="P" onClick={() => window.print()}>
          {words.printA4}
        </Button>
        <a className="btn" href={comparisonFile(ask)} download>
          {words.exportSheet}
        </a>
      </div>
      <Ready query={query} rows={16}>
        {(view) => <Loaded view={view} xlsx={comparisonFile(ask)} choice={rows} />}
      </Ready>
    </>
  )
}

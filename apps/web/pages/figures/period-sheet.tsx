import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Button, CompareView, DataTable, Empty, fill, Mark, Scroll, Segment, Sheet } from '@yundiao/ui'
import { useState } from 'react'
import { periodSheetFile, periodSheetQuery } from '../../api/figures.ts'
import type { PeriodSheet as PeriodSheetData } from '../../api/types.ts'
import { useOn } from '../../shell/on-day.ts'
import { Ready } from '../../shell/ready.tsx'
import { useWords } from '../../shell/words.ts'
import { periodColumns } from './period-columns.tsx'

/** Releases shown before the rest is asked for. */
const SHOWN = 8

const Quarters = ({ sheet }: { sheet: PeriodSheetData }) => {
  const words = useWords()
  if (sheet.quarters.length === 0) return null
  return (
    <>
      <h3 className="in">{words.quartersOfMonths}</h3>
      <Scroll label={words.quartersOfMonths}>
        <DataTable
          label={words.quartersOfMonths}
          rows={sheet.quarters.slice(0, SHOWN)}
          rowKey={({ period }) => period}
          columns={[
            { id: 'period', label: words.period, cell: (row) => <span className="nw">{row.periodWords}</span> },
            {
              id: 'sum',
              label: words.quarterSum,
              unit: sheet.levelUnit,
              align: 'right',
              cell: (row) => <CompareView compare={row.sum} label={`${row.periodWords}${words.quarterSum}`} />,
            },
            {
              id: 'growth',
              label: words.growthRate,
              unit: '%',
              align: 'right',
              cell: (row) => <CompareView compare={row.growth} label={`${row.periodWords}${words.growthRate}`} />,
            },
          ]}
        />
      </Scroll>
    </>
  )
}

type Pick = { region: string | undefined; kind: string | undefined }

/** Nothing is held here: another place, or the sheet of all indicators. */
const NoRows = ({ sheet, onPick }: { sheet: PeriodSheetData; onPick: (pick: Pick) => void }) => {
  const words = useWords()
  const other = sheet.regions.find(({ code }) => code !== sheet.region.code)
  return (
    <Empty
      action={
        other ? (
          <Button onClick={() => onPick({ region: other.code, kind: undefined })}>
            {fill(words.showRegion, { region: other.name })}
          </Button>
        ) : (
          <Link to="/figures" className="btn">
            {words.toBoard}
          </Link>
        )
      }
    >
      {fill(words.noPeriods, { region: sheet.region.name })}
    </Empty>
  )
}

const Rows = ({ sheet }: { sheet: PeriodSheetData }) => {
  const words = useWords()
  const [isWhole, setWhole] = useState(false)
  const [withOurs, setOurs] = useState(false)
  const hasOurs = sheet.rows.some(({ ours }) => ours !== null)
  const rows = isWhole ? sheet.rows : sheet.rows.slice(0, SHOWN)
  return (
    <>
      <Scroll label={words.periodSheet}>
        <DataTable
          label={words.periodSheet}
          className="ruled"
          rows={rows}
          rowKey={({ period }) => period}
          columns={periodColumns(words, sheet, withOurs)}
        />
      </Scroll>
      {rows.length < sheet.rows.length || hasOurs ? (
        <p className="in tools">
          {rows.length < sheet.rows.length ? (
            <Button small onClick={() => setWhole(true)}>
              {fill(words.allPeriods, { n: sheet.rows.length })}
            </Button>
          ) : null}
          {hasOurs ? (
            <Button small aria-pressed={withOurs} onClick={() => setOurs(!withOurs)}>
              {words.besideOurs}
            </Button>
          ) : null}
        </p>
      ) : null}
    </>
  )
}

type PickersProps = { sheet: PeriodSheetData; onPick: (pick: Pick) => void; file: string }

const Pickers = ({ sheet, onPick, file }: PickersProps) => {
  const words = useWords()
  return (
    <div className="tools in">
      <select
        className="field search"
        aria-label={words.region}
        value={sheet.region.code}
        onChange={({ target }) => onPick({ region: target.value, kind: undefined })}
      >
        {sheet.regions.some(({ code }) => code === sheet.region.code) ? null : (
          <option value={sheet.region.code}>{sheet.region.name}</option>
        )}
        {sheet.regions.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      {sheet.kinds.length > 1 ? (
        <Segment
          label={words.sourceAndConcept}
          value={sheet.kind}
          onChange={(kind) => onPick({ region: sheet.region.code, kind })}
          options={sheet.kinds.map(({ key, label }) => ({ key, label }))}
        />
      ) : null}
      <span className="grow" />
      {sheet.rows.length > 0 ? (
        <a className="btn small" href={file} download>
          {words.exportSheet}
        </a>
      ) : null}
    </div>
  )
}

/** 各期推算: each release of a place with the period alone, two years, prices and time, or why one may not be formed. */
export const PeriodSheet = ({ code }: { code: string }) => {
  const words = useWords()
  const region = useSearch({ strict: false, select: (search) => search.region })
  const [pick, setPick] = useState<Pick>({ region, kind: undefined })
  const ask = { code, ...pick, on: useOn() }
  const query = useQuery(periodSheetQuery(ask))
  return (
    <Ready query={query} rows={6}>
      {(sheet) => (
        <Sheet
          title={words.periodSheet}
          side={<Mark word="测算" />}
          foot={[...sheet.notes, words.periodHint].map((note) => <span key={note}>{note}　</span>)}
          flush
        >
          <Pickers sheet={sheet} onPick={setPick} file={periodSheetFile(ask)} />
          {sheet.rows.length + sheet.quarters.length === 0 ? <NoRows sheet={sheet} onPick={setPick} /> : null}
          {sheet.rows.length > 0 ? <Rows key={`${sheet.region.code}${sheet.kind}`} sheet={sheet} /> : null}
          <Quarters sheet={sheet} />
        </Sheet>
      )}
    </Ready>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import {
  Button,
  EditGrid,
  Empty,
  fill,
  Page,
  ProblemNote,
  Sheet,
  type SheetEdits,
  useSheetEdits,
  useToasts,
} from '@yundiao/ui'
import { type ChangeEvent, useId, useMemo, useState } from 'react'
import {
  attachSheetFile,
  type FilledSheet,
  keepProgressSheet,
  progressSheetHref,
  progressSheetQuery,
  readProgressFile,
  type SheetPlace,
} from '../../api/items.ts'
import type { ProgressSheet } from '../../api/types.ts'
import { Ready } from '../../shell/ready.tsx'
import { useMay, useMe } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { progressColumns } from './progress-columns.tsx'
import { editsOfFile, faultsOf, filledCount, filledRows, unreadable } from './progress-rows.ts'
import { UnitSelect } from './unit-select.tsx'

const usePlace = () => {
  const navigate = useNavigate()
  const place: SheetPlace = useSearch({ strict: false, select: ({ asOf, unit }) => ({ asOf, unit }) })
  const set = (change: Partial<SheetPlace>) =>
    void navigate({ to: '/items/progress', search: (old) => ({ ...old, ...change }), replace: true })
  return { place, set }
}

/** The day of the sheet, and for the office whose sheet it is. */
const Place = ({ asOf }: { asOf: string | undefined }) => {
  const words = useWords()
  const me = useMe()
  const mayKeepForOthers = useMay('item.create')
  const { place, set } = usePlace()
  return (
    <div className="tools noprint">
      <label className="inline">
        {words.asOfDay}{' '}
        <input
          className="field"
          type="date"
          max={me.businessDay}
          value={asOf ?? place.asOf ?? ''}
          onChange={(event) => set({ asOf: event.target.value || undefined })}
        />
      </label>
      {mayKeepForOthers ? (
        <UnitSelect
          className="field search"
          label={words.whoseSheet}
          empty={words.whoseSheet}
          value={place.unit ?? ''}
          onChange={(unit) => set({ unit: unit || undefined })}
        />
      ) : null}
    </div>
  )
}

type Paper = { scan: File | null; signed: boolean; told: string }
const NO_PAPER: Paper = { scan: null, signed: false, told: '' }

const PaperFields = ({
  sheet,
  paper,
  onPaper,
}: {
  sheet: ProgressSheet
  paper: Paper
  onPaper: (paper: Paper) => void
}) => {
  const words = useWords()
  return (
    <div className="inline-form noprint">
      {sheet.onBehalf ? (
        <label>
          {words.onBehalfHow}
          <input
            className="field"
            maxLength={200}
            value={paper.told}
            onChange={(event) => onPaper({ ...paper, told: event.target.value })}
          />
        </label>
      ) : null}
      <label>
        {words.scan}
        <input
          className="field"
          type="file"
          accept=".pdf,.png,.jpg,.jpeg,.ofd"
          onChange={(event) => onPaper({ ...paper, scan: event.target.files?.[0] ?? null })}
        />
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={paper.signed}
          onChange={(event) => onPaper({ ...paper, signed: event.target.checked })}
        />{' '}
        {words.signedOffline}
      </label>
    </div>
  )
}

/** The scan goes first; the whole sheet is one act. */
const keep = async (sheet: ProgressSheet, place: SheetPlace, edits: SheetEdits, paper: Paper) => {
  const file = paper.scan ? (await attachSheetFile(place.unit, paper.scan)).id : null
  const body: FilledSheet = {
    asOf: sheet.asOf,
    rows: filledRows(sheet.rows, edits.edits),
    ...(place.unit ? { unit: place.unit } : {}),
    ...(paper.told ? { onBehalfOf: paper.told } : {}),
    ...(file ? { file } : {}),
    ...(paper.signed ? { signedOffline: true } : {}),
  }
  return keepProgressSheet(body)
}

const FromFile = ({ sheet, place, edits }: { sheet: ProgressSheet; place: SheetPlace; edits: SheetEdits }) => {
  const words = useWords()
  const toasts = useToasts()
  const id = useId()
  const [notes, setNotes] = useState<string[]>([])
  const act = useAct((file: File) => readProgressFile(place, file), {
    after: (read) => {
      const changes = editsOfFile(sheet.rows, read.rows)
      edits.apply(changes, 'paste')
      setNotes(read.notes)
      toasts.say(fill(words.carriedIn, { n: new Set(changes.map((change) => change.row)).size }))
    },
  })
  const pick = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? []
    event.target.value = ''
    if (file) act.run(file)
  }
  return (
    <>
      <a className="btn small" href={progressSheetHref({ ...place, asOf: sheet.asOf })}>
        {words.exportBlank}
      </a>
      <label className="btn small" htmlFor={id}>
        {words.fromFile}
        <input id={id} className="unseen" type="file" accept=".xlsx" onChange={pick} />
      </label>
      {notes.length > 0 ? (
        <span className="bad" role="status">
          {notes.join('；')}
        </span>
      ) : null}
    </>
  )
}

const Filling = ({ sheet }: { sheet: ProgressSheet }) => {
  const words = useWords()
  const { place } = usePlace()
  const edits = useSheetEdits()
  const [paper, setPaper] = useState(NO_PAPER)
  const columns = useMemo(() => progressColumns(words, sheet.longest), [words, sheet.longest])
  const act = useAct(() => keep(sheet, place, edits, paper), {
    after: () => edits.reset(),
    inPlace: true,
    done: words.sheetKept,
  })
  const wrong = unreadable(edits.edits, words.notANumber)
  const faults = new Map([...faultsOf(act.problem?.details), ...wrong])
  const filled = filledRows(sheet.rows, edits.edits)
  const touched = filled.length
  const unjudged = filled.filter((row) => row.percent === null).length
  return (
    <>
      <Sheet flush className="landscape">
        <EditGrid
          label={words.monthProgress}
          columns={columns}
          rows={sheet.rows}
          rowKey={(row) => row.item}
          edits={edits}
          faults={faults}
          readOnly={!sheet.may}
          className="progress"
          tools={<FromFile sheet={sheet} place={place} edits={edits} />}
        />
      </Sheet>
      {act.problem ? <ProblemNote problem={act.problem} /> : null}
      {sheet.may ? (
        <Sheet className="noprint">
          <div className="actions wrapped">
            <Button primary disabled={act.busy || touched === 0 || wrong.size > 0} onClick={() => act.run(undefined)}>
              {words.keepSheet} {touched > 0 ? touched : ''}
            </Button>
            <PaperFields sheet={sheet} paper={paper} onPaper={setPaper} />
            <span className="note">
              {unjudged > 0 ? `${fill(words.unjudgedRows, { n: unjudged })} · ` : ''}
              {fill(words.filledOf, { m: filledCount(sheet.rows, edits.edits), n: sheet.rows.length })}
            </span>
          </div>
        </Sheet>
      ) : null}
    </>
  )
}

/** 本月进展: every open item of a unit in one sheet, filled in as in WPS and kept in one act. */
export const ProgressPage = () => {
  const words = useWords()
  const mayKeepForOthers = useMay('item.create')
  const me = useMe()
  const { place } = usePlace()
  const isUnsaid = mayKeepForOthers && !place.unit && me.unit === null
  const query = useQuery({ ...progressSheetQuery(place), enabled: !isUnsaid })
  const sheet = query.data
  return (
    <Page
      className="landscape"
      title={words.monthProgress}
      facts={sheet ? fill(words.sheetOf, { day: sheet.asOf, unit: sheet.unit.name, n: sheet.rows.length }) : null}
      actions={
        <Link className="btn" to="/items">
          {words.itemLedger}
        </Link>
      }
    >
      <Place asOf={sheet?.asOf} />
      {isUnsaid ? (
        <Empty>{words.chooseUnit}</Empty>
      ) : (
        <Ready query={query} rows={10}>
          {(found) =>
            found.rows.length === 0 ? (
              <Empty
                action={
                  <Link className="btn small" to="/items">
                    {words.itemLedger}
                  </Link>
                }
              >
                {words.noOwnItems}
              </Empty>
            ) : (
              <Filling key={`${found.unit.id}/${found.asOf}`} sheet={found} />
            )
          }
        </Ready>
      )}
    </Page>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, type Column, DataTable, Empty, fill, Sheet, StateTag } from '@yundiao/ui'
import { useState } from 'react'
import { appealsQuery, evidenceHref } from '../../api/evaluation.ts'
import type { Appeal, Correction, EvaluationView, UnitShift } from '../../api/types.ts'
import type { Words } from '../../messages.ts'
import { Ready } from '../../shell/ready.tsx'
import { useWords } from '../../shell/words.ts'
import { AppealDialog } from './appeal-dialog.tsx'
import { DecideAppealDialog } from './decide-appeal-dialog.tsx'
import { ReplaySheet } from './replay-sheet.tsx'
import { shiftText, valueText } from './score-text.ts'
import { ShiftTable } from './shift-table.tsx'
import type { ViewProps } from './view-props.ts'

const columnsOf = (words: Words, run: string, onDecide: ((appeal: Appeal) => void) | undefined): Column<Appeal>[] => [
  {
    id: 'unit',
    label: words.evUnit,
    width: 210,
    frozen: 'always',
    cell: ({ unit, unitName }) => (
      <Link to="/evaluation/$id/units/$unit" params={{ id: run, unit }}>
        {unitName}
      </Link>
    ),
  },
  { id: 'state', label: words.state, cell: ({ state }) => <StateTag>{state}</StateTag> },
  { id: 'label', label: words.evInput, cell: ({ label }) => <span className="nw">{label}</span> },
  {
    id: 'was',
    label: words.evWas,
    align: 'right',
    cell: ({ was, unitShown }) => <span className="nw">{valueText(was, unitShown)}</span>,
  },
  {
    id: 'asked',
    label: words.evAsked,
    align: 'right',
    cell: ({ asked, unitShown }) => <span className="nw">{valueText(asked, unitShown)}</span>,
  },
  {
    id: 'reason',
    label: words.evAppealReason,
    cell: ({ id, evaluation, reason, file }) => (
      <span className="prose">
        {reason}{' '}
        {file ? (
          <a href={evidenceHref(evaluation, id)} download>
            {file.name}
          </a>
        ) : null}
      </span>
    ),
  },
  {
    id: 'filed',
    label: words.evFiled,
    optional: true,
    cell: ({ filedBy, filedOn }) => (
      <>
        <span className="nw">{filedBy}</span> <span className="nw">{filedOn}</span>
      </>
    ),
  },
  {
    id: 'decision',
    label: words.evDecision,
    cell: (appeal) =>
      appeal.state !== '待核' ? (
        <span className="prose">
          {[appeal.decision, appeal.decidedBy, appeal.decidedOn].filter(Boolean).join('　')}{' '}
          {appeal.correctedBy ? (
            <Link to="/evaluation/$id" params={{ id: appeal.correctedBy.id }}>
              {appeal.correctedBy.name}
            </Link>
          ) : appeal.state === '采纳' ? (
            <span className="note">{words.evCorrectionUnseen}</span>
          ) : null}
        </span>
      ) : onDecide ? (
        <Button small onClick={() => onDecide(appeal)}>
          {words.evDecide}
        </Button>
      ) : null,
  },
]

/** What its own correction did to a unit. */
const OwnShift = ({ shift }: { shift: UnitShift }) => {
  const words = useWords()
  return (
    <b>
      {'　'}
      {words.evRank} {shiftText(shift.rank)}
      {shift.grade.from === null && shift.grade.to === null ? '' : `　${words.evGrade} ${shiftText(shift.grade)}`}
    </b>
  )
}

/** What a correction did: whose input, from what to what, and who was displaced without having been corrected. */
const CorrectionSheet = ({ correction }: { correction: Correction }) => {
  const words = useWords()
  const { before, after, corrected, displaced } = correction
  return (
    <Sheet flush title={fill(words.evCorrectionTitle, { n: displaced.length })} foot={words.evCorrectionFoot}>
      <p className="in of">
        <Link to="/evaluation/$id" params={{ id: before.id }}>
          {before.name}
        </Link>
        {' → '}
        <Link to="/evaluation/$id" params={{ id: after.id }}>
          {after.name}
        </Link>
      </p>
      <ul className="in corrected">
        {corrected.map((one) => (
          <li key={`${one.unit}${one.label}`}>
            {one.name}　{one.label}　{one.was} → {one.now} {one.unitShown}
            {one.shift ? <OwnShift shift={one.shift} /> : null}
          </li>
        ))}
      </ul>
      {displaced.length > 0 ? (
        <ShiftTable label={words.evDisplaced} run={after.id} units={displaced} />
      ) : (
        <p className="in note">{words.evNoneDisplaced}</p>
      )}
    </Sheet>
  )
}

type Open = { kind: 'file' } | { kind: 'decide'; appeal: Appeal } | null

const AppealList = ({
  view,
  appeals,
  onOpen,
}: {
  view: EvaluationView
  appeals: readonly Appeal[]
  onOpen: (open: Open) => void
}) => {
  const words = useWords()
  const { run, may } = view
  const file = may.appeal.can ? (
    <Button onClick={() => onOpen({ kind: 'file' })}>{words.evFileAppeal}</Button>
  ) : may.appeal.why ? (
    <span className="note">{may.appeal.why}</span>
  ) : null
  const decide = may.decide.can ? (appeal: Appeal) => onOpen({ kind: 'decide', appeal }) : undefined
  return (
    <Sheet flush title={words.evAppeals} side={appeals.length > 0 ? file : undefined}>
      {appeals.length === 0 ? (
        <Empty action={file}>{words.evNoAppeals}</Empty>
      ) : (
        <div className="sheet-scroll">
          <DataTable
            label={words.evAppeals}
            className="ruled"
            columns={columnsOf(words, run.id, decide)}
            rows={appeals}
            rowKey={({ id }) => id}
          />
        </div>
      )}
    </Sheet>
  )
}

/** 异议: what units object to, how it was decided, and who was displaced by what was corrected. */
export const AppealsView = ({ view, on }: ViewProps) => {
  const query = useQuery(appealsQuery(view.run.id, on))
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  return (
    <Ready query={query}>
      {({ appeals, corrections }) => (
        <div className="col">
          <AppealList view={view} appeals={appeals} onOpen={on === undefined ? setOpen : () => {}} />
          {corrections.map((correction) => (
            <CorrectionSheet key={correction.after.id} correction={correction} />
          ))}
          <ReplaySheet view={view} />
          {open?.kind === 'file' ? <AppealDialog view={view} onClose={close} /> : null}
          {open?.kind === 'decide' ? <DecideAppealDialog appeal={open.appeal} onClose={close} /> : null}
        </div>
      )}
    </Ready>
  )
}

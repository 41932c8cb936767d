import { useQuery } from '@tanstack/react-query'
import { Dialog } from '@yundiao/ui'
import type { FormEvent } from 'react'
import { indicatorsQuery } from '../../api/figures.ts'
import { addPoint, changePoint } from '../../api/meetings.ts'
import type { AgendaPoint, Materials, MeetingView, PointChange } from '../../api/types.ts'
import { FormEnd } from '../../shell/form-end.tsx'
import { textOf } from '../../shell/form-text.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

const MATERIALS: readonly Materials[] = ['未交', '送审', '定稿']

const minutesOf = (form: FormData): number | null => {
  const minutes = Number(textOf(form, 'minutes') ?? Number.NaN)
  return Number.isFinite(minutes) ? minutes : null
}

const pointOf = (form: FormData): PointChange & { title: string } => ({
  title: textOf(form, 'title') ?? '',
  reportingUnit: textOf(form, 'unit'),
  minutes: minutesOf(form),
  decision: textOf(form, 'decision'),
  indicators: form.getAll('indicators').map(String),
})

const materialsOf = (form: FormData): PointChange => ({
  materials: MATERIALS.find((word) => word === textOf(form, 'materials')) ?? null,
  paper: textOf(form, 'paper'),
})

const Fields = ({ point }: { point: AgendaPoint | null }) => {
  const words = useWords()
  const indicators = useQuery(indicatorsQuery)
  return (
    <>
      <label className="wide">
        {words.agendaTitle}
        <input className="field" name="title" required maxLength={300} defaultValue={point?.title} />
      </label>
      <label>
        {words.reportingUnit}
        <input className="field" name="unit" maxLength={100} defaultValue={point?.reportingUnit ?? ''} />
      </label>
      <label>
        {words.minutes}
        <input
          className="field"
          name="minutes"
          type="number"
          min="1"
          max="600"
          defaultValue={point?.minutes ?? undefined}
        />
      </label>
      <label className="wide">
        {words.decision}
        <input className="field" name="decision" maxLength={300} defaultValue={point?.decision ?? ''} />
      </label>
      <label className="wide">
        {words.indicatorsOfPoint}
        <select
          // The list arrives after the form: what was chosen is set when it is there.
          key={indicators.data ? 'ready' : 'waiting'}
          className="field"
          name="indicators"
          multiple
          size={4}
          defaultValue={point?.indicators ?? []}
        >
          {(indicators.data ?? []).map((one) => (
            <option key={one.code} value={one.code}>
              {one.label}
            </option>
          ))}
        </select>
      </label>
    </>
  )
}

const MaterialFields = ({ point, papers }: { point: AgendaPoint; papers: MeetingView['papers'] }) => {
  const words = useWords()
  return (
    <>
      <label>
        {words.materials}
        <select className="field" name="materials" defaultValue={point.isByHand ? point.materials : ''}>
          <option value="">{words.materialsAuto}</option>
          {MATERIALS.map((word) => (
            <option key={word}>{word}</option>
          ))}
        </select>
      </label>
      <label>
        {words.paperOfPoint}
        <select className="field" name="paper" defaultValue={point.paper ?? ''}>
          <option value="">{words.none}</option>
          {papers.map((paper) => (
            <option key={paper.id} value={paper.id}>
              {paper.title}（{paper.state}）
            </option>
          ))}
        </select>
      </label>
    </>
  )
}

type AgendaDialogProps = { view: MeetingView; point: AgendaPoint | null; onClose: () => void }

/** A point added, or one changed: words, time, indicators, what is to be decided, its paper; or taken off. */
export const AgendaDialog = ({ view, point, onClose }: AgendaDialogProps) => {
  const words = useWords()
  const keep = useAct(
    (asked: PointChange & { title: string }) =>
      point
        ? changePoint(point.id, { version: point.version, ...asked })
        : addPoint(view.meeting.id, { ...asked, title: asked.title }),
    { done: words.saved, close: onClose, inPlace: true },
  )
  const drop = useAct((one: AgendaPoint) => changePoint(one.id, { version: one.version, dropped: true }), {
    done: words.takenOff,
    close: onClose,
    inPlace: true,
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    keep.run({ ...pointOf(form), ...(point ? materialsOf(form) : {}) })
  }
  return (
    <Dialog title={point ? words.editPoint : words.addAgenda} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <Fields point={point} />
        {point ? <MaterialFields point={point} papers={view.papers} /> : null}
        <FormEnd
          act={{ busy: keep.busy, problem: keep.problem ?? drop.problem }}
          beside={
            point ? (
              <button type="button" className="btn" disabled={drop.busy} onClick={() => drop.run(point)}>
                {words.dropPoint}
              </button>
            ) : null
          }
        >
          {words.save}
        </FormEnd>
      </form>
    </Dialog>
  )
}

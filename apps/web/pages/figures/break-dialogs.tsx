import { BREAK_KINDS, type BreakKind } from '@yundiao/figures'
import { Dialog } from '@yundiao/ui'
import { type FormEvent, useState } from 'react'
import { declareBreak, withdrawBreak } from '../../api/figures.ts'
import type { DeclaredBreak, IndicatorView, SeriesPoint } from '../../api/types.ts'
import { FormEnd } from '../../shell/form-end.tsx'
import { textOf } from '../../shell/form-text.ts'
import { ReasonDialog } from '../../shell/reason-dialog.tsx'
import { useMe } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

/** Periods a place has releases of, newest first: a break begins at one of them. */
const periodsOf = (view: IndicatorView, region: string): SeriesPoint[] => {
  const points = view.series.flatMap((series) => series.points.filter((point) => point.region === region))
  const byPeriod = new Map(points.map((point) => [point.period, point]))
  return [...byPeriod.values()].sort((a, b) => (a.ends < b.ends ? 1 : a.ends > b.ends ? -1 : 0))
}

/** 登记口径、基数变动: which place, from which release on, what changed, on which document. */
export const DeclareBreakDialog = ({ view, onClose }: { view: IndicatorView; onClose: () => void }) => {
  const words = useWords()
  const me = useMe()
  const places = view.regions.filter(({ code }) => periodsOf(view, code).length > 0)
  const [region, setRegion] = useState(places.find(({ code }) => code === me.city.code)?.code ?? places[0]?.code ?? '')
  const act = useAct(declareBreak, { done: words.breakKept, close: onClose, inPlace: true })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    act.run({
      indicator: view.indicator.code,
      region,
      period: textOf(form, 'period') ?? '',
      kind: (textOf(form, 'kind') ?? '') as BreakKind,
      document: textOf(form, 'document') ?? '',
      url: textOf(form, 'url') ?? null,
      note: textOf(form, 'note') ?? null,
    })
  }
  return (
    <Dialog title={`${words.breakDeclareTitle} ${view.indicator.name}`} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <label>
          {words.reportPlace}
          <select className="field" value={region} onChange={(event) => setRegion(event.target.value)}>
            {places.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.breakFrom}
          <select className="field" name="period" required>
            {periodsOf(view, region).map(({ period, periodWords }) => (
              <option key={period} value={period}>
                {periodWords}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.breakKind}
          <select className="field" name="kind">
            {BREAK_KINDS.map((kind) => (
              <option key={kind}>{kind}</option>
            ))}
          </select>
        </label>
        <label>
          {words.breakUrl}
          <input className="field" name="url" type="url" maxLength={500} />
        </label>
        <label className="wide">
          {words.breakDocument}
          <input className="field" name="document" required minLength={2} maxLength={200} />
        </label>
        <label className="wide">
          {words.breakNote}
          <input className="field" name="note" maxLength={300} />
        </label>
        <p className="note wide">{words.breakHint}</p>
        <FormEnd act={act}>{words.breakDeclare}</FormEnd>
      </form>
    </Dialog>
  )
}

type WithdrawProps = { one: DeclaredBreak; title: string; onClose: () => void }

/** 撤回 with its reason: what was read on earlier days keeps the break. */
export const WithdrawBreakDialog = ({ one, title, onClose }: WithdrawProps) => {
  const words = useWords()
  return (
    <ReasonDialog
      title={title}
      submit={words.breakWithdraw}
      done={words.breakWithdrawn}
      most={200}
      act={(reason) => withdrawBreak({ id: one.id, version: one.version, reason })}
      onClose={onClose}
    />
  )
}

import type { LocalDate } from '@yundiao/kernel'
import { Dialog, type Fig } from '@yundiao/ui'
import { type FormEvent, useState } from 'react'
import { reportFigure } from '../../api/figures.ts'
import type { IndicatorView, NewFigure } from '../../api/types.ts'
import { FormEnd } from '../../shell/form-end.tsx'
import { textOf } from '../../shell/form-text.ts'
import { useMe } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { type MeasureChoice, measureChoices, periodChoices, placeChoices, unitWords } from './report-choices.ts'

const figureOf = (form: FormData, indicator: string, choice: MeasureChoice, isMissing: boolean): NewFigure => ({
  indicator,
  measure: choice.measure,
  accumulation: choice.accumulation,
  region: textOf(form, 'region') ?? '',
  period: textOf(form, 'period') ?? '',
  value: isMissing ? null : (textOf(form, 'value') ?? ''),
  unit: choice.unit,
  reason: textOf(form, 'reason') ?? '',
})

type ReportDialogProps = { view: IndicatorView; title: string; onDone: (fig: Fig) => void; onClose: () => void }

/** 报送 or 代录 of one figure: its digits as printed or 缺, and where it came from. It waits for release. */
export const ReportDialog = ({ view, title, onDone, onClose }: ReportDialogProps) => {
  const words = useWords()
  const me = useMe()
  const { code, name } = view.indicator
  const choices = measureChoices(code, words)
  const [measure, setMeasure] = useState(choices[0]?.measure)
  const [isMissing, setIsMissing] = useState(false)
  const choice = choices.find((one) => one.measure === measure)
  const act = useAct(reportFigure, { done: words.figureReported, after: onDone, inPlace: true })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (choice) act.run(figureOf(new FormData(event.currentTarget), code, choice, isMissing))
  }
  const periods = choice ? periodChoices(choice.accumulation, me.businessDay as LocalDate) : []
  return (
    <Dialog title={`${title} ${name}`} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <label>
          {words.measure}
          <select
            className="field"
            name="measure"
            value={measure}
            onChange={(event) => setMeasure(choices.find((one) => one.measure === event.target.value)?.measure)}
          >
            {choices.map((one) => (
              <option key={one.measure} value={one.measure}>
                {one.label}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.reportPlace}
          <select className="field" name="region" defaultValue={me.region?.code ?? me.city.code}>
            {placeChoices(view, me).map((place) => (
              <option key={place.code} value={place.code}>
                {place.name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.period}
          <select className="field" name="period">
            {periods.map((period) => (
              <option key={period.key} value={period.key}>
                {period.label}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.figureValue}（{unitWords(choice?.unit ?? '')}）
          <input className="field" name="value" inputMode="decimal" required={!isMissing} disabled={isMissing} />
        </label>
        <label className="wide">
          <input type="checkbox" checked={isMissing} onChange={(event) => setIsMissing(event.target.checked)} />{' '}
          {words.declaredMissing}
        </label>
        <label className="wide">
          {words.reasonOfFigure}
          <textarea className="field" name="reason" rows={2} required minLength={2} maxLength={500} />
        </label>
        <FormEnd act={act}>{title}</FormEnd>
      </form>
    </Dialog>
  )
}

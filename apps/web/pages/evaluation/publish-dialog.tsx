import { CHINA_HOLIDAYS, type LocalDate, lastNoticeDay, parseLocalDate, workingDayCalendar } from '@yundiao/kernel'
import { Dialog, fill } from '@yundiao/ui'
import { type FormEvent, useState } from 'react'
import { publishEvaluation } from '../../api/evaluation.ts'
import type { EvaluationView } from '../../api/types.ts'
import { FormEnd } from '../../shell/form-end.tsx'
import { useMe } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

const MOST_DAYS = 60
const calendar = workingDayCalendar(CHINA_HOLIDAYS)

/** Null while a day or a number is half typed, or for a year without a notice on holidays. */
const lastDay = (from: string, days: number, kind: EvaluationView['publicityKind']): LocalDate | null => {
  const day = parseLocalDate(from)
  if (!day || !Number.isInteger(days) || days < 1 || days > MOST_DAYS) return null
  try {
    return lastNoticeDay(calendar, day, { days, kind })
  } catch {
    return null
  }
}

/** From which day; for how long says the method, or the person where it does not; until when shows at once. */
export const PublishDialog = ({ view, onClose }: { view: EvaluationView; onClose: () => void }) => {
  const words = useWords()
  const me = useMe()
  const { run, publicityDays, publicityKind: kind } = view
  const [from, setFrom] = useState<string>(me.businessDay)
  const [days, setDays] = useState(publicityDays === null ? '' : String(publicityDays))
  const until = lastDay(from, Number(days), kind)
  const act = useAct(publishEvaluation, { done: words.evPublished, close: onClose, inPlace: true })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    act.run({
      id: run.id,
      version: run.version,
      from,
      ...(publicityDays === null ? { days: Number(days) } : {}),
    })
  }
  return (
    <Dialog title={words.evPublishTitle} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <label>
          {words.evPublishFrom}
          <input
            className="field"
            type="date"
            name="from"
            required
            value={from}
            min={me.businessDay}
            onChange={({ target }) => setFrom(target.value)}
          />
        </label>
        {publicityDays === null ? (
          <label>
            {fill(words.evPublishDays, { kind })}
            <input
              className="field"
              type="number"
              name="days"
              required
              min={1}
              max={MOST_DAYS}
              value={days}
              onChange={({ target }) => setDays(target.value)}
            />
          </label>
        ) : null}
        {until ? (
          <p className="wide" role="status">
            {fill(words.evPublishUntil, { from, until, days, kind })}
          </p>
        ) : null}
        <p className="note wide">
          {publicityDays === null ? `${words.evPublishNoDays} ` : ''}
          {words.evPublishSeen}
          {run.openAppeals > 0 ? ` ${fill(words.evPublishOpen, { n: run.openAppeals })}` : ''}
          {run.nearBorder === null ? ` ${words.evNotAssessed}` : ''}
          {run.nearBorder ? ` ${fill(words.evPublishNear, { n: run.nearBorder })}` : ''}
        </p>
        <FormEnd act={act}>{words.evPublish}</FormEnd>
      </form>
    </Dialog>
  )
}

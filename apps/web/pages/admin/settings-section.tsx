import { useQuery } from '@tanstack/react-query'
import { Button, Mark, Sheet } from '@yundiao/ui'
import type { FormEvent } from 'react'
import { setBusinessDay, settingsQuery } from '../../api/admin.ts'
import { textOf } from '../../shell/form-text.ts'
import { Ready } from '../../shell/ready.tsx'
import { useMay } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

/** The business day; pinned only in the demonstration. */
export const SettingsSection = () => {
  const words = useWords()
  const query = useQuery(settingsQuery)
  const may = useMay('businessDay.write')
  const act = useAct(setBusinessDay, { done: words.saved })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    act.run(textOf(new FormData(event.currentTarget), 'day'))
  }
  return (
    <Sheet title={words.businessDay} foot={words.businessDayNote}>
      <Ready query={query} rows={2}>
        {(settings) => (
          <>
            <p>
              {settings.city.name} {settings.businessDay}{' '}
              {settings.pinned ? <Mark word="演示">{words.pinned}</Mark> : words.notPinned}
            </p>
            {may ? (
              <form key={settings.businessDay} className="inline-form" onSubmit={submit}>
                <label>
                  {words.pinTo}
                  <input className="field" type="date" name="day" required defaultValue={settings.businessDay} />
                </label>
                <button type="submit" className="btn" disabled={act.busy}>
                  {words.pin}
                </button>
                {settings.pinned ? (
                  <Button disabled={act.busy} onClick={() => act.run(null)}>
                    {words.unpin}
                  </Button>
                ) : null}
              </form>
            ) : null}
          </>
        )}
      </Ready>
    </Sheet>
  )
}

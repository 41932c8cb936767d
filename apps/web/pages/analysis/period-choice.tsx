import { useNavigate } from '@tanstack/react-router'
import { StateTag } from '@yundiao/ui'
import type { AnalysisPeriod } from '../../api/types.ts'
import { useWords } from '../../shell/words.ts'

/** The period asked for; else the newest the city itself has actual figures of, else the newest there is. */
export const chosenPeriod = (
  periods: readonly AnalysisPeriod[],
  asked: string | undefined,
): AnalysisPeriod | undefined =>
  periods.find(({ period }) => period === asked) ?? periods.find(({ own }) => own) ?? periods[0]

const useOnlyWords = () => {
  const words = useWords()
  return ({ only }: AnalysisPeriod): string | null =>
    only === null ? null : only === 'demo' ? words.onlyDemo : words.onlyEstimates
}

/** The period in words, with what it has to show where that is no actual figure. */
export const PeriodFacts = ({ period }: { period: AnalysisPeriod }) => {
  const only = useOnlyWords()(period)
  return (
    <>
      {period.words}
      {only === null ? null : (
        <>
          {' '}
          <StateTag>{only}</StateTag>
        </>
      )}
    </>
  )
}

/** Every period any place compared holds; what has no actual figure says so in the list itself. */
export const PeriodChoice = ({ periods, value }: { periods: readonly AnalysisPeriod[]; value: string }) => {
  const words = useWords()
  const navigate = useNavigate()
  const onlyOf = useOnlyWords()
  return (
    <select
      className="field"
      aria-label={words.period}
      value={value}
      onChange={({ target }) =>
        void navigate({ to: '/analysis', search: (before) => ({ ...before, period: target.value }) })
      }
    >
      {periods.map((one) => {
        const only = onlyOf(one)
        return (
          <option key={one.period} value={one.period}>
            {only === null ? one.words : `${one.words} · ${only}`}
          </option>
        )
      })}
    </select>
  )
}

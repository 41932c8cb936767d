import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { fill } from '@yundiao/ui'
import { indicatorsQuery } from '../../../api/figures.ts'
import type { OutlookChoice, OutlookView } from '../../../api/types.ts'
import { useWords } from '../../../shell/words.ts'

type Option = { value: string; label: string }

const Choose = ({
  label,
  value,
  options,
  onChoose,
  disabled = false,
}: {
  label: string
  value: string
  options: readonly Option[]
  onChoose: (value: string) => void
  disabled?: boolean
}) => (
  <label>
    {label}{' '}
    <select className="field" value={value} disabled={disabled} onChange={({ target }) => onChoose(target.value)}>
      {options.map((one) => (
        <option key={one.value} value={one.value}>
          {one.label}
        </option>
      ))}
    </select>
  </label>
)

/** Goes to a series of an indicator and region; what is left out is chosen anew. */
export const useGoToSeries = () => {
  const navigate = useNavigate()
  return (to: { indicator: string; region?: string | undefined; series?: string | undefined }) =>
    void navigate({
      to: '/analysis',
      search: (before) => ({ ...before, region: undefined, series: undefined, ...to }),
    })
}

/** What is asked for while another series is still shown; null once the answer is there. */
export type LateAsk = { indicator: string; region: string | undefined } | null

/**
 * Indicator, region and series (口径), each told with how many periods it has. What was picked stands while its answer is
 * on the way, and the choices of the one before cannot call it back.
 */
export const SeriesPicker = ({ view, late }: { view: OutlookView; late: LateAsk }) => {
  const words = useWords()
  const goTo = useGoToSeries()
  const indicators = useQuery(indicatorsQuery).data ?? []
  const { choices, chosen, regions } = view
  const code = late?.indicator ?? view.indicator.code
  const isOther = code !== view.indicator.code
  const own = choices.filter(({ region }) => region === chosen?.region)
  const label = (one: OutlookChoice): string =>
    `${one.label} · ${fill(words.outlookPlaces, { n: one.releases })}${one.fits ? ` · ${words.outlookEnough}` : ''}`
  return (
    <div className="tools outlook-picker">
      <Choose
        label={words.outlookIndicator}
        value={code}
        options={indicators.map((one) => ({ value: one.code, label: one.label }))}
        onChoose={(picked) => goTo({ indicator: picked })}
      />
      {chosen ? (
        <>
          <Choose
            label={words.region}
            value={late?.region ?? chosen.region}
            options={regions.map((one) => ({ value: one.code, label: one.name }))}
            disabled={isOther}
            onChoose={(region) => goTo({ indicator: code, region })}
          />
          <Choose
            label={words.outlookSeries}
            value={chosen.series}
            options={own.map((one) => ({ value: one.series, label: label(one) }))}
            disabled={late !== null}
            onChoose={(series) => goTo({ indicator: code, region: chosen.region, series })}
          />
        </>
      ) : null}
    </div>
  )
}

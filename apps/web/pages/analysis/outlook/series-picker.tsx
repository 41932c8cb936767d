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
}: {
  label: string
  value: string
  options: readonly Option[]
  onChoose: (value: string) => void
}) => (
  <label>
    {label}{' '}
    <select className="field" value={value} onChange={({ target }) => onChoose(target.value)}>
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

/** Indicator, region and series (口径), each told with how many periods it has. */
export const SeriesPicker = ({ view }: { view: OutlookView }) => {
  const words = useWords()
  const goTo = useGoToSeries()
  const indicators = useQuery(indicatorsQuery).data ?? []
  const { indicator, choices, chosen, regions } = view
  const own = choices.filter(({ region }) => region === chosen?.region)
  const label = (one: OutlookChoice): string =>
    `${one.label} · ${fill(words.outlookPlaces, { n: one.releases })}${one.fits ? ` · ${words.outlookEnough}` : ''}`
  return (
    <div className="tools outlook-picker">
      <Choose
        label={words.outlookIndicator}
        value={indicator.code}
        options={indicators.map(({ code, label: name }) => ({ value: code, label: name }))}
        onChoose={(code) => goTo({ indicator: code })}
      />
      {chosen ? (
        <>
          <Choose
            label={words.region}
            value={chosen.region}
            options={regions.map(({ code, name }) => ({ value: code, label: name }))}
            onChoose={(region) => goTo({ indicator: indicator.code, region })}
          />
          <Choose
            label={words.outlookSeries}
            value={chosen.series}
            options={own.map((one) => ({ value: one.series, label: label(one) }))}
            onChoose={(series) => goTo({ indicator: indicator.code, region: chosen.region, series })}
          />
        </>
      ) : null}
    </div>
  )
}

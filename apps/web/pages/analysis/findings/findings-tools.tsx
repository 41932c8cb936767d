import { useNavigate, useSearch } from '@tanstack/react-router'
import { Chips } from '@yundiao/ui'
import type { FindingRow } from '../../../api/types.ts'
import { useWords } from '../../../shell/words.ts'
import { type Choice, choicesOf, type FindingFilter, narrowed, UNSET } from './filter-findings.ts'
import { SheetChoice } from './sheet-choice.tsx'

/** The filter of the list lives in the URL: a list can be sent to somebody as it is seen. */
export const useFindingFilter = (): [FindingFilter, (change: FindingFilter) => void] => {
  const navigate = useNavigate()
  const filter: FindingFilter = useSearch({
    strict: false,
    select: ({ kind, region, unit, indicator }) => ({ kind, region, unit, indicator }),
  })
  const set = (change: FindingFilter) =>
    void navigate({ to: '/analysis', search: (old) => ({ ...old, ...change }), replace: true })
  return [filter, set]
}

type ChooseProps = {
  label: string
  any: string
  value: string | undefined
  choices: readonly Choice[]
  onChoose: (key: string | undefined) => void
}

const Choose = ({ label, any, value = '', choices, onChoose }: ChooseProps) => (
  <select
    className="field search"
    aria-label={label}
    value={value}
    onChange={({ target }) => onChoose(target.value || undefined)}
  >
    <option value="">{any}</option>
    {value !== '' && !choices.some(({ key }) => key === value) ? <option value={value}>{value}</option> : null}
    {choices.map((choice) => (
      <option key={choice.key} value={choice.key}>
        {choice.label}（{choice.count}）
      </option>
    ))}
  </select>
)

type ToolsProps = {
  all: readonly FindingRow[]
  filter: FindingFilter
  onFilter: (change: FindingFilter) => void
}

const PlaceChoice = ({ all, filter, onFilter }: ToolsProps) => {
  const words = useWords()
  const rows = narrowed(all, filter, 'region')
  const counties = rows.filter(({ scope }) => scope === 'county')
  const choices = [
    { key: 'city', label: words.cityWide, count: rows.length - counties.length },
    { key: 'counties', label: words.inCounties, count: counties.length },
    ...choicesOf(counties, ({ region, regionName }) => ({ key: region, label: regionName })),
  ].filter(({ count }) => count > 0)
  return (
    <Choose
      label={words.region}
      any={words.anyPlace}
      value={filter.region}
      choices={choices}
      onChoose={(region) => onFilter({ region })}
    />
  )
}

/** Which sheet, kinds as chips with their counts, then place, lead unit and indicator to choose from. */
export const FindingsTools = ({ all, filter, onFilter }: ToolsProps) => {
  const words = useWords()
  const units = choicesOf(narrowed(all, filter, 'unit'), ({ leadUnit }) => ({
    key: leadUnit?.id ?? UNSET,
    label: leadUnit?.name ?? words.pending,
  }))
  const indicators = choicesOf(narrowed(all, filter, 'indicator'), ({ indicator, indicatorLabel }) => ({
    key: indicator,
    label: indicatorLabel,
  }))
  return (
    <div className="tools pairs findings-tools noprint">
      <SheetChoice />
      <Chips
        label={words.findingKinds}
        options={choicesOf(narrowed(all, filter, 'kind'), ({ kind, kindLabel }) => ({ key: kind, label: kindLabel }))}
        value={filter.kind ?? null}
        onChange={(kind) => onFilter({ kind: kind ?? undefined })}
      />
      <PlaceChoice all={all} filter={filter} onFilter={onFilter} />
      <Choose
        label={words.indicatorName}
        any={words.anyIndicator}
        value={filter.indicator}
        choices={indicators}
        onChoose={(indicator) => onFilter({ indicator })}
      />
      <Choose
        label={words.leadUnit}
        any={words.anyUnit}
        value={filter.unit}
        choices={units}
        onChoose={(unit) => onFilter({ unit })}
      />
    </div>
  )
}

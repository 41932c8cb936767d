import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { fill } from '@yundiao/ui'
import { comparedIndicatorsQuery } from '../../../api/comparison.ts'
import type { ComparisonScope } from '../../../api/types.ts'
import { useWords } from '../../../shell/words.ts'
import type { ViewProps } from '../view-props.ts'

type IndicatorChoiceProps = Pick<ViewProps, 'period' | 'on'> & { scope: ComparisonScope; value: string }

/** The catalogue with how many regions hold each indicator; the choice is kept in the address. */
export const IndicatorChoice = ({ period, on, scope, value }: IndicatorChoiceProps) => {
  const words = useWords()
  const navigate = useNavigate()
  const list = useQuery(comparedIndicatorsQuery({ period, on, scope }))
  const choose = (indicator: string) =>
    void navigate({ to: '/analysis', search: (old) => ({ ...old, indicator, kind: undefined }) })
  return (
    <select
      className="field search"
      aria-label={words.compareIndicator}
      value={value}
      onChange={({ target }) => choose(target.value)}
    >
      {(list.data ?? []).map(({ code, label, indent, held }) => (
        <option key={code} value={code}>
          {'　'.repeat(indent)}
          {held > 0 ? fill(words.heldIndicator, { label, n: held }) : label}
        </option>
      ))}
    </select>
  )
}

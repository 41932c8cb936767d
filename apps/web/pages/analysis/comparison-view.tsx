import { useNavigate, useSearch } from '@tanstack/react-router'
import { Segment } from '@yundiao/ui'
import type { ReactNode } from 'react'
import { useWords } from '../../shell/words.ts'
import { CountySheet } from './comparison/county-sheet.tsx'
import { RegionComparisonView } from './comparison/region-comparison.tsx'
import type { ViewProps } from './view-props.ts'

const SCOPES = ['cities', 'counties', 'sheet'] as const
type Scope = (typeof SCOPES)[number]

/** Codes of the nation, provinces and cities; all else lies inside the city. */
const ABOVE_COUNTIES = /^\d{4}00$/

/** The scope asked for, or the one the place that led here belongs to. */
const scopeOf = (by: string | undefined, region: string | undefined): Scope =>
  SCOPES.find((scope) => scope === by) ?? (region === undefined || ABOVE_COUNTIES.test(region) ? 'cities' : 'counties')

/** 对比: one indicator over the province's cities or the city's counties, and sheet T2. */
export const ComparisonView = (props: ViewProps) => {
  const words = useWords()
  const navigate = useNavigate()
  const { by: asked, region } = useSearch({ strict: false })
  const scope = scopeOf(asked, region)
  const choice: ReactNode = (
    <Segment
      label={words.compareScope}
      value={scope}
      onChange={(by) => void navigate({ to: '/analysis', search: (old) => ({ ...old, by, kind: undefined }) })}
      options={[
        { key: 'cities', label: words.scopeCities },
        { key: 'counties', label: words.scopeCounties },
        { key: 'sheet', label: words.scopeSheet },
      ]}
    />
  )
  return scope === 'sheet' ? (
    <CountySheet {...props} choice={choice} />
  ) : (
    <RegionComparisonView key={scope} {...props} scope={scope} choice={choice} />
  )
}

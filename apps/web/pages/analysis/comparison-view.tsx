import { useNavigate, useSearch } from '@tanstack/react-router'
import { Segment } from '@yundiao/ui'
import type { ReactNode } from 'react'
import { useWords } from '../../shell/words.ts'
import { CountySheet } from './comparison/county-sheet.tsx'
import { RegionComparisonView } from './comparison/region-comparison.tsx'
import type { ViewProps } from './view-props.ts'

const SCOPES = ['cities', 'counties', 'sheet'] as const
type Scope = (typeof SCOPES)[number]

const scopeOf = (text: string | undefined): Scope => SCOPES.find((scope) => scope === text) ?? 'cities'

/** 对比: one indicator over the province's cities or the city's counties, and sheet T2. */
export const ComparisonView = (props: ViewProps) => {
  const words = useWords()
  const navigate = useNavigate()
  const scope = scopeOf(useSearch({ strict: false, select: (search) => search.by }))
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

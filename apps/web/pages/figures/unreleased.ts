import { useQueries } from '@tanstack/react-query'
import type { PassportView } from '@yundiao/ui'
import { passportQuery } from '../../api/figures.ts'
import type { IndicatorView } from '../../api/types.ts'
import { useOn } from '../../shell/on-day.ts'

/** References of the indicator's figures that are told and not yet released. */
export const unreleasedRefs = (view: IndicatorView): string[] =>
  view.series.flatMap((series) =>
    series.points.filter((point) => point.fig.state !== 'released').map((point) => point.fig.ref),
  )

export type Unreleased = ReadonlyMap<string, PassportView>

/** Figures of the indicator that are told but not yet released, with their 出处: who told them, and what waits. */
export const useUnreleased = (view: IndicatorView): Unreleased => {
  const on = useOn()
  const queries = unreleasedRefs(view).map((ref) => ({ ...passportQuery(ref, on), staleTime: 60_000 }))
  return useQueries({
    queries,
    combine: (results) =>
      new Map(
        results.flatMap(({ data }) => (data && data.release.state !== 'released' ? [[data.ref, data] as const] : [])),
      ),
  })
}

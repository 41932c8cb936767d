import { useQueries } from '@tanstack/react-query'
import type { PassportView } from '@yundiao/ui'
import { passportQuery } from '../../api/figures.ts'
import type { IndicatorView, Me } from '../../api/types.ts'
import { useOn } from '../../shell/on-day.ts'
import { useMe } from '../../shell/session.ts'

const WITHIN = new Set(['city', 'county', 'zone', 'town'])

/**
 * References that may wait for release: of the places the reader holds, told without a round of accounting, as figures
 * told by hand are. Of other places only released figures are in sight.
 */
export const releaseCandidates = (view: IndicatorView, me: Pick<Me, 'region'>): string[] => {
  const held = new Set(
    view.regions
      .filter((region) => (me.region ? region.code === me.region.code : WITHIN.has(region.kind)))
      .map((region) => region.code),
  )
  return view.series.flatMap((series) =>
    series.points.filter((point) => held.has(point.region) && point.fig.round === null).map((point) => point.fig.ref),
  )
}

export type Unreleased = ReadonlyMap<string, PassportView>

/** Figures of the indicator that are told but not yet released, with their 出处: the release state stands there. */
export const useUnreleased = (view: IndicatorView): Unreleased => {
  const me = useMe()
  const on = useOn()
  const queries = releaseCandidates(view, me).map((ref) => ({ ...passportQuery(ref, on), staleTime: 60_000 }))
  return useQueries({
    queries,
    combine: (results) =>
      new Map(
        results.flatMap(({ data }) => (data && data.release.state !== 'released' ? [[data.ref, data] as const] : [])),
      ),
  })
}

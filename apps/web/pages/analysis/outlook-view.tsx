import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Button, Empty, Loading } from '@yundiao/ui'
import { useState } from 'react'
import { outlookQuery } from '../../api/outlook.ts'
import type { OutlookView as OutlookData } from '../../api/types.ts'
import { Ready } from '../../shell/ready.tsx'
import { useWords } from '../../shell/words.ts'
import { ChosenSeries } from './outlook/chosen-series.tsx'
import { SeriesPicker, useGoToSeries } from './outlook/series-picker.tsx'
import { NOTHING_SUPPOSED, ratiosOf, type Supposed } from './outlook/target-block.tsx'
import type { ViewProps } from './view-props.ts'

const FIRST = 'gdp'

type Place = { indicator: string; region?: string | undefined; series?: string | undefined }

/** Whether what is shown is of the series asked for: a supposition about it keeps it on the page, another does not. */
const isOf = ({ indicator, chosen }: OutlookData, asked: Place): boolean =>
  indicator.code === asked.indicator &&
  (asked.region === undefined || asked.region === chosen?.region) &&
  (asked.series === undefined || asked.series === chosen?.series)

/** 走势预测: what was published of a series, what may come, how likely the target is; or why nothing can be said. */
export const OutlookView = ({ period, on }: ViewProps) => {
  const words = useWords()
  const goTo = useGoToSeries()
  const { indicator = FIRST, region, series } = useSearch({ strict: false })
  const place = `${indicator} ${region} ${series}`
  const [kept, setKept] = useState<{ place: string; supposed: Supposed }>({ place, supposed: NOTHING_SUPPOSED })
  // A supposition is about one series; another begins without.
  const supposed = kept.place === place ? kept.supposed : NOTHING_SUPPOSED
  const ask = { indicator, region, series, period, on, ...ratiosOf(supposed) }
  const query = useQuery(outlookQuery(ask))
  return (
    <Ready query={query} rows={12}>
      {(view) => {
        const isLate = query.isPlaceholderData && !isOf(view, { indicator, region, series })
        return (
          <div className="col">
            <SeriesPicker view={view} late={isLate ? { indicator, region } : null} />
            {isLate ? (
              <Loading label={words.loading} rows={12} />
            ) : view.chosen ? (
              <ChosenSeries
                key={place}
                view={view}
                chosen={view.chosen}
                ask={ask}
                supposed={supposed}
                onSuppose={(next) => setKept({ place, supposed: next })}
              />
            ) : (
              <Empty action={<Button onClick={() => goTo({ indicator: FIRST })}>{words.outlookChooseOther}</Button>}>
                {words.outlookNone}
              </Empty>
            )}
          </div>
        )
      }}
    </Ready>
  )
}

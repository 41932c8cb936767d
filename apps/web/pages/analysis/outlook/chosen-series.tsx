import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, fill, Segment } from '@yundiao/ui'
import { useState } from 'react'
import { type OutlookAsk, outlookEstimateQuery, outlookHref } from '../../../api/outlook.ts'
import type { OutlookAdjusted, OutlookChosen, OutlookForecast, OutlookView } from '../../../api/types.ts'
import { useWords } from '../../../shell/words.ts'
import { AccuracyTable } from './accuracy-table.tsx'
import { AdjustmentSheet, FactorTable } from './adjustment-sheets.tsx'
import { EstimateStatus } from './estimate-status.tsx'
import { FanFigure } from './fan-figure.tsx'
import { useGoToSeries } from './series-picker.tsx'
import { SinglesTable } from './singles-table.tsx'
import { type Supposed, TargetBlock } from './target-block.tsx'

/** Why nothing is forecast, and where something can be. */
const TooShort = ({ view, chosen }: { view: OutlookView; chosen: OutlookChosen }) => {
  const words = useWords()
  const goTo = useGoToSeries()
  if (chosen.ability.kind === 'regular') return null
  const { instead } = chosen
  return (
    <p className="working">
      {fill(words.outlookTooShort, { why: chosen.ability.why })}{' '}
      {instead ? (
        <Button
          small
          onClick={() => goTo({ indicator: view.indicator.code, region: instead.region, series: instead.series })}
        >
          {fill(words.outlookInstead, { name: `${instead.regionName} ${instead.label}` })}
        </Button>
      ) : (
        <Link className="btn small" to="/analysis" search={(before) => ({ on: before.on, view: 'backtest' })}>
          {words.outlookMethodSeen}
        </Link>
      )}
    </p>
  )
}

type Shown = 'raw' | 'adjusted' | 'factors'

const ShowSwitch = ({ shown, onShow }: { shown: Shown; onShow: (shown: Shown) => void }) => {
  const words = useWords()
  return (
    <div className="tools">
      <Segment
        label={words.outlookShows}
        value={shown}
        onChange={onShow}
        options={[
          { key: 'raw', label: words.outlookRaw },
          { key: 'adjusted', label: words.outlookAdjusted },
          { key: 'factors', label: words.outlookFactors },
        ]}
      />
    </div>
  )
}

const ofKind = <T extends { kind: string }, K extends T['kind']>(
  one: T | undefined,
  kind: K,
): Extract<T, { kind: K }> | null => (one?.kind === kind ? (one as Extract<T, { kind: K }>) : null)

type ChosenSeriesProps = {
  view: OutlookView
  chosen: OutlookChosen
  ask: OutlookAsk
  supposed: Supposed
  onSuppose: (supposed: Supposed) => void
}

/** One series: its releases at once, what is worked out when it is there. */
export const ChosenSeries = ({ view, chosen, ask, supposed, onSuppose }: ChosenSeriesProps) => {
  const words = useWords()
  const [show, setShow] = useState<Shown>('raw')
  const canEstimate = chosen.ability.kind === 'regular'
  const options = outlookEstimateQuery({ ...ask, region: chosen.region, series: chosen.series })
  const query = useQuery({ ...options, enabled: canEstimate })
  const forecast: OutlookForecast | null = ofKind(query.data?.forecast, 'forecast')
  const adjusted: OutlookAdjusted | null = ofKind(query.data?.adjustment, 'adjusted')
  const shown = adjusted ? show : 'raw'
  const title = `${chosen.regionName} ${view.indicator.name} ${chosen.label}`
  return (
    <>
      {chosen.isDemo ? <p className="demo-band">{words.outlookDemo}</p> : null}
      <TooShort view={view} chosen={chosen} />
      {canEstimate ? <EstimateStatus query={query} queryKey={options.queryKey} /> : null}
      {adjusted ? <ShowSwitch shown={shown} onShow={setShow} /> : null}
      <div className="two">
        <div className="col">
          {adjusted && shown === 'factors' ? (
            <FactorTable adjusted={adjusted} title={`${title} ${words.outlookFactors}`} />
          ) : (
            <FanFigure
              title={title}
              chosen={chosen}
              forecast={forecast}
              adjusted={shown === 'adjusted' ? adjusted : null}
              xlsx={outlookHref({ ...ask, region: chosen.region, series: chosen.series })}
            />
          )}
          {query.data?.forecast.kind === 'refused' ? <p className="note">{query.data.forecast.why}</p> : null}
          {forecast ? <AccuracyTable forecast={forecast} /> : null}
        </div>
        <div className="col">
          <TargetBlock
            key={`${chosen.region} ${chosen.series}`}
            target={chosen.target}
            likelihood={query.data?.likelihood ?? null}
            supposed={supposed}
            onSuppose={onSuppose}
          />
          <SinglesTable singles={chosen.singles} />
          {adjusted ? <AdjustmentSheet adjusted={adjusted} /> : null}
          {query.data?.adjustment.kind === 'refused' ? <p className="note">{query.data.adjustment.why}</p> : null}
        </div>
      </div>
    </>
  )
}

import type { LocalDate } from '@yundiao/kernel'
import { ChartFrame, FanChart, FanLegend, fill, Segment, Sheet } from '@yundiao/ui'
import { useState } from 'react'
import type { OutlookAdjusted, OutlookChosen, OutlookForecast } from '../../../api/types.ts'
import { useWords } from '../../../shell/words.ts'
import { adjustedPoints, chartTable, comingPoints, drawnPoints, recentOnly } from './chart-points.ts'

type FanFigureProps = {
  title: string
  chosen: OutlookChosen
  forecast: OutlookForecast | null
  /** Drawn beside when the adjusted view is chosen. */
  adjusted: OutlookAdjusted | null
  xlsx: string
}

const RECENT = 26

/** The fan with its legend, its table and its ways out. */
export const FanFigure = ({ title, chosen, forecast, adjusted, xlsx }: FanFigureProps) => {
  const words = useWords()
  const [span, setSpan] = useState<'recent' | 'whole'>('recent')
  const wording = { words, fill }
  const { unitShown, target, ability, breaks, parted } = chosen
  const cut = <P extends { ends: string }>(points: readonly P[]): readonly P[] =>
    span === 'recent' ? recentOnly(points) : points
  const coming = forecast ? comingPoints(forecast, unitShown, wording) : []
  const used = target.used && unitShown === '%' ? target.used : null
  const notes = [
    ...(ability.kind === 'regular' ? [ability.words] : []),
    ...(forecast ? [fill(words.outlookBy, { method: forecast.words })] : []),
    ...breaks,
  ]
  return (
    <Sheet>
      <ChartFrame
        title={title}
        table={chartTable({ chosen, forecast, adjusted }, wording)}
        xlsx={xlsx}
        side={
          chosen.points.length > RECENT ? (
            <Segment
              label={words.outlookSpan}
              value={span}
              onChange={setSpan}
              options={[
                { key: 'recent', label: words.outlookRecent },
                { key: 'whole', label: words.outlookWhole },
              ]}
            />
          ) : undefined
        }
        note={
          <>
            <FanLegend
              words={{
                history: chosen.composed.length > 0 ? words.outlookComposed : words.outlookReleased,
                mean: words.outlookForecast,
                band80: words.outlookBand80,
                band95: words.outlookBand95,
                adjusted: words.outlookAdjustedLine,
                naive: words.outlookNaive,
                target: words.outlookTargetLine,
              }}
              shows={{ fan: forecast !== null, adjusted: adjusted !== null, target: used !== null }}
            />
            {notes.length > 0 ? <br /> : null}
            {notes.join('；')}
          </>
        }
      >
        <FanChart
          label={title}
          unit={unitShown}
          history={cut(drawnPoints(chosen, wording))}
          coming={coming}
          naive={coming.map((one) => ({ ...one, value: one.naive }))}
          adjusted={adjusted ? cut(adjustedPoints(adjusted)) : []}
          target={used && { value: Number((used.value * 100).toPrecision(12)), words: used.shown }}
          breaks={parted.map(({ from, kind }) => ({ from: from as LocalDate, label: kind }))}
          hint={words.outlookHint}
        />
      </ChartFrame>
    </Sheet>
  )
}

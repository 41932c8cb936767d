import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, ChartLegend, DotsChart, Empty, fill, Mark, Page, Segment, Sheet } from '@yundiao/ui'
import { useState } from 'react'
import { indicatorQuery } from '../../api/figures.ts'
import type { IndicatorView } from '../../api/types.ts'
import { useOn } from '../../shell/on-day.ts'
import { Ready } from '../../shell/ready.tsx'
import { useMay, useMe } from '../../shell/session.ts'
import { useWords } from '../../shell/words.ts'
import { BreakSheet } from './break-sheet.tsx'
import {
  chartBreaks,
  chartSeries,
  dwarfsCity,
  firstMeasure,
  measuresOf,
  measureWith,
  seriesOf,
} from './indicator-series.ts'
import { type Marked, Regions, Vintages } from './indicator-tables.tsx'
import { PeriodSheet } from './period-sheet.tsx'
import { ReleaseSheet } from './release-sheet.tsx'
import { ReportDialog } from './report-dialog.tsx'
import { TargetSheet } from './target-sheet.tsx'
import { useUnreleased } from './unreleased.ts'

const Chart = ({ view, measure, unreleased }: Marked) => {
  const words = useWords()
  const all = chartSeries(view, measure, unreleased)
  const series = all.filter((one) => !dwarfsCity(one, all))
  const leftOut = all.filter((one) => !series.includes(one)).map(({ label }) => label)
  const note = leftOut.length > 0 ? fill(words.chartLeftOut, { names: leftOut.join('、') }) : ''
  const unit = seriesOf(view, measure)[0]?.unitShown ?? ''
  return (
    <Sheet title={measure} side={<ChartLegend series={series} />} foot={`${words.chartNote}${note}`} flush>
      {series.length === 0 ? (
        <Empty>{words.noReleasedPoints}</Empty>
      ) : (
        <DotsChart
          label={`${view.indicator.name} ${measure}`}
          unit={unit}
          series={series}
          breaks={chartBreaks(view, measure)}
        />
      )}
    </Sheet>
  )
}

const IndicatorSheets = ({ view }: { view: IndicatorView }) => {
  const words = useWords()
  const measures = measuresOf(view)
  const me = useMe()
  const mayReport = useMay('figure.report')
  const mayRelease = useMay('figure.release')
  const unreleased = useUnreleased(view)
  const [chosen, setChosen] = useState<string | null>(null)
  const [told, setTold] = useState<string | null>(null)
  const [reporting, setReporting] = useState(false)
  const measure = chosen ?? measureWith(view, told) ?? firstMeasure(view)
  const waits = mayRelease && unreleased.size > 0
  const reportWords = me.role === 'office' ? words.enterFor : words.reportFigure
  return (
    <Page
      title={view.indicator.name}
      facts={
        <>
          {words.leadUnit} {view.indicator.leadUnit ?? <Mark word="待明确" />} · {words.unitOfMeasure}{' '}
          {view.indicator.unitShown}
          {view.indicator.note ? ` · ${view.indicator.note}` : ''}
        </>
      }
      actions={
        <>
          {measures.length > 0 ? (
            <Segment
              label={words.measure}
              options={measures.map((one) => ({ key: one, label: one }))}
              value={measure}
              onChange={setChosen}
            />
          ) : null}
          <Link to="/figures" className="btn">
            {words.toBoard}
          </Link>
          <Link
            to="/analysis"
            className="btn"
            search={(old) => ({ on: old.on, period: old.period, indicator: view.indicator.code })}
          >
            {words.viewPoints}
          </Link>
          {mayReport ? (
            <Button primary={!waits} onClick={() => setReporting(true)}>
              {reportWords}
            </Button>
          ) : null}
        </>
      }
    >
      {waits ? <ReleaseSheet waiting={unreleased} /> : null}
      {measures.length === 0 ? (
        <Empty
          action={
            <Link to="/figures" className="btn">
              {words.toBoard}
            </Link>
          }
        >
          {words.noPoints}
        </Empty>
      ) : (
        <div className="two">
          <div className="col">
            <Chart view={view} measure={measure} unreleased={unreleased} />
            <Vintages view={view} measure={measure} unreleased={unreleased} />
          </div>
          <div className="col">
            <TargetSheet targets={view.targets} />
            <Regions view={view} measure={measure} unreleased={unreleased} />
            <BreakSheet view={view} />
          </div>
        </div>
      )}
      {measures.length === 0 ? null : <PeriodSheet code={view.indicator.code} />}
      {reporting ? (
        <ReportDialog
          view={view}
          title={reportWords}
          onDone={(fig) => {
            setTold(fig.ref)
            setChosen(null)
            setReporting(false)
          }}
          onClose={() => setReporting(false)}
        />
      ) : null}
    </Page>
  )
}

export const IndicatorPage = () => {
  const words = useWords()
  const { code = '' } = useParams({ strict: false })
  const query = useQuery(indicatorQuery(code, useOn()))
  if (query.data) return <IndicatorSheets view={query.data} />
  return (
    <Page title={words.indicatorName}>
      <Ready query={query} rows={16}>
        {() => null}
      </Ready>
    </Page>
  )
}

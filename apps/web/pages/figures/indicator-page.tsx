import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import {
  Button,
  ChartLegend,
  DataTable,
  DotsChart,
  Empty,
  FigureView,
  Mark,
  Page,
  Segment,
  Sheet,
  StateTag,
} from '@yundiao/ui'
import { useState } from 'react'
import { indicatorQuery } from '../../api/figures.ts'
import type { IndicatorView } from '../../api/types.ts'
import { useOn } from '../../shell/on-day.ts'
import { Ready } from '../../shell/ready.tsx'
import { useMay, useMe } from '../../shell/session.ts'
import { useWords } from '../../shell/words.ts'
import {
  chartSeries,
  firstMeasure,
  measuresOf,
  measureWith,
  newestByRegion,
  pointRows,
  seriesOf,
} from './indicator-series.ts'
import { ReleaseSheet } from './release-sheet.tsx'
import { ReportDialog } from './report-dialog.tsx'
import { TargetSheet } from './target-sheet.tsx'
import { type Unreleased, useUnreleased } from './unreleased.ts'

type Part = { view: IndicatorView; measure: string }
type Marked = Part & { unreleased: Unreleased }

/** Beside a figure that is not open to everybody yet: how far it is. */
const ReleaseMark = ({ of, unreleased }: { of: string; unreleased: Unreleased }) => {
  const label = unreleased.get(of)?.release.label
  return label ? (
    <>
      {' '}
      <StateTag>{label}</StateTag>
    </>
  ) : null
}

const Chart = ({ view, measure }: Part) => {
  const words = useWords()
  const series = chartSeries(view, measure)
  const unit = seriesOf(view, measure)[0]?.unitShown ?? ''
  return (
    <Sheet title={measure} side={<ChartLegend series={series} />} foot={words.chartNote} flush>
      {series.length === 0 ? (
        <Empty>{words.noPoints}</Empty>
      ) : (
        <DotsChart label={`${view.indicator.name} ${measure}`} unit={unit} series={series} />
      )}
    </Sheet>
  )
}

const Vintages = ({ view, measure, unreleased }: Marked) => {
  const words = useWords()
  const upper = view.regions.filter((region) => !['county', 'zone', 'town'].includes(region.kind))
  const names = new Map(upper.map((region) => [region.code, region.name]))
  const rows = pointRows(view, measure, new Set(names.keys()))
  return (
    <Sheet title={words.vintages} side={<span className="note">{words.vintagesNote}</span>} flush>
      <div className="chart-table">
        <DataTable
          label={`${view.indicator.name} ${measure}`}
          rows={rows}
          rowKey={(row) => row.key}
          columns={[
            { id: 'period', label: words.period, cell: (r) => <span className="nw">{r.periodWords}</span> },
            { id: 'region', label: words.region, cell: (r) => names.get(r.region) ?? r.region },
            {
              id: 'value',
              label: measure,
              unit: seriesOf(view, measure)[0]?.unitShown,
              align: 'right',
              cell: (r) => (
                <>
                  <FigureView fig={r.fig} label={`${r.periodWords}${measure}`} hole="缺" />
                  <ReleaseMark of={r.fig.ref} unreleased={unreleased} />
                </>
              ),
            },
            { id: 'vintage', label: words.vintage, align: 'center', cell: (r) => r.fig.vintage },
            {
              id: 'earlier',
              label: words.earlierVintages,
              optional: true,
              cell: (r) =>
                r.vintages
                  .filter((fig) => fig.ref !== r.fig.ref)
                  .map((fig) => (
                    <FigureView key={fig.ref} fig={fig} label={`${r.periodWords} ${words.vintage} ${fig.vintage}`} />
                  )),
            },
            { id: 'known', label: words.knownOn, cell: (r) => <span className="nw">{r.fig.knownOn}</span> },
            {
              id: 'concept',
              label: words.concept,
              optional: true,
              cell: (r) => (r.concept === 'default' ? '' : r.concept),
            },
          ]}
        />
      </div>
    </Sheet>
  )
}

const Regions = ({ view, measure, unreleased }: Marked) => {
  const words = useWords()
  const newest = newestByRegion(view, measure)
  const counties = view.regions.filter((region) => region.kind === 'county')
  const zones = new Set(view.regions.filter((region) => region.kind === 'zone').map((region) => region.code))
  const names = new Map(view.regions.map((region) => [region.code, region.name]))
  if (!newest)
    return (
      <Sheet title={words.counties}>
        <p className="muted">
          <Mark word="缺" /> {words.noCounties}
        </p>
      </Sheet>
    )
  const has = new Set(newest.rows.map((row) => row.region))
  const lacking = counties.filter((county) => !has.has(county.code))
  return (
    <Sheet title={`${words.counties}　${newest.words}`} foot={words.zonesNote} flush>
      <DataTable
        label={words.counties}
        rows={newest.rows}
        rowKey={(row) => row.key}
        groupOf={(row) =>
          zones.has(row.region) ? { key: 'zone', title: words.zones } : { key: 'county', title: words.countiesGroup }
        }
        columns={[
          { id: 'name', label: words.region, cell: (r) => names.get(r.region) ?? r.region },
          {
            id: 'value',
            label: measure,
            unit: seriesOf(view, measure)[0]?.unitShown,
            align: 'right',
            cell: (r) => (
              <>
                <FigureView fig={r.fig} label={`${names.get(r.region) ?? ''}${measure}`} hole="缺" />
                <ReleaseMark of={r.fig.ref} unreleased={unreleased} />
              </>
            ),
          },
        ]}
      />
      {lacking.length > 0 ? (
        <p className="in note">
          <Mark word="缺" /> {lacking.map((county) => county.name).join('、')}
        </p>
      ) : null}
    </Sheet>
  )
}

const Breaks = ({ view }: { view: IndicatorView }) => {
  const words = useWords()
  const names = new Map(view.regions.map((region) => [region.code, region.name]))
  if (view.breaks.length === 0) return null
  return (
    <Sheet title={words.breaks}>
      <ol className="list">
        {view.breaks.map((one, index) => (
          <li key={`${one.region}/${one.period}`}>
            <span className="k">{index + 1}</span>
            <span>
              {names.get(one.region) ?? one.region} {one.period}　{one.why}
            </span>
          </li>
        ))}
      </ol>
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
          <Segment
            label={words.measure}
            options={measures.map((one) => ({ key: one, label: one }))}
            value={measure}
            onChange={setChosen}
          />
          <Link to="/figures" className="btn">
            {words.toBoard}
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
            <Chart view={view} measure={measure} />
            <Vintages view={view} measure={measure} unreleased={unreleased} />
          </div>
          <div className="col">
            <TargetSheet targets={view.targets} />
            <Regions view={view} measure={measure} unreleased={unreleased} />
            <Breaks view={view} />
          </div>
        </div>
      )}
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

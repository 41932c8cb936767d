import { DataTable, FigureView, Mark, Sheet, StateTag } from '@yundiao/ui'
import type { IndicatorView } from '../../api/types.ts'
import { useWords } from '../../shell/words.ts'
import { newestByRegion, pointRows, seriesOf } from './indicator-series.ts'
import type { Unreleased } from './unreleased.ts'

export type Marked = { view: IndicatorView; measure: string; unreleased: Unreleased }

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

/** Each period of city, province and nation with every vintage. */
export const Vintages = ({ view, measure, unreleased }: Marked) => {
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

/** Counties and parks at the newest period any of them has, parks apart. */
export const Regions = ({ view, measure, unreleased }: Marked) => {
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

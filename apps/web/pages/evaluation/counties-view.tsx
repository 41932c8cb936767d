import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type Column, DataTable, fill, Sheet, ValueMap } from '@yundiao/ui'
import { boundariesQuery } from '../../api/ledgers.ts'
import type { Boundaries, EvaluationView, RankingRow } from '../../api/types.ts'
import type { Words } from '../../messages.ts'
import { Ready } from '../../shell/ready.tsx'
import { useWords } from '../../shell/words.ts'
import { gradeKey, rankedRows, scoreDigits } from './rank-rows.ts'
import { scoreText } from './score-text.ts'
import type { ViewProps } from './view-props.ts'

type CountyRow = { code: string; name: string; zone: boolean; rows: RankingRow[] }

/** Counties in the city's order, then the zones, which overlap them. */
const byCounty = ({ rows }: EvaluationView, { counties, zones }: Boundaries): CountyRow[] =>
  [...counties.map((one) => ({ ...one, zone: false })), ...zones.map((one) => ({ ...one, zone: true }))]
    .map(({ code, name, zone }) => ({ code, name, zone, rows: rows.filter(({ region }) => region?.code === code) }))
    .filter((county) => county.rows.length > 0)

const held = ({ rows }: CountyRow, grade: string): number => rows.filter((row) => gradeKey(row) === grade).length

const middle = (ranks: readonly number[]): number | null => {
  const sorted = [...ranks].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}

const columnsOf = (
  words: Words,
  { grading, assurance }: EvaluationView,
  onOpen: (region: string) => void,
): Column<CountyRow>[] => [
  {
    id: 'name',
    label: words.region,
    width: 130,
    frozen: 'always',
    cell: ({ code, name }) => (
      <button type="button" className="link" onClick={() => onOpen(code)}>
        {name}
      </button>
    ),
  },
  { id: 'units', label: words.evUnits, align: 'right', cell: ({ rows }) => rows.length },
  ...grading.counts.map(({ grade }) => ({
    id: grade,
    under: [words.evGrade],
    label: grade,
    align: 'right' as const,
    cell: (row: CountyRow) => held(row, grade) || '',
  })),
  ...(grading.counts.length === 0
    ? [
        {
          id: 'middle',
          label: words.evMiddlePlace,
          align: 'right' as const,
          cell: ({ rows }: CountyRow) => middle(rows.flatMap(({ rank }) => rank ?? [])) ?? '',
        },
      ]
    : []),
  ...(assurance
    ? [
        {
          id: 'near',
          label: words.evNear,
          align: 'right' as const,
          cell: ({ rows }: CountyRow) => rows.filter(({ near }) => near !== null).length || '',
        },
      ]
    : []),
]

/** Counties themselves are scored: shaded by score. */
const ScoreMap = ({ view, outlines }: { view: EvaluationView; outlines: Boundaries['counties'] }) => {
  const words = useWords()
  const places = outlines.flatMap((outline) => {
    const row = view.rows.find((one) => one.region?.code === outline.code)
    if (!row) return []
    const shown = [scoreText(row.score), row.grade].filter(Boolean).join(' ')
    return [{ ...outline, name: outline.name, value: row.score, shown, hole: words.evByNoScore, own: row.own }]
  })
  return (
    <ValueMap label={words.evCounties} unit="" places={places} caption={view.run.demo ? words.demoCaption : null} />
  )
}

/** Counties by place, beside the map that shades them. */
const ScoreTable = ({ view }: { view: EvaluationView }) => {
  const words = useWords()
  const digits = scoreDigits(view.rows)
  return (
    <Sheet flush title={words.evRanking}>
      <DataTable
        label={words.evRanking}
        className="ruled"
        rows={rankedRows(view.rows, [])}
        rowKey={({ unit }) => unit}
        columns={[
          { id: 'rank', label: words.evRank, width: 64, align: 'right', cell: ({ rank }) => rank ?? '' },
          {
            id: 'name',
            label: words.region,
            cell: ({ unit, name, region }) => (
              <Link to="/evaluation/$id/units/$unit" params={{ id: view.run.id, unit }}>
                {region?.name ?? name}
              </Link>
            ),
          },
          {
            id: 'score',
            label: words.evScore,
            align: 'right',
            cell: ({ unit, score }) => scoreText(score, digits.get(unit)),
          },
          ...(view.grading.counts.length > 0
            ? [{ id: 'grade', label: words.evGrade, cell: ({ grade }: RankingRow) => grade ?? '—' }]
            : []),
        ]}
      />
    </Sheet>
  )
}

type PlacedProps = { view: EvaluationView; outlines: Boundaries; onOpen: (region: string) => void }

/** How a county does: the share of its units in the best grade, or their middle place where there are no grades. */
const shadeOf = (words: Words, county: CountyRow, best: string | undefined) => {
  const n = county.rows.length
  if (best === undefined) {
    const place = middle(county.rows.flatMap(({ rank }) => rank ?? []))
    return { value: place, shown: String(place ?? ''), under: fill(words.evMapPlaces, { place: place ?? '' }) }
  }
  const count = held(county, best)
  const share = Math.round((count / n) * 1000) / 10
  return { value: share, shown: String(share), under: fill(words.evMapCount, { n, grade: best, held: count }) }
}

const CountMap = ({ view, outlines, onOpen }: PlacedProps) => {
  const words = useWords()
  const counties = byCounty(view, outlines)
  const best = view.grading.counts[0]?.grade
  const places = outlines.counties.map((outline) => {
    const county = counties.find(({ code }) => code === outline.code)
    const own = county?.rows.some((row) => row.own) ?? false
    const shade = county ? shadeOf(words, county, best) : { value: null, shown: '' }
    return { ...outline, ...shade, hole: words.evMapNone, own }
  })
  const caption = best === undefined ? words.evMapShadePlaces : fill(words.evMapShade, { grade: best })
  return (
    <>
      <ValueMap
        label={words.evCounties}
        unit={best === undefined ? words.evMapPlaceUnit : '%'}
        places={places}
        caption={view.run.demo ? words.demoCaption : null}
        onOpen={onOpen}
      />
      <p className="note">
        {caption}　{words.evMapHint}
      </p>
    </>
  )
}

const CountTable = ({ view, outlines, onOpen }: PlacedProps) => {
  const words = useWords()
  return (
    <Sheet flush title={words.evCountiesTitle} foot={words.zonesNote}>
      <DataTable
        label={words.evCountiesTitle}
        className="ruled"
        columns={columnsOf(words, view, onOpen)}
        rows={byCounty(view, outlines)}
        rowKey={({ code }) => code}
        groupOf={({ zone }) => ({ key: String(zone), title: zone ? words.zonesApart : words.countiesOf })}
        onOpen={({ code }) => onOpen(code)}
      />
    </Sheet>
  )
}

/** 分县区: where the grades are; a county opens its ranking. */
export const CountiesView = ({ view }: ViewProps) => {
  const navigate = useNavigate()
  const query = useQuery(boundariesQuery)
  const open = (region: string) =>
    void navigate({ to: '/evaluation/$id', params: { id: view.run.id }, search: ({ on }) => ({ on, region }) })
  return (
    <Ready query={query}>
      {(outlines) =>
        view.run.subject === '县区' ? (
          <div className="two map-left">
            <Sheet className="county-map">
              <ScoreMap view={view} outlines={outlines.counties} />
            </Sheet>
            <ScoreTable view={view} />
          </div>
        ) : (
          <div className="two map-left">
            <Sheet className="county-map">
              <CountMap view={view} outlines={outlines} onOpen={open} />
            </Sheet>
            <CountTable view={view} outlines={outlines} onOpen={open} />
          </div>
        )
      }
    </Ready>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type Column, DataTable, fill, RegionMap, Sheet, ValueMap } from '@yundiao/ui'
import { boundariesQuery } from '../../api/ledgers.ts'
import type { Boundaries, EvaluationView, RankingRow } from '../../api/types.ts'
import type { Words } from '../../messages.ts'
import { Ready } from '../../shell/ready.tsx'
import { useWords } from '../../shell/words.ts'
import { gradeKey } from './rank-rows.ts'
import { scoreText } from './score-text.ts'
import type { ViewProps } from './view-props.ts'

type CountyRow = { code: string; name: string; zone: boolean; rows: RankingRow[] }

/** Counties in the city's order, then the zones, which overlap them. */
const byCounty = ({ rows }: EvaluationView, { counties, zones }: Boundaries): CountyRow[] =>
  [...counties.map((one) => ({ ...one, zone: false })), ...zones.map((one) => ({ ...one, zone: true }))]
    .map(({ code, name, zone }) => ({ code, name, zone, rows: rows.filter(({ region }) => region?.code === code) }))
    .filter((county) => county.rows.length > 0)

const held = ({ rows }: CountyRow, grade: string): number => rows.filter((row) => gradeKey(row) === grade).length

const columnsOf = (
  words: Words,
  { grading }: EvaluationView,
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
  {
    id: 'near',
    label: words.evNear,
    align: 'right',
    cell: ({ rows }) => rows.filter(({ near }) => near !== null).length || '',
  },
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

type PlacedProps = { view: EvaluationView; outlines: Boundaries; onOpen: (region: string) => void }

const CountMap = ({ view, outlines, onOpen }: PlacedProps) => {
  const words = useWords()
  const counties = byCounty(view, outlines)
  const best = view.grading.counts[0]?.grade ?? ''
  const told = (code: string): string | null => {
    const county = counties.find((one) => one.code === code)
    return county ? fill(words.evMapCount, { n: county.rows.length, grade: best, held: held(county, best) }) : null
  }
  return (
    <RegionMap
      label={words.evCounties}
      legend={words.evMapHint}
      shapes={[]}
      chosen={null}
      onChoose={(code) => (code === null ? undefined : onOpen(code))}
      onOpen={onOpen}
      counties={outlines.counties.map((outline) => ({ ...outline, words: told(outline.code) }))}
    />
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
  const words = useWords()
  const navigate = useNavigate()
  const query = useQuery(boundariesQuery)
  const open = (region: string) =>
    void navigate({ to: '/evaluation/$id', params: { id: view.run.id }, search: ({ on }) => ({ on, region }) })
  return (
    <Ready query={query}>
      {(outlines) =>
        view.run.subject === '县区' ? (
          <Sheet className="county-map" title={words.evCounties}>
            <ScoreMap view={view} outlines={outlines.counties} />
          </Sheet>
        ) : (
          <div className="two wide-right">
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

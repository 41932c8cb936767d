import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { parsePolygon } from '@yundiao/kernel'
import { alsoShownNumber, type Column, DataTable, fill, type MapShape, RegionMap } from '@yundiao/ui'
import { boundariesQuery, ledgerMapQuery } from '../../api/ledgers.ts'
import type { Boundaries, EntryFilter, LedgerMap, LedgerView } from '../../api/types.ts'
import { useOn } from '../../shell/on-day.ts'
import { Ready } from '../../shell/ready.tsx'
import { useWords } from '../../shell/words.ts'

type Choice = { region: string | undefined; onRegion: (code: string | undefined) => void }

const shapesOf = (map: LedgerMap, ledger: LedgerView, region: string | undefined): MapShape[] =>
  map.shapes
    .filter((shape) => region === undefined || shape.region === region)
    .flatMap((shape) => {
      const parsed = parsePolygon(shape.outline)
      if (parsed.kind === 'bad') return []
      const label = `${shape.label}　${shape.state}${shape.demo ? '　演示' : ''}`
      return [{ id: shape.id, label, polygon: parsed.polygon, hollow: shape.state === ledger.states[0] }]
    })

type PlaceRow = { code: string | null; name: string; zone: boolean; n: number; area: number | null }

/** Counties in the city's order, what is 待归属, then the zones, which overlap them and are not added to them. */
const placesOf = (map: LedgerMap, outlines: Boundaries, unplaced: string): PlaceRow[] => {
  const held = new Map(map.regions.map((one) => [one.code, one]))
  const row = (zone: boolean) => (place: { code: string; name: string }) => {
    const { n = 0, area = null } = held.get(place.code) ?? {}
    return { ...place, zone, n, area }
  }
  const own = held.get(map.city)
  return [
    ...outlines.counties.map(row(false)),
    ...(own ? [{ code: null, name: unplaced, zone: false, n: own.n, area: own.area }] : []),
    ...outlines.zones.map(row(true)),
  ]
}

const sumOf = (areas: readonly (number | null)[]): number | null => {
  const known = areas.filter((area) => area !== null)
  return known.length > 0 ? known.reduce((a, b) => a + b, 0) : null
}

const areaColumns = (units: LedgerMap['area'], rows: readonly PlaceRow[]): Column<PlaceRow>[] => {
  const whole = sumOf(rows.map(({ area }) => area))
  const shown = [units?.shownIn, units?.alsoShownIn].flatMap((unit) => unit ?? [])
  return shown.map((unit) => ({
    id: unit,
    label: unit,
    align: 'right',
    cell: ({ area }) => (area === null ? null : alsoShownNumber(area, unit)),
    total: whole === null ? null : alsoShownNumber(whole, unit),
  }))
}

const Places = ({
  rows,
  units,
  region,
  onRegion,
}: Choice & { rows: readonly PlaceRow[]; units: LedgerMap['area'] }) => {
  const words = useWords()
  const press = (code: string) => onRegion(code === region ? undefined : code)
  const named = ({ code, name, zone }: PlaceRow) =>
    code === null ? (
      name
    ) : (
      <button type="button" className="link" aria-pressed={code === region} onClick={() => press(code)}>
        {zone ? <span className="zone-square" aria-hidden="true" /> : null}
        {name}
      </button>
    )
  return (
    <DataTable
      label={words.region}
      rows={rows}
      rowKey={({ code, name }) => code ?? name}
      groupOf={({ zone }) => ({ key: String(zone), title: zone ? words.zonesApart : words.countiesOf })}
      selected={region ?? null}
      totals
      columns={[
        { id: 'region', label: words.region, cell: named, total: words.total },
        {
          id: 'n',
          label: words.entries,
          align: 'right',
          cell: ({ n }) => n,
          total: rows.reduce((sum, { n }) => sum + n, 0),
        },
        ...areaColumns(units, rows),
      ]}
    />
  )
}

type DrawnProps = Choice & { ledger: LedgerView; map: LedgerMap; outlines: Boundaries }

const Drawn = ({ ledger, map, outlines, region, onRegion }: DrawnProps) => {
  const words = useWords()
  const navigate = useNavigate()
  const counts = new Map(map.regions.map(({ code, n }) => [code, n]))
  const counties = outlines.counties.map((county) => {
    const n = counts.get(county.code) ?? 0
    // Where boundaries are drawn, a count on top would hide them; it stands in the table beside.
    const isDrawn = map.shapes.some((shape) => shape.region === county.code)
    return { ...county, words: n > 0 && !isDrawn ? fill(words.totalEntries, { n }) : null }
  })
  const rows = placesOf(map, outlines, words.noRegion)
  const shapes = shapesOf(map, ledger, region)
  return (
    <div className="map-tab">
      <RegionMap
        label={fill(words.mapOf, { title: ledger.title })}
        legend={shapes.length > 0 ? fill(words.hollowMark, { state: ledger.states[0] ?? '' }) : null}
        counties={counties}
        shapes={shapes}
        chosen={region ?? null}
        onChoose={(code) => onRegion(code ?? undefined)}
        onOpen={(entry) => void navigate({ to: '/ledgers/$id/$entry', params: { id: ledger.id, entry } })}
      />
      <Places rows={rows} units={map.area} region={region} onRegion={onRegion} />
    </div>
  )
}

/** 地图: the list by county and zone, boundaries drawn. It takes the list's filters; the place is what it sets itself. */
export const MapTab = ({ ledger, query, ...choice }: Choice & { ledger: LedgerView; query: EntryFilter }) => {
  const on = useOn()
  const filter = (query.filter ?? []).filter(({ field }) => field !== 'region')
  const map = useQuery(ledgerMapQuery(ledger.id, { q: query.q, filter }, on))
  const outlines = useQuery(boundariesQuery)
  return (
    <Ready query={map} rows={16}>
      {(found) => (
        <Ready query={outlines} rows={16}>
          {(drawn) => <Drawn ledger={ledger} map={found} outlines={drawn} {...choice} />}
        </Ready>
      )}
    </Ready>
  )
}

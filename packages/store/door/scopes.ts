import type { Region, RegionTree } from '@yundiao/kernel'
import type { Row } from './changes.ts'

const cityScope = (city: string): string => `r:${city}`

/** The scopes of a place: itself and its ancestors down from the city, zones by their own letter. */
export const regionScopes = (tree: RegionTree, city: string, region: string | null): string[] => {
  if (region === null) return [cityScope(city)]
  const below = tree
    .ancestors(region)
    .filter((place) => place.kind === 'county' || place.kind === 'zone' || place.kind === 'town')
    .map((place) => (place.kind === 'zone' ? `z:${place.code}` : `r:${place.code}`))
  return [cityScope(city), ...below]
}

/** A ledger granted to a department: what departments read of it beside its rows. */
export const ledgerScope = (ledger: string): string => `l:${ledger.replaceAll('.', '_')}`

const OUTSIDE: readonly Region['kind'][] = ['nation', 'province', 'peer']

/** Regions outside the city: nation, province, other cities. */
export const isOutside = (region: Region): boolean => OUTSIDE.includes(region.kind)

/** Whether everybody may read the released figures of a region: the city itself and those outside it. */
export const isOpenRegion = (tree: RegionTree, city: string, code: string): boolean => {
  const region = tree.get(code)
  return code === city || (region !== undefined && isOutside(region))
}

const unitScopes = (...units: unknown[]): string[] =>
  units.flat().flatMap((unit) => (typeof unit === 'string' && unit !== '' ? [`u:${unit}`] : []))

/** Layers of targets that were never made public; the others everybody may see. */
const INNER_LAYERS: readonly unknown[] = ['省下达', '奋斗目标', '季度', '县区分解']

/** Tables whose rows belong to units, and the county they lie in: item, 交办单, appeals, files of units and of ledgers. */
const PLACED_TABLES = ['item', 'notice', 'file', 'appeal']

const placedScopes = (tree: RegionTree, city: string, row: Row): string[] => [
  ...regionScopes(tree, city, typeof row.region === 'string' ? row.region : null),
  ...unitScopes(row.lead_unit, row.assist_units, row.unit),
  ...(typeof row.ledger === 'string' ? [ledgerScope(row.ledger)] : []),
]

/**
 * Evaluations everybody may see: places and grades once they are made public; values are cut to the reader's rights. A
 * 公示 withdrawn was seen by all and is told to all.
 */
const PUBLIC_STATES: readonly unknown[] = ['公示', '已撤回', '定稿']

/** What is said of a place's series is seen by those who see its figures. */
const seriesScopes = (tree: RegionTree, city: string, region: string): string[] => [
  ...regionScopes(tree, city, region),
  ...(isOpenRegion(tree, city, region) ? ['p'] : []),
]

const OPEN_TABLES = ['region', 'unit', 'duty', 'post', 'charge', 'setting', 'ledger_grant']

/**
 * Who may see a record, as scopes. A record that hangs on another (a link, a note of progress) takes its parent's.
 * Everything carries the city's own scope, which the city's offices hold.
 */
export const scopesOf = (
  tree: RegionTree,
  city: string,
  table: string,
  row: Row,
  parentScopes: readonly string[] | null,
): string[] => {
  const base = (): string[] => {
    if (OPEN_TABLES.includes(table)) return [cityScope(city), 'p']
    if (table === 'target') return INNER_LAYERS.includes(row.layer) ? [cityScope(city)] : [cityScope(city), 'p']
    if (table === 'series_break') return seriesScopes(tree, city, String(row.region))
    if (table === 'meeting' || table === 'agenda') return [cityScope(city), 'd']
    if (PLACED_TABLES.includes(table)) return placedScopes(tree, city, row)
    if (table === 'evaluation')
      return [cityScope(city), ...unitScopes(row.unit), ...(PUBLIC_STATES.includes(row.state) ? ['p'] : [])]
    return [cityScope(city)]
  }
  return [...new Set([...base(), ...(parentScopes ?? [])])].sort()
}

/** The record a new one hangs on, whose readers it shares: its scopes, and what one must hold. */
export const PARENT: Readonly<Record<string, { table: string; column: string }>> = {
  item_link: { table: 'item', column: 'item' },
  progress: { table: 'item', column: 'item' },
  file: { table: 'item', column: 'item' },
  revision: { table: 'paper', column: 'paper' },
}

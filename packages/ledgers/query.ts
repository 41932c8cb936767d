import { isCleared, type LocalDate } from '@yundiao/kernel'
import { columnName, quoted, tableName } from './columns.ts'
import { type Position, readCursor } from './cursor.ts'
import type { LedgerDefinition } from './definition.ts'
import { fieldOf } from './fields.ts'
import { type Filter, filterConditions } from './filters.ts'
import { type SearchTerms, searchConditions } from './search.ts'
import { behind, NEWEST_FIRST, orderBy, type Sort, type SortKey, sortKey } from './sort.ts'
import { type Bind, binder, type Reader, type Refusal, refuse, refuseRight, type Statement } from './statement.ts'
import { isAdditive } from './totals.ts'

/** What a list asks. `asKnownOn` null reads the rows as they stand, whatever day they are known from. */
export type ListRequest = Reader & {
  city: string
  filters?: readonly Filter[]
  sort?: Sort
  after?: string | null
  limit?: number
  search?: string | null
  asKnownOn: LocalDate | null
  /** Fields wanted; all that the reader may see when left out. */
  columns?: readonly string[]
  /**
   * The caller's regions. Row security asks for them too, from a setting the planner cannot look into: said here, it
   * knows how many rows they have and takes the index it would take without row security.
   */
  regions?: readonly string[]
}

/**
 * How to run a search: ask `walks` (one row, `walks`); where it is true, run `walk` in place of the statement itself.
 * Both give the same rows; only the road differs.
 */
export type SearchPlan = { walks: Statement; walk: Statement }

/** One page's statement, with what pageOf needs to read its rows. */
export type CompiledList = Statement & {
  kind: 'ok'
  /** Fields in the order asked. */
  columns: readonly string[]
  sort: Sort
  limit: number
  search: SearchPlan | null
}

/** A count's statement; the row is `{ n }`. */
export type CompiledCount = Statement & { kind: 'ok'; search: SearchPlan | null }

/** Most rows of a page. */
export const MAX_LIMIT = 200
const DEFAULT_LIMIT = 50
/** Counts stop here: `n` above it means “more than 1,000”. */
export const COUNT_CAP = 1000

/** Of a common word, as many candidates are counted before the list is walked: enough to pass the cap if most hold. */
const FIRST_CANDIDATES = 3000

const FRAME = 'id, version, region, unit, state, known_from, demo'

type Body = { params: unknown[]; bind: Bind; where: string[]; terms: SearchTerms | null }

const body = (definition: LedgerDefinition, request: ListRequest): Body | Refusal => {
  const params: unknown[] = []
  const bind = binder(params)
  const where = [
    `city = ${bind(request.city, 'text')}`,
    ...(request.regions ? [`region = any(${bind(request.regions, 'text[]')})`] : []),
  ]
  const filters = filterConditions(definition, request.filters ?? [], request, bind)
  if ('kind' in filters) return filters
  const terms = searchConditions(definition, request.search ?? '', request, bind)
  if (terms && 'kind' in terms) return terms
  return { params, bind, where: [...where, ...filters, ...(terms?.conditions ?? [])], terms }
}

const visibleColumns = (definition: LedgerDefinition, request: ListRequest): readonly string[] | Refusal => {
  if (!request.columns)
    return Object.entries(definition.fields)
      .filter(([, field]) => isCleared(request.clearance, field.sensitivity))
      .map(([name]) => name)
  for (const name of request.columns) {
    const field = fieldOf(definition, name)
    if (!field) return refuse(`没有“${name}”这个字段，请换一个`)
    if (!isCleared(request.clearance, field.sensitivity)) return refuseRight('查看', field)
  }
  return request.columns
}

/** Conditions of the two halves of “as known on”: present rows known by then, and replaced ones that held then. */
type Halves = { live: string; was: string | null }

const halves = (where: readonly string[], asKnownOn: LocalDate | null, bind: Bind): Halves => {
  if (asKnownOn === null) return { live: where.join(' and '), was: null }
  const day = bind(asKnownOn, 'date')
  const known = `known_from <= ${day}`
  return {
    live: [...where, known].join(' and '),
    was: [...where, known, `known_to > ${day}`].join(' and '),
  }
}

type Shape = { select: string; key: SortKey; rows: number }

/** Each half is cut to the page before they are joined, so that either can walk its own index. */
const listSql = (table: string, half: Halves, shape: Shape): string => {
  const { select, key, rows } = shape
  const part = (name: string, where: string): string =>
    `select ${select}, ${key.sql} as sort_key from ${name} where ${where} order by ${orderBy(key, key.sql, 'id')} limit ${rows}`
  if (half.was === null) return part(table, half.live)
  return (
    `select * from ((${part(table, half.live)}) union all (${part(`${table}_was`, half.was)})) as known ` +
    `order by ${orderBy(key, 'sort_key', 'id')} limit ${rows}`
  )
}

const countSql = (table: string, half: Halves): string => {
  const live = `select 1 from ${table} where ${half.live}`
  const rows = half.was === null ? live : `${live} union all select 1 from ${table}_was where ${half.was}`
  return `select count(*)::int as n from (${rows} limit ${COUNT_CAP + 1}) as counted`
}

type Narrowed = Statement & { search: SearchPlan | null }

/** The condition that narrows the present rows of a search; of what the index gives, all or no more than so many. */
type Candidates = (most: number | null) => string

const withCandidates = (half: Halves, candidates: Candidates | null, most: number | null = null): Halves =>
  candidates ? { ...half, live: `${half.live} and ${candidates(most)}` } : half

/**
 * A statement narrowed by the index where there is a search. Candidates come from the definer function `yd_search`,
 * because row security keeps `@>` off the index; they are places only, and the rows pass through the table and its policy.
 * Replaced rows have no index of grams: few are in force on a day, and each is verified.
 */
const narrowed = (table: string, made: Body, sql: (candidates: Candidates | null) => string): Narrowed => {
  if (!made.terms) return { sql: sql(null), params: made.params, search: null }
  const { grams } = made.terms
  const params = [...made.params, grams]
  const list = `$${params.length}::text[]`
  const places: Candidates = (most) => `ctid = any(array(select yd_search($1, '${table}', ${list}, ${most ?? 'null'})))`
  // Looking for a gram in its list costs a third of verifying the texts, and most rows walked over have none.
  const held = grams.map((_, index) => `(${list})[${index + 1}] = any(grams)`).join(' and ')
  const walks: Statement = {
    sql: `select yd_search_walks($1, '${table}', $2::text[]) as walks`,
    params: [made.params[0], grams],
  }
  return { sql: sql(places), params, search: { walks, walk: { sql: sql(() => held), params } } }
}

const position = (request: ListRequest, sort: Sort, key: SortKey): Position | null | Refusal => {
  if (request.after === undefined || request.after === null) return null
  return readCursor(request.after, sort, key) ?? refuse('翻页位置无效，请回到第一页')
}

/**
 * The statement of one page of a ledger, for a definition that passed checkDefinition; run it under the caller's row
 * security, then hand the rows to pageOf. It asks one row more than the page to know whether another follows.
 * Refused: unknown fields, a limit outside 1–200, a forged cursor (`input.invalid`); any use of a field above the
 * clearance, in filter, sort, search or output (`right.missing`). Entries as known on a day: DATA.md §3.
 */
export const compileListQuery = (definition: LedgerDefinition, request: ListRequest): CompiledList | Refusal => {
  const limit = request.limit ?? DEFAULT_LIMIT
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) return refuse(`每页行数应为 1 至 ${MAX_LIMIT}`)
  const columns = visibleColumns(definition, request)
  if ('kind' in columns) return columns
  const made = body(definition, request)
  if ('kind' in made) return made
  const sort = request.sort ?? NEWEST_FIRST
  const key = sortKey(definition, sort, request.clearance, made.bind)
  if (key.kind === 'refused') return key
  const from = position(request, sort, key)
  if (from && 'kind' in from) return from
  const where = from ? [...made.where, behind(key, from, made.bind)] : made.where
  const half = halves(where, request.asKnownOn, made.bind)
  const select = [FRAME, ...columns.map((name) => quoted(columnName(name)))].join(', ')
  const table = tableName(definition)
  const shape = { select, key, rows: limit + 1 }
  const statement = narrowed(table, made, (candidates) => listSql(table, withCandidates(half, candidates), shape))
  return { kind: 'ok', ...statement, columns, sort, limit }
}

/**
 * Counting by walking is dear, so the walk of a count looks at the index's first candidates before: where those alone
 * pass the cap the answer is known, and the walk is not run (CASE evaluates one branch).
 */
const countWalk = (narrow: string, walk: string): string =>
  `select case when few.n > ${COUNT_CAP} then few.n else (${walk}) end as n from (${narrow}) as few`

/** How many entries a list has, as one row `n`, counted no further than COUNT_CAP + 1. Refuses as compileListQuery. */
export const compileCountQuery = (definition: LedgerDefinition, request: ListRequest): CompiledCount | Refusal => {
  const made = body(definition, request)
  if ('kind' in made) return made
  const half = halves(made.where, request.asKnownOn, made.bind)
  const table = tableName(definition)
  const of = (most: number | null) => (candidates: Candidates | null) =>
    countSql(table, withCandidates(half, candidates, most))
  const counted = narrowed(table, made, of(null))
  if (!counted.search) return { kind: 'ok', ...counted }
  const first = narrowed(table, made, of(FIRST_CANDIDATES))
  const walk: Statement = { sql: countWalk(first.sql, counted.search.walk.sql), params: counted.params }
  return { kind: 'ok', ...counted, search: { ...counted.search, walk } }
}

/** A totals statement, and the fields it adds up in the order asked. */
export type CompiledTotals = Statement & { kind: 'ok'; columns: readonly string[]; search: SearchPlan | null }

const totalsSql = (table: string, half: Halves, columns: readonly string[]): string => {
  const names = columns.map((name) => quoted(columnName(name)))
  const part = (from: string, where: string): string => `select ${names.join(', ')} from ${from} where ${where}`
  const rows =
    half.was === null ? part(table, half.live) : `${part(table, half.live)} union all ${part(`${table}_was`, half.was)}`
  // Added as numerics: exact, and the same whatever order the rows come in.
  const sums = names.map(
    (name, index) => `sum(${name}::numeric)::text as sum_${index}, count(${name})::int as known_${index}`,
  )
  return `select count(*)::int as n, ${sums.join(', ')} from (${rows}) as listed`
}

/**
 * Sums of the money and area columns over all entries of a list, whatever its page, as one row for totalsOf; null where
 * the reader sees no such column. Ratios, integers and plain numbers are never added: a sum of them says nothing.
 * Reads every row of the list. Refuses as compileListQuery.
 */
export const compileTotalsQuery = (
  definition: LedgerDefinition,
  request: ListRequest,
): CompiledTotals | null | Refusal => {
  const wanted = visibleColumns(definition, request)
  if ('kind' in wanted) return wanted
  const columns = wanted.filter((name) => {
    const field = fieldOf(definition, name)
    return field && isAdditive(field)
  })
  const made = body(definition, request)
  if ('kind' in made) return made
  if (columns.length === 0) return null
  const half = halves(made.where, request.asKnownOn, made.bind)
  const table = tableName(definition)
  const sums = narrowed(table, made, (candidates) => totalsSql(table, withCandidates(half, candidates), columns))
  return { kind: 'ok', ...sums, columns }
}

/** How many entries of a list were added or changed after the day it is read at, as one row `n`, capped likewise. */
export const compileLaterQuery = (
  definition: LedgerDefinition,
  request: { city: string; asKnownOn: LocalDate },
): Statement => ({
  sql:
    `select count(*)::int as n from (select 1 from ${tableName(definition)} ` +
    `where city = $1::text and known_from > $2::date limit ${COUNT_CAP + 1}) as later`,
  params: [request.city, request.asKnownOn],
})

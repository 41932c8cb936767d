import { sourceDay } from '@yundiao/figures'
import type { LocalDate, Region } from '@yundiao/kernel'
import { parseEntry, type Values } from '@yundiao/ledgers'
import { projects } from './ledger.ts'
import { type SuspectedPair, suspectedPairs } from './suspected.ts'

/** One row of a city's `projects.csv`, text as it stands; an empty cell is ''. */
export type ProjectRecord = Readonly<
  Record<
    | 'project'
    | 'county_or_zone'
    | 'category'
    | 'invest_total_yi'
    | 'plan_year_yi'
    | 'stage'
    | 'as_of'
    | 'fact'
    | 'source'
    | 'source_date',
    string
  >
>

/** An entry to be written. `row` counts lines of the file, the head being 1; `knownFrom` null: the source has no date. */
export type ProjectDraft = {
  row: number
  region: string
  state: (typeof projects.states)[number]
  knownFrom: LocalDate | null
  values: Values
}

/** A cell not taken: its line, its column of the CSV, and what to do. */
export type ProjectReject = { row: number; column: string; value: string; code: string; message: string }

/** What projectRows made of a file. */
export type ProjectRows = {
  drafts: ProjectDraft[]
  rejects: ProjectReject[]
  /** Rows of the file that may be one project; a person decides. */
  suspected: (Omit<SuspectedPair, 'a' | 'b'> & { rows: [number, number] })[]
}

/** The city's regions, and other words sources use for them (绵阳经开区 → my-jingkai). */
export type ProjectPlaces = { city: string; regions: readonly Region[]; otherNames?: Readonly<Record<string, string>> }

const YI = 1e8

/** The classes as the city's lists word them → the ledger's. Any other word is kept among the facts. */
const CATEGORIES: Readonly<Record<string, string>> = {
  产业: '产业',
  基础设施: '基础设施',
  民生社会事业: '民生工程及社会事业',
  民生工程及社会事业: '民生工程及社会事业',
  生态环保: '生态环保',
}

const regionOf = (place: string, places: ProjectPlaces): string | null => {
  const name = place.trim()
  if (name === '') return places.city
  const other = places.otherNames
  if (other && Object.hasOwn(other, name)) return other[name] ?? null
  const own = places.regions.filter((region) => region.kind === 'county' || region.kind === 'zone')
  return own.find((region) => region.name === name || region.shortName === name)?.code ?? null
}

/** `在建(完成40%)` → 在建. A stage whose first word is none of the machine's is 待明确: we do not read stages into text. */
const stateOf = (stage: string): ProjectDraft['state'] => {
  const [word = ''] = stage.normalize('NFKC').split('(')
  return projects.states.find((state) => state === word.trim()) ?? '待明确'
}

/** A stage that is being on a list. */
const listOf = (stage: string): string | null => (/^列入|项目$/.test(stage) ? stage : null)

const lines = (...parts: (string | null | false)[]): string | null => parts.filter(Boolean).join('\n') || null

/** 亿元 → 元; what is no number goes on, to be refused by the field with its place. */
const yuanOf = (text: string): string | number | null => {
  const plain = text.trim()
  if (plain === '') return null
  const value = Number(plain)
  return Number.isFinite(value) ? Math.round(value * YI * 100) / 100 : plain
}

const inputOf = (record: ProjectRecord): Record<string, unknown> => {
  const category = record.category.trim()
  const known = Object.hasOwn(CATEGORIES, category) ? CATEGORIES[category] : undefined
  const list = listOf(record.stage)
  return {
    name: record.project,
    category: known ?? null,
    totalInvestment: yuanOf(record.invest_total_yi),
    planYear: yuanOf(record.plan_year_yi),
    progressText: list === null ? record.stage : null,
    lists: list === null ? null : lines(list, record.as_of && `名单时间：${record.as_of}`),
    facts: lines(record.fact, known === undefined && category !== '' && `来源所列类别：${category}`),
    asOf: record.as_of,
    source: record.source,
    sourceDate: record.source_date,
  }
}

const COLUMN_OF: Readonly<Record<string, keyof ProjectRecord>> = {
  name: 'project',
  totalInvestment: 'invest_total_yi',
  planYear: 'plan_year_yi',
  progressText: 'stage',
  lists: 'stage',
  facts: 'fact',
  asOf: 'as_of',
  source: 'source',
  sourceDate: 'source_date',
}

const draftOf = (record: ProjectRecord, row: number, places: ProjectPlaces): ProjectDraft | ProjectReject[] => {
  const rejects: ProjectReject[] = []
  const region = regionOf(record.county_or_zone, places)
  if (region === null) {
    const message = `第 ${row} 行 county_or_zone：没有“${record.county_or_zone}”这个县区或园区，请核对名称`
    rejects.push({ row, column: 'county_or_zone', value: record.county_or_zone, code: 'region.unknown', message })
  }
  const parsed = parseEntry(projects, inputOf(record), 'new')
  if (parsed.kind === 'invalid')
    for (const { field, code, message } of parsed.errors) {
      const column = COLUMN_OF[field] ?? field
      const value = Object.hasOwn(COLUMN_OF, field) ? record[COLUMN_OF[field] ?? 'project'] : ''
      rejects.push({ row, column, value, code, message: `第 ${row} 行 ${message}` })
    }
  if (region === null || parsed.kind === 'invalid') return rejects
  const knownFrom = sourceDay(record.source_date, null)
  return { row, region, state: stateOf(record.stage), knownFrom, values: parsed.values }
}

/**
 * The rows of a city's `projects.csv` → entries of 重点项目台账, one each, with its source; none is merged with another.
 * A row without a county carries the city's code (待归属). Amounts come in 亿元 and leave in 元.
 */
export const projectRows = (records: readonly ProjectRecord[], places: ProjectPlaces): ProjectRows => {
  const drafts: ProjectDraft[] = []
  const rejects: ProjectReject[] = []
  records.forEach((record, index) => {
    const made = draftOf(record, index + 2, places)
    if (Array.isArray(made)) rejects.push(...made)
    else drafts.push(made)
  })
  const cityName = places.regions.find((region) => region.code === places.city)?.shortName ?? ''
  const names = drafts.map((draft) => String(draft.values.name))
  const suspected = suspectedPairs(names, cityName).map(({ a, b, ...pair }) => ({
    ...pair,
    rows: [drafts[a]?.row ?? 0, drafts[b]?.row ?? 0] as [number, number],
  }))
  return { drafts, rejects, suspected }
}

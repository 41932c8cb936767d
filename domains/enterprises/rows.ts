import { sourceDay } from '@yundiao/figures'
import type { LocalDate, Region } from '@yundiao/kernel'
import { parseEntry, type Values } from '@yundiao/ledgers'
import { enterprises } from './ledger.ts'

/** One row of a city's `enterprises.csv`, text as it stands; an empty cell is ''. */
export type EnterpriseRecord = Readonly<
  Record<'enterprise' | 'tag' | 'county_or_zone' | 'as_of' | 'fact' | 'source' | 'source_date', string>
>

/** An entry to be written, and the lines of the file it came from (the head is 1). `knownFrom` null: no source is dated. */
export type EnterpriseDraft = {
  rows: number[]
  region: string
  state: (typeof enterprises.states)[number]
  knownFrom: LocalDate | null
  values: Values
}

/** A cell not taken: its line, its column of the CSV, and what to do. */
export type EnterpriseReject = { row: number; column: string; value: string; code: string; message: string }

/** What enterpriseRows made of a file; every line is in one of the three. */
export type EnterpriseRows = {
  drafts: EnterpriseDraft[]
  /** Lines that count enterprises and name none: a figure, and no entry of the ledger. */
  counts: { row: number; words: string; source: string }[]
  rejects: EnterpriseReject[]
}

/** The city's regions, and other words sources use for them (绵阳经开区 → my-jingkai). */
export type EnterprisePlaces = {
  city: string
  regions: readonly Region[]
  otherNames?: Readonly<Record<string, string>>
}

type Line = { row: number; record: EnterpriseRecord; region: string }

const COUNT = /^[(（]汇总[)）]/

const regionOf = (place: string, places: EnterprisePlaces): string | null => {
  const name = place.trim()
  if (name === '') return places.city
  const other = places.otherNames
  if (other && Object.hasOwn(other, name)) return other[name] ?? null
  const own = places.regions.filter(({ kind }) => kind === 'city' || kind === 'county' || kind === 'zone')
  return own.find((region) => region.name === name || region.shortName === name)?.code ?? null
}

/** Lines of one enterprise: the names are alike but for width and blanks. Shorter and longer names are left apart. */
const nameKey = (name: string): string => name.normalize('NFKC').replace(/\s+/gu, '')

const distinct = (words: readonly string[]): string[] => [...new Set(words.map((word) => word.trim()))].filter(Boolean)
const joined = (words: readonly string[]): string | null => distinct(words).join('\n') || null

const listWords = ({ tag, as_of }: EnterpriseRecord): string => (tag && as_of ? `${tag}（${as_of}）` : tag)

/** Where sources name different places, none is chosen: the entry stays 待归属, and each place is kept in words. */
const placeOf = (lines: readonly Line[], city: string): { region: string; words: string[] } => {
  const named = lines.filter((line) => line.region !== city)
  const [first] = named
  if (!first) return { region: city, words: [] }
  if (named.every((line) => line.region === first.region)) return { region: first.region, words: [] }
  return { region: city, words: distinct(named.map(({ record }) => `来源所列地区：${record.county_or_zone}`)) }
}

/** Each source once, its date at the same place of the other column. */
const sourcesOf = (records: readonly EnterpriseRecord[]): { source: string; sourceDate: string } => {
  const pairs = [...new Map(records.map((record) => [`${record.source}\n${record.source_date}`, record])).values()]
  return {
    source: pairs.map(({ source }) => source).join('\n'),
    sourceDate: pairs.map(({ source_date }) => source_date).join('；'),
  }
}

const inputOf = (lines: readonly Line[], placeWords: readonly string[]): Record<string, unknown> => {
  const records = lines.map(({ record }) => record)
  return {
    name: records[0]?.enterprise,
    lists: joined(records.map(listWords)),
    facts: joined([
      ...records.map(({ fact, as_of }) => (fact && lines.length > 1 ? `${as_of}：${fact}` : fact)),
      ...placeWords,
    ]),
    asOf: distinct(records.map(({ as_of }) => as_of)).join('；'),
    ...sourcesOf(records),
  }
}

/** The day its last source was known: an earlier day must not show what a later source told. Null where one is undated. */
const knownFromOf = (lines: readonly Line[]): LocalDate | null => {
  const days = lines.map(({ record }) => sourceDay(record.source_date, null))
  const dated = days.filter((day) => day !== null)
  return dated.length < days.length ? null : (dated.sort().at(-1) ?? null)
}

const draftOf = (lines: readonly Line[], city: string): EnterpriseDraft | EnterpriseReject[] => {
  const place = placeOf(lines, city)
  const parsed = parseEntry(enterprises, inputOf(lines, place.words), 'new')
  const row = lines[0]?.row ?? 0
  if (parsed.kind === 'invalid')
    return parsed.errors.map(({ field, code, message }) => ({
      row,
      column: field === 'name' ? 'enterprise' : field,
      value: lines[0]?.record.enterprise ?? '',
      code,
      message: `第 ${row} 行 ${message}`,
    }))
  return {
    rows: lines.map((line) => line.row),
    region: place.region,
    state: '待明确',
    knownFrom: knownFromOf(lines),
    values: parsed.values,
  }
}

/**
 * The rows of a city's `enterprises.csv` → entries of 企业台账: one an enterprise, the lists, facts and sources of its
 * lines one under another. A county only where the source says one; else the entry carries the city's code (待归属).
 */
export const enterpriseRows = (records: readonly EnterpriseRecord[], places: EnterprisePlaces): EnterpriseRows => {
  const made: EnterpriseRows = { drafts: [], counts: [], rejects: [] }
  const groups = new Map<string, Line[]>()
  records.forEach((record, index) => {
    const row = index + 2
    const region = regionOf(record.county_or_zone, places)
    if (COUNT.test(record.enterprise)) {
      const words = `${record.enterprise.replace(COUNT, '')}：${record.fact}（${record.as_of}）`
      made.counts.push({ row, words, source: record.source })
    } else if (region === null) {
      const message = `第 ${row} 行 county_or_zone：没有“${record.county_or_zone}”这个县区或园区，请核对名称`
      made.rejects.push({
        row,
        column: 'county_or_zone',
        value: record.county_or_zone,
        code: 'region.unknown',
        message,
      })
    } else {
      const key = nameKey(record.enterprise)
      groups.set(key, [...(groups.get(key) ?? []), { row, record, region }])
    }
  })
  for (const lines of groups.values()) {
    const draft = draftOf(lines, places.city)
    if (Array.isArray(draft)) made.rejects.push(...draft)
    else made.drafts.push(draft)
  }
  return made
}

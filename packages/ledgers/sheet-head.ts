import type { Field, LedgerDefinition } from './definition.ts'
import { fullLabel } from './fields.ts'
import { factorOf } from './shown-units.ts'

/** Rows of a sheet's head as read: null where a cell is empty or covered by a merged one. */
export type HeadRows = readonly (readonly (string | null)[])[]

/** What a column was found to be: a field, or the entry's place or state. `unit` is what its head or the sheet prints. */
export type MappedColumn = { column: number; target: SheetTarget; unit?: string }
/**
 * What a column of a sheet stands for: `also` the second unit of a field, `entry` which entry a row is and of which
 * version.
 */
export type SheetTarget =
  | { kind: 'field' | 'also'; name: string }
  | { kind: 'region' }
  | { kind: 'state' }
  | { kind: 'entry' }

/** Head of the hidden column that an export ends with, so that the sheet can come back and change what it came from. */
export const ENTRY_HEAD = '编号（勿改）'

/** What mapHead found. Columns count from 0. */
export type HeadMapping = {
  columns: MappedColumn[]
  /** Columns with a head that is none of the ledger's; their cells are not taken. */
  unmatched: { column: number; head: string }[]
  /** Required fields without a column. */
  missing: { field: string; label: string }[]
}

const BRACKETS = /[([【〔《“"][^)\]】〕》”"]*[)\]】〕》”"]/g
const REGION_HEADS = ['县区', '县(市、区)', '县市区', '县区(园区)', '区县', '属地', '所在县区']
const STATE_HEADS = ['状态', '阶段', '项目阶段', '办理状态']
const IGNORED_HEADS = ['序号', '编号']

/** 2022年计划 and 年度计划 are one head; 1—3月累计 and 累计 as well: the year and months are the sheet's, not the column's. */
const plainHead = (head: string): string =>
  head
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/gu, '')
    .replace(/^(19|20)\d\d年度?/, '年度')
    .replace(/^\d{1,2}[-—–~至]\d{1,2}月(份)?/, '')

const bare = (head: string): string =>
  plainHead(head)
    .replace(BRACKETS, '')
    .replace(/[:：,，、;；.。%]/gu, '')

const unitIn = (head: string): string | undefined =>
  [...head.normalize('NFKC').matchAll(/\(([^()]*)\)/g)]
    .map((match) => (match[1] ?? '').replace('单位:', '').trim())
    .at(-1)

/** Labels down each column, outermost first, with merged parents spread over the columns they cover. */
export const headPaths = (rows: HeadRows): string[][] => {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const paths: string[][] = Array.from({ length: width }, () => [])
  rows.forEach((row, level) => {
    let parent: string | null = null
    for (let column = 0; column < width; column += 1) {
      const own = row[column]?.trim() || null
      // A blank under a label of a row above that ended there is part of a cell merged downwards, not of its neighbour's.
      const isCovered = own === null && rows.slice(level + 1).some((below) => below[column]?.trim())
      parent = own ?? (isCovered && sameParents(paths, column) ? parent : null)
      if (parent !== null) paths[column]?.push(parent)
    }
  })
  return paths
}

const sameParents = (paths: readonly string[][], column: number): boolean =>
  column > 0 && (paths[column]?.length ?? 0) <= (paths[column - 1]?.length ?? 0)

type Candidate = { target: SheetTarget; field?: Field; keys: ReadonlySet<string>; leaf: string }

const joined = (parts: readonly string[]): string => parts.map(bare).filter(Boolean).join('>')

/** A field shown in two units has a column for each under its own head; a head without a unit is the first. */
const fieldCandidates = (name: string, field: Field): Candidate[] => {
  const path = [...(field.under ?? []), field.label]
  const { shownIn, alsoShownIn, synonyms = [] } = field
  const inUnit = (unit: string | undefined): string[] => (alsoShownIn && unit ? [joined([...path, unit])] : [])
  const own: Candidate = {
    target: { kind: 'field', name },
    field,
    keys: new Set([joined(path), ...inUnit(shownIn), ...synonyms.map(bare)]),
    leaf: bare(field.label),
  }
  if (alsoShownIn === undefined) return [own]
  const keys = new Set(inUnit(alsoShownIn))
  return [own, { target: { kind: 'also', name }, field, keys, leaf: [...keys].join('') }]
}

const candidatesOf = (definition: LedgerDefinition): Candidate[] => [
  ...Object.entries(definition.fields)
    .filter(([, field]) => !field.apart && field.kind !== 'geometry')
    .flatMap(([name, field]) => fieldCandidates(name, field)),
  { target: { kind: 'region' }, keys: new Set(REGION_HEADS.map(bare)), leaf: bare('县区') },
  { target: { kind: 'state' }, keys: new Set(STATE_HEADS.map(bare)), leaf: bare('状态') },
]

const onlyOne = (found: readonly Candidate[]): Candidate | undefined => (found.length === 1 ? found[0] : undefined)

/** The full path first, then the joined words, then the last label where no other field has it. */
const findCandidate = (path: readonly string[], open: readonly Candidate[]): Candidate | undefined => {
  const whole = joined(path)
  const leaf = bare(path.at(-1) ?? '')
  const flat = whole.replaceAll('>', '')
  return (
    open.find((candidate) => candidate.keys.has(whole)) ??
    open.find((candidate) => [...candidate.keys].some((key) => key.replaceAll('>', '') === flat)) ??
    onlyOne(open.filter((candidate) => candidate.leaf === leaf || candidate.keys.has(leaf)))
  )
}

const unitOf = (
  field: Field | undefined,
  path: readonly string[],
  sheetUnit: string | undefined,
): string | undefined => {
  if (!field) return undefined
  // Under a head of two units each column is labelled by its unit alone.
  const named = [...path].reverse().map((head) => unitIn(head) ?? (field.alsoShownIn ? head.trim() : undefined))
  return [...named, sheetUnit, field.shownIn].find((unit) => unit !== undefined && factorOf(field, unit) !== null)
}

/**
 * Which field each column of a sheet is, by its heads: blanks, brackets and units in brackets are looked past, merged
 * heads count with their parents (2022年计划 › 投资), `synonyms` of a field as well. A column that fits two fields is left
 * unmatched, never guessed. `sheetUnit` is the unit the sheet prints above the table (单位：亿元); a head's own wins.
 */
export const mapHead = (definition: LedgerDefinition, rows: HeadRows, sheetUnit?: string): HeadMapping => {
  const paths = headPaths(rows)
  const columns: MappedColumn[] = []
  const unmatched: HeadMapping['unmatched'] = []
  let open = candidatesOf(definition)
  paths.forEach((path, column) => {
    if (path.length === 1 && plainHead(path[0] ?? '') === plainHead(ENTRY_HEAD)) {
      columns.push({ column, target: { kind: 'entry' } })
      return
    }
    if (path.length === 0 || IGNORED_HEADS.includes(joined(path))) return
    const found = findCandidate(path, open)
    if (!found) {
      unmatched.push({ column, head: path.join('›') })
      return
    }
    open = open.filter((candidate) => candidate !== found)
    const unit = found.target.kind === 'also' ? found.field?.alsoShownIn : unitOf(found.field, path, sheetUnit)
    columns.push({ column, target: found.target, ...(unit === undefined ? {} : { unit }) })
  })
  const missing = open.flatMap(({ target, field }) =>
    target.kind === 'field' && field?.required ? [{ field: target.name, label: fullLabel(field) }] : [],
  )
  return { columns, unmatched, missing }
}

import { type Terms, termsWith } from '@yundiao/directives'
import { isClosed, Problem } from '@yundiao/kernel'
import type { Caller, Change, Json, RecordValues, Store } from '@yundiao/store'
import {
  type Breakdown,
  clausesOf,
  filledOf,
  itemValues,
  readBreakdown,
  saidTerms,
  termsOfItem,
} from '../views/breakdown.ts'
import { factOfItem } from '../views/item-facts.ts'
import type { ClauseRecord } from './clause-record.ts'
import { shareAnew } from './item-children.ts'
import { readLeaders } from './leaders.ts'
import { type CellBasis, columnOf, readCell } from './read-cell.ts'
import { refuseBlocked } from './refuse-blocked.ts'
import { reviewProblem } from './review-problem.ts'

export const EDIT_HOWS = ['type', 'paste', 'fill', 'clear', 'adopt', 'undo', 'redo'] as const
export type EditHow = (typeof EDIT_HOWS)[number]

const HOW_WORDS: Readonly<Record<EditHow, string>> = {
  type: '填写',
  paste: '粘贴',
  fill: '向下填充',
  clear: '清除',
  adopt: '采纳建议',
  undo: '撤销填写',
  redo: '恢复填写',
}

/** A cell as a person leaves it. `version` is the item's where the requirement is one, else the requirement's. */
export type CellEdit = { clause: string; version: number; field: string; text: string }
type CellFault = { clause: string; field: string; message: string }

/** What one act did, for the record: 采纳建议：牵头单位（28条）. */
const noteOf = (how: EditHow, cells: readonly CellEdit[]): string => {
  const columns = new Set(cells.map(({ field }) => columnOf(field) ?? field))
  const clauses = new Set(cells.map(({ clause }) => clause))
  return `${HOW_WORDS[how]}：${[...columns].join('、')}（${clauses.size}条）`
}

type Line = { clause: ClauseRecord & { asked: number }; cells: readonly CellEdit[]; place: number }

const linesOf = (basis: Breakdown, cells: readonly CellEdit[]): Line[] => {
  const byClause = Map.groupBy(cells, ({ clause }) => clause)
  const steps = [...byClause].map(([id, [cell]]) => ({ id, version: cell?.version ?? 0 }))
  const places = new Map(basis.leaves.map((leaf, index) => [leaf.id, index + 1]))
  return clausesOf(basis, steps).map((clause) => ({
    clause,
    cells: byClause.get(clause.id) ?? [],
    place: places.get(clause.id) ?? 0,
  }))
}

/** The open item a requirement became, null for one 待核. Throws Problem state.illegal for the rest. */
const itemOf = (basis: Breakdown, { clause, place }: Line) => {
  if (clause.disposition === 'pending') return null
  const item = clause.disposition === 'item' && clause.item !== null ? basis.items.get(clause.item) : undefined
  if (!item)
    throw reviewProblem({
      kind: 'not-pending',
      clause: clause.id,
      disposition: clause.disposition as 'merged' | 'declined',
    })
  if (item.closedOn !== null || isClosed(factOfItem(item).state))
    throw new Problem('state.illegal', `第${place}行 ${item.number} 已办结，不能再修改`, { item: item.id })
  return item
}

const readLine = (line: Line, terms: Terms, basis: CellBasis): { set: Partial<Terms>; faults: CellFault[] } => {
  const faults: CellFault[] = []
  let set: Partial<Terms> = {}
  for (const { clause, field, text } of line.cells) {
    const label = columnOf(field)
    const read = label === null ? { fault: '不是可填的栏目' } : readCell(field, text, { ...terms, ...set }, basis)
    if ('fault' in read) faults.push({ clause, field, message: `第${line.place}行“${label ?? field}”：${read.fault}` })
    else set = { ...set, ...read.set }
  }
  return { set, faults }
}

const refuseFaults = (faults: readonly CellFault[]): void => {
  const [first, ...more] = faults
  if (!first) return
  const rest = more.length === 0 ? '' : `；另有${more.length}格有误`
  throw new Problem('input.invalid', `${first.message}${rest}。本次填写未保存`, {
    cells: faults.map(({ clause, field }) => `${clause}/${field}`),
    messages: faults.map(({ message }) => message),
  })
}

const jsonOf = (terms: Partial<Terms>): Json => JSON.parse(JSON.stringify(terms)) as Json

const changeOf = (line: Line, set: Partial<Terms>, basis: Breakdown, note: string): Change => {
  const { clause } = line
  const item = itemOf(basis, line)
  if (item === null)
    return {
      do: 'change',
      table: 'clause',
      id: clause.id,
      version: clause.asked,
      set: { draft: jsonOf({ ...filledOf(clause), ...set }) },
      note,
    }
  const { title } = saidTerms(clause, basis)
  const terms = termsWith(
    { ...termsOfItem(item), title },
    { ...set, title: set.title ?? ('title' in set ? '' : item.title) },
  )
  const values: RecordValues = itemValues(terms, basis.units)
  // A region a person placed the item in stays unless the lead changes with this act.
  const region = 'leadUnit' in set ? {} : { region: item.region }
  return { do: 'change', table: 'item', id: item.id, version: clause.asked, set: { ...values, ...region }, note }
}

/**
 * Fills cells of sheet T3: of a requirement 待核 what its 立项 will begin with, of one that is an item the item itself.
 * All of them in one commit, or none. Gives the new version of each line, by requirement. Throws Problem input.invalid
 * with `details.cells` (requirement/field) and `details.messages`, version.stale, state.illegal.
 */
export const editCells = async (
  store: Store,
  caller: Caller,
  document: string,
  { how, cells }: { how: EditHow; cells: readonly CellEdit[] },
): Promise<Record<string, number>> => {
  const basis = await readBreakdown(store, caller, document)
  const context: CellBasis = {
    day: basis.day,
    today: caller.today,
    units: basis.units,
    leaders: await readLeaders(store, caller, caller.today),
  }
  const lines = linesOf(basis, cells)
  const read = lines.map((line) => {
    const item = itemOf(basis, line)
    const terms = item ? termsOfItem(item) : termsWith(saidTerms(line.clause, basis), filledOf(line.clause))
    return { line, ...readLine(line, terms, context) }
  })
  refuseFaults(read.flatMap(({ faults }) => faults))
  await refuseBlocked(
    store,
    caller,
    Object.fromEntries(cells.map(({ field, text }, i) => [`${columnOf(field) ?? field}（第${i + 1}格）`, text])),
  )
  const note = noteOf(how, cells)
  const moved = read.flatMap(({ line, set }) => {
    const item = 'leadUnit' in set || 'assistUnits' in set ? itemOf(basis, line) : null
    return item ? [item.id] : []
  })
  const shared = (await Promise.all(moved.map((item) => shareAnew(store, caller, item)))).flat()
  const outcomes = await store.commit(caller, [
    ...read.map(({ line, set }) => changeOf(line, set, basis, note)),
    ...shared,
  ])
  return Object.fromEntries(
    read.map(({ line }, i) => {
      const outcome = outcomes[i]
      return [line.clause.id, outcome?.do === 'change' ? outcome.version : line.clause.asked]
    }),
  )
}

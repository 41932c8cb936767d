import {
  type Cell,
  canMove,
  changeSentence,
  fieldOf,
  fullLabel,
  type HistoryChange,
  type LedgerDefinition,
  type LedgerRow,
  showValue,
} from '@yundiao/ledgers'
import type { Caller, LedgerView, Store } from '@yundiao/store'
import type { Reject } from './import-result.ts'
import type { Candidate } from './read-rows.ts'

const MOST_IDS = 200

/** One changed cell of a row: what the entry takes, and its words. */
type Change = HistoryChange & { cell: string }

/** A row of an exported sheet that changes the entry it came from; `values` are the changed ones only. */
export type Update = {
  candidate: Candidate
  entry: LedgerRow
  values: Readonly<Record<string, Cell>>
  region?: string | null
  state?: string
  changes: readonly Change[]
}

export type Updates = { fresh: Candidate[]; updates: Update[]; unchanged: number; rejected: Reject[] }

/** Names for the codes that rows carry. */
type Named = { placeName: (code: string) => string; unitName: (id: string) => string }
type Context = Named & { definition: LedgerDefinition; caller: Caller }

const readEntries = async (
  store: Store,
  caller: Caller,
  view: LedgerView,
  ids: readonly string[],
): Promise<Map<string, LedgerRow>> => {
  const found = new Map<string, LedgerRow>()
  for (let from = 0; from < ids.length; from += MOST_IDS) {
    const values = ids.slice(from, from + MOST_IDS)
    const { rows } = await store.entries(caller, view.definition.id, {
      filters: [{ field: 'id', op: 'in', values }],
      columns: view.visible,
      limit: MOST_IDS,
    })
    for (const row of rows) found.set(row.id, row)
  }
  return found
}

/** Of rows with one mark the one that kept the entry's name is the entry; the others were copied to make new rows. */
const keepers = (
  definition: LedgerDefinition,
  marked: readonly Candidate[],
  stored: ReadonlyMap<string, LedgerRow>,
): ReadonlySet<Candidate> => {
  const groups = Map.groupBy(marked, ({ mark }) => mark?.id ?? '')
  return new Set(
    [...groups].flatMap(([id, rows]) => {
      const name = stored.get(id)?.values[definition.key]
      return rows.find(({ values }) => values[definition.key] === name) ?? rows.slice(0, 1)
    }),
  )
}

const changedFields = ({ definition, unitName }: Context, candidate: Candidate, entry: LedgerRow) => {
  const values: Record<string, Cell> = {}
  const changes: Change[] = []
  for (const [name, value] of Object.entries(candidate.values)) {
    const field = fieldOf(definition, name)
    const before = entry.values[name] ?? null
    if (!field || value === before) continue
    values[name] = value
    const [from = '', to = ''] = [before, value].map((one) =>
      showValue(field, field.kind === 'unit' && typeof one === 'string' ? unitName(one) : one),
    )
    changes.push({ field: name, cell: candidate.cellOf(name), label: fullLabel(field), before: from, after: to })
  }
  return { values, changes }
}

const changedFrame = (context: Context, candidate: Candidate, entry: LedgerRow) => {
  const { caller, placeName } = context
  const [now, then] = [candidate.region ?? caller.city, entry.region]
  const hasMoved = candidate.isPlaced && now !== then
  const state = candidate.state !== null && candidate.state !== entry.state ? candidate.state : undefined
  const changes: Change[] = []
  if (hasMoved)
    changes.push({
      field: 'region',
      cell: candidate.cellOfFrame('region'),
      label: '县区',
      before: placeName(then),
      after: placeName(now),
    })
  if (state !== undefined)
    changes.push({
      field: 'state',
      cell: candidate.cellOfFrame('state'),
      label: '状态',
      before: entry.state,
      after: state,
    })
  return { ...(hasMoved ? { region: candidate.region } : {}), ...(state === undefined ? {} : { state }), changes }
}

const updateOf = (context: Context, candidate: Candidate, entry: LedgerRow): Update => {
  const fields = changedFields(context, candidate, entry)
  const frame = changedFrame(context, candidate, entry)
  return { candidate, entry, ...frame, values: fields.values, changes: [...fields.changes, ...frame.changes] }
}

/** Why a row may not change its entry; empty where it may. A stale row is refused cell by cell: each may undo another's. */
const refusals = ({ definition, caller }: Context, update: Update): Reject[] => {
  const { candidate, entry, changes, state } = update
  const { sheet } = candidate
  if (entry.version !== candidate.mark?.version)
    return changes.map(({ cell, label, before, after }) => ({
      sheet,
      cell,
      value: after,
      code: 'version.stale',
      message: `${cell} ${label}：导出之后这一行又有改动，台账中现为“${before}”。请重新导出再改`,
    }))
  if (entry.knownFrom > caller.today) {
    const cell = candidate.cellOfFrame('entry')
    const message = `${cell} 编号：这一行 ${entry.knownFrom} 才知悉，不能在业务日期 ${caller.today} 修改`
    return [{ sheet, cell, value: entry.id, code: 'state.illegal', message }]
  }
  if (state === undefined || canMove(definition, entry.state, state)) return []
  const cell = candidate.cellOfFrame('state')
  const message = `${cell} 状态：不能从“${entry.state}”转为“${state}”，请按台账规定的顺序办理`
  return [{ sheet, cell, value: state, code: 'state.illegal', message }]
}

const unknownEntry = (candidate: Candidate): Reject => {
  const cell = candidate.cellOfFrame('entry')
  const message = `${cell} 编号：台账里没有这条记录，或当前账号无权查看。请重新导出再改；新增的行请清空这一格`
  return { sheet: candidate.sheet, cell, value: candidate.mark?.id ?? '', code: 'not-found', message }
}

/** Sets rows that came from the ledger against the entries they came from; rows without a mark are new ones. */
export const findUpdates = async (
  store: Store,
  caller: Caller,
  view: LedgerView,
  candidates: readonly Candidate[],
  named: Named,
): Promise<Updates> => {
  const context: Context = { definition: view.definition, caller, ...named }
  const marked = candidates.filter(({ mark }) => mark !== null)
  const ids = [...new Set(marked.flatMap(({ mark }) => mark?.id ?? []))]
  const stored = await readEntries(store, caller, view, ids)
  const kept = keepers(view.definition, marked, stored)
  const found: Updates = { fresh: [], updates: [], unchanged: 0, rejected: [] }
  for (const candidate of candidates) {
    const entry = stored.get(candidate.mark?.id ?? '')
    if (!kept.has(candidate)) found.fresh.push(candidate)
    else if (!entry) found.rejected.push(unknownEntry(candidate))
    else {
      const update = updateOf(context, candidate, entry)
      const refused = refusals(context, update)
      if (update.changes.length === 0) found.unchanged += 1
      else if (refused.length > 0) found.rejected.push(...refused)
      else found.updates.push(update)
    }
  }
  return found
}

/** The changes of an update in words. */
export const updateLines = ({ changes }: Update): string[] => changes.map((change) => changeSentence(change))

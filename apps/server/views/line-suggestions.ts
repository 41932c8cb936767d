import type { ClosureKind, Terms, Theme } from '@yundiao/directives'
import type { Caller, RecordOf, Store } from '@yundiao/store'
import { type LeaderBook, readLeaders } from '../acts/leaders.ts'
import { CLOSURE_LABELS, THEME_DUTIES, themeLabel } from './directive-words.ts'

/** What might stand in an empty cell and why; grey until a person adopts it. */
export type LineSuggestions = {
  leadUnit: { id: string; name: string; reason: string } | null
  leadLeader: { text: string; reason: string } | null
  closure: { kind: ClosureKind; label: string; reason: string } | null
  feedback: { text: string; reason: string } | null
}

const LEDGER = '有台账可查：办结看台账里该事项的变化'
const STANDING = '经常性工作，没有终点'

/**
 * 办结类型 a matter usually has. Grade D, our own reading of what can show that it is done: each city may differ, so it is
 * only ever suggested, with its reason.
 */
const USUAL_CLOSURE: Readonly<Partial<Record<Theme, readonly [ClosureKind, string]>>> = {
  indicators: ['figure', '看指标：办结看发布数'],
  parks: ['ledger', LEDGER],
  enterprises: ['ledger', LEDGER],
  projects: ['ledger', LEDGER],
  'investment-promotion': ['ledger', LEDGER],
  land: ['ledger', LEDGER],
  policy: ['product', '看成果：办结看印发的文件'],
  epidemic: ['standing', STANDING],
  'flood-geohazard': ['standing', STANDING],
  'work-safety': ['standing', STANDING],
}

/** 各单位多按月报《推进情况表》，截至当月25日. Grade D: common practice, the city's own rule was not found. */
const USUAL_FEEDBACK = { text: '每月25日前', reason: '通行做法：每月25日前报推进情况（待本市核定）' } as const

type ClauseRecord = RecordOf<'clause'>
type Suggest = (clause: ClauseRecord, terms: Terms) => LineSuggestions

const NOTHING: LineSuggestions = { leadUnit: null, leadLeader: null, closure: null, feedback: null }

const leadOf = (clause: ClauseRecord, units: ReadonlyMap<string, string>, duties: ReadonlyMap<string, string>) => {
  const duty = THEME_DUTIES[clause.theme as Theme]
  const id = duty === undefined ? undefined : duties.get(duty)
  const name = id === undefined ? undefined : units.get(id)
  const isNamed = (clause.responsible ?? []).length > 0
  if (isNamed || id === undefined || name === undefined) return null
  return { id, name, reason: `职责清单：${themeLabel(clause.theme)}` }
}

const leaderOf = (terms: Terms, leaders: LeaderBook): LineSuggestions['leadLeader'] => {
  const found = terms.leadUnit === null ? null : leaders.inChargeOf(terms.leadUnit)
  return found && { text: found.name, reason: `分管：${found.post}` }
}

const closureOf = (clause: ClauseRecord): LineSuggestions['closure'] => {
  const usual = USUAL_CLOSURE[clause.theme as Theme]
  if (!usual) return null
  const [kind, reason] = usual
  return { kind, label: CLOSURE_LABELS[kind], reason }
}

/**
 * Suggestions for a line: the unit by the list of duties, the leader alone in charge of the lead unit today, closure and
 * feedback as is usual. A cell that has words gets none.
 */
export const readSuggester = async (store: Store, caller: Caller): Promise<Suggest> => {
  const [duties, units, leaders] = await Promise.all([
    store.records(caller, 'duty'),
    store.records(caller, 'unit'),
    readLeaders(store, caller, caller.today),
  ])
  const unitOf = new Map(duties.map((duty) => [duty.duty, duty.unit]))
  const names = new Map(units.map((unit) => [unit.id, unit.shortName]))
  return (clause, terms) => {
    if (clause.heading) return NOTHING
    return {
      leadUnit: terms.leadUnit === null ? leadOf(clause, names, unitOf) : null,
      leadLeader: terms.leadLeader === null ? leaderOf(terms, leaders) : null,
      closure: terms.closure === null ? closureOf(clause) : null,
      feedback: terms.feedback === null ? USUAL_FEEDBACK : null,
    }
  }
}

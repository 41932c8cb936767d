import { type ClosureKind, GOAL_WORDS, type Goal, type GoalOperator, reachesGoal, readGoal } from '@yundiao/directives'
import { Problem } from '@yundiao/kernel'
import type { Caller, FigureRow, Store } from '@yundiao/store'
import { shownOf, unitShownOf } from '../views/fig.ts'
import { indicatorOf } from '../views/indicator.ts'
import type { ItemRecord } from '../views/item-facts.ts'
import { readLinkedEntries, readLinks } from '../views/movements.ts'
import { readNames } from '../views/names.ts'
import { optionalDay } from './require-day.ts'

export type Evidence = {
  /** 文号 of the document delivered. */
  number?: string | null | undefined
  date?: string | null | undefined
  /** Id of a stored file. */
  file?: string | null | undefined
  /** The leader who decided. */
  leader?: string | null | undefined
  note?: string | null | undefined
  /** What 量化目标 demands, where its words leave it open: stated by whoever closes, in the figure's shown unit. */
  operator?: GoalOperator | undefined
  value?: number | undefined
}

/** What a closing rests on, or what it still lacks. */
export type Found = { kind: 'found'; words: string } | { kind: 'held'; why: string }

const found = (words: string): Found => ({ kind: 'found', words })
const held = (why: string): Found => ({ kind: 'held', why })

const UNCLEAR: Readonly<Record<'no-number' | 'several' | 'no-operator', string>> = {
  'no-number': '没有可对照的数值',
  several: '有多个数值，不能确定对照哪一个',
  'no-operator': '没有写明是不低于还是不高于',
}

type Demand = { goal: Goal; words: string } | { unclear: string }

/** The goal as whoever closes states it, else as the measure says it. */
const demandOf = (measure: string, evidence: Evidence, unitShown: string): Demand => {
  const { operator, value } = evidence
  if (operator && value !== undefined)
    return {
      goal: { operator, value, unit: unitShown },
      words: `经办核定${GOAL_WORDS[operator]}${value}${unitShown}（量化目标“${measure}”）`,
    }
  const reading = readGoal(measure)
  return reading.kind === 'goal' ? { goal: reading.goal, words: measure } : { unclear: UNCLEAR[reading.why] }
}

const againstGoal = (figure: FigureRow, measure: string, evidence: Evidence): Found => {
  const unitShown = unitShownOf(indicatorOf(figure.series.indicator), figure.series.measure)
  const shown = shownOf(figure, unitShown)
  if (figure.value === null) return held('关联的指标数据缺，尚无数值')
  const demand = demandOf(measure, evidence, unitShown)
  if ('unclear' in demand) return held(`量化目标“${measure}”${demand.unclear}，请填写对照的目标（不低于或不高于多少）`)
  const reached = reachesGoal(demand.goal, { value: figure.value, unit: figure.unit })
  if (reached === null)
    return held(
      `量化目标以“${demand.goal.unit}”计，关联的指标以“${unitShown}”计，不能对照，请改关联指标或填写对照的目标`,
    )
  return reached
    ? found(`指标 ${figure.ref}，${demand.words}`)
    : held(`关联的指标数据 ${shown}${unitShown}，未达到量化目标“${demand.words}”`)
}

const byFigure = async (store: Store, caller: Caller, item: ItemRecord, evidence: Evidence): Promise<Found> => {
  if (item.measure === null) return held('量化目标待明确，请先填写再关联达到目标的指标数据')
  const links = await readLinks(store, caller, [item.id], caller.today)
  const refs = links.flatMap((link) => (link.figure === null ? [] : [link.figure]))
  let last = held('请先关联达到目标的指标数据')
  for (const ref of refs) {
    const passport = await store.passport(caller, ref, caller.today)
    if (passport) last = againstGoal(passport.figure, item.measure, evidence)
    if (last.kind === 'found') return last
  }
  return last
}

const byLedger = async (store: Store, caller: Caller, item: ItemRecord): Promise<Found> => {
  const links = await readLinks(store, caller, [item.id], caller.today)
  const names = await readNames(store, caller)
  const entries = await readLinkedEntries(store, caller, links, { on: caller.today, names })
  const moved = entries.find(({ changes }) => changes.length > 0)
  // Whoever sees the item reads this, so the row's own words stay in the ledger.
  if (moved) return found(`关联的台账记录自关联以来变更${moved.changes.length}次，见第${moved.row.version}版`)
  return held(links.some((link) => link.entry !== null) ? '关联的台账记录自关联以来没有变化' : '请先关联台账记录')
}

const refuseLater = (caller: Caller, place: string, day: string | null): void => {
  if (day && day > caller.today)
    throw new Problem('day.invalid', `${place} ${day} 晚于业务日期 ${caller.today}，请核对`, { field: 'date' })
}

const byProduct = async (
  store: Store,
  caller: Caller,
  item: ItemRecord,
  { number, date, file }: Evidence,
): Promise<Found> => {
  const day = optionalDay('文件日期', date)
  refuseLater(caller, '文件日期', day)
  if (number?.trim() && day) return found(`${number.trim()}，${day}`)
  const stored = file ? await store.record(caller, 'file', file) : null
  if (stored && stored.item === item.id) return found(`成果文件，校验码 ${stored.sha256.slice(0, 8).toUpperCase()}`)
  return held('请填写文号和日期，或附上成果文件')
}

const byDecision = (caller: Caller, { leader, date }: Evidence): Found => {
  const day = optionalDay('审定日期', date)
  refuseLater(caller, '审定日期', day)
  return leader?.trim() && day ? found(`${leader.trim()} ${day} 审定`) : held('请填写审定的市领导和日期')
}

/** What an item closed by `kind` would rest on today, by what is linked and what is typed (DESIGN §4.9). */
export const findEvidence = async (
  store: Store,
  caller: Caller,
  item: ItemRecord,
  { kind, evidence }: { kind: ClosureKind; evidence: Evidence },
): Promise<Found> => {
  switch (kind) {
    case 'figure':
      return byFigure(store, caller, item, evidence)
    case 'ledger':
      return byLedger(store, caller, item)
    case 'product':
      return byProduct(store, caller, item, evidence)
    case 'decision':
      return byDecision(caller, evidence)
    case 'standing':
      return found('转入定期报送')
  }
}

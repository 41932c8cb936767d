import { isCleared, Problem } from '@yundiao/kernel'
import { type Caller, mayDo } from '@yundiao/store'
import type { Run } from './kept.ts'

/** Whose values of a run a reader may see: those cleared for firms, who may open the ledger, in their own places. */
export type Sight = { seesUnit: (unit: string) => boolean; isOwn: (unit: string) => boolean; isWhole: boolean }

const opensLedger = (caller: Caller, ledger: string): boolean =>
  caller.allLedgers || caller.ledgers.read.includes(ledger) || caller.ledgers.write.includes(ledger)

export const sightOf = (caller: Caller, { evaluation, inputs }: Pick<Run, 'evaluation' | 'inputs'>): Sight => {
  const places = new Map(inputs.read.units.map(({ unit, region }) => [unit, region]))
  const held = new Set(caller.regions)
  const mayRead = isCleared(caller.clearance, 'firm') && opensLedger(caller, evaluation.ledger)
  const isIn = (unit: string): boolean => held.has(places.get(unit) ?? '')
  return {
    seesUnit: (unit) => mayRead && isIn(unit),
    isOwn: (unit) => !held.has(caller.city) && isIn(unit),
    isWhole: mayRead && [...places.values()].every((region) => held.has(region)),
  }
}

/** Trying weights on everybody's values tells of everybody. Throws Problem right.missing. */
export const requireWhole = (caller: Caller, run: Pick<Run, 'evaluation' | 'inputs'>, what: string): void => {
  if (!sightOf(caller, run).isWhole)
    throw new Problem('right.missing', `“${what}”要用到全部评价对象的数据，请由评价牵头单位或运行办办理`)
}

/** Who may run a method: those who write its ledger for the whole city. Null where the caller may, else why not. */
export const whyNotRun = (caller: Caller, ledger: string): string | null => {
  const writes = caller.allLedgers || caller.ledgers.write.includes(ledger)
  if (!mayDo(caller)['evaluation.run'] || !writes || !isCleared(caller.clearance, 'firm'))
    return '评价由基础数据台账的牵头单位或运行办办理，当前账号可查看公示和定稿的结果'
  return caller.regions.includes(caller.city) ? null : '评价要用全市的基础数据，请由市级牵头单位办理'
}

/** Throws Problem right.missing. */
export const requireRunner = (caller: Caller, ledger: string): void => {
  const why = whyNotRun(caller, ledger)
  if (why !== null) throw new Problem('right.missing', why, { ledger })
}

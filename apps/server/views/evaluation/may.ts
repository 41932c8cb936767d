import type { LocalDate } from '@yundiao/kernel'
import { type Caller, mayDo, type Store } from '@yundiao/store'
import { standingRun } from './corrected.ts'
import type { Run } from './kept.ts'
import { readListWords } from './list.ts'
import type { Allowed, MayDo } from './run-schema.ts'
import { sightOf, whyNotRun } from './sight.ts'

/** What a run itself is kept as; a file of another kind under its name is its 公示稿, kept among the papers. */
const KEPT_MEDIA = 'application/json'

const yes: Allowed = { can: true, why: null }
const no = (why: string): Allowed => ({ can: false, why })

const stateWhy = ({ record }: Run, wanted: readonly string[], what: string): string | null => {
  if (record.replacedBy !== null) return '这次评价已更正，请到更正后的一次办理'
  return wanted.includes(record.state) ? null : `现为${record.state}，${wanted.join('、')}的评价才能${what}`
}

const firstWhy = (...reasons: readonly (string | null)[]): Allowed => {
  const why = reasons.find((one) => one !== null)
  return why === undefined || why === null ? yes : no(why)
}

const settleWhy = (run: Run, today: LocalDate, openAppeals: number): string | null => {
  const { publicUntil } = run.record
  if (publicUntil !== null && today <= publicUntil) return `公示到 ${publicUntil}，期满后再定稿`
  return openAppeals > 0 ? `还有 ${openAppeals} 件申诉待核` : null
}

const whyNoAppeal = ({ record }: Run): string =>
  record.state === '已撤回' ? '公示已撤回，不再受理新的申诉；已提出的照常核定' : '公示后才能申诉'

/** A run on trial goes away with its maker; what others saw or rest on stays. */
const removeWhy = (caller: Caller, run: Run, isCited: boolean): string | null => {
  const { state, madeBy, unit, appeal, replacedBy } = run.record
  if (!['草稿', '试算'].includes(state)) return `现为${state}，公示过的评价不能删除`
  if (appeal !== null || replacedBy !== null) return '申诉更正的评价不能删除'
  if (madeBy !== caller.name || unit !== caller.unit) return `这次试算由${madeBy ?? '他人'}所做，由本人删除`
  return isCited ? '已有试算以它为基础，或公示稿已存入材料，不能删除' : null
}

/**
 * What mayWith needs beside the run: open appeals of it and of those it corrects, whether its correction is public, and
 * whether another run or a paper rests on it.
 */
export type Around = { openAppeals: number; isCorrectionShown: boolean; isCited: boolean }

/** Made public from here: a 试算, or a 公示 that was withdrawn, whose days begin anew. */
export const PUBLISHABLE: readonly string[] = ['试算', '已撤回']

/** What this person may do with a run now, and why not. */
export const mayWith = (
  caller: Caller,
  run: Run,
  { openAppeals, isCorrectionShown, isCited }: Around,
): Record<MayDo, Allowed> => {
  const runner = whyNotRun(caller, run.evaluation.ledger)
  const lacksResult = run.result === null ? '还没有结果，请补齐数据后重新试算' : null
  const unannounced = run.version.announced === 'internal' ? '这套办法的结果不公示，限内部使用' : null
  const files = mayDo(caller)['evaluation.appeal'] === true ? null : '申诉由县区、园区或牵头单位代为提出'
  const shown = ['公示', '定稿'].includes(run.record.state) ? null : whyNoAppeal(run)
  const sight = sightOf(caller, run)
  const ofOwn = run.inputs.read.units.some(({ unit }) => sight.seesUnit(unit)) ? null : '没有属于本地的评价对象'
  return {
    assess: firstWhy(runner, lacksResult),
    change: firstWhy(runner, lacksResult),
    publish: firstWhy(runner, lacksResult, unannounced, stateWhy(run, PUBLISHABLE, '公示')),
    notice: firstWhy(lacksResult, unannounced),
    withdraw: firstWhy(
      runner,
      run.record.state === '公示' ? null : `现为${run.record.state}，公示中的评价才能撤回公示`,
    ),
    settle: firstWhy(runner, stateWhy(run, ['公示'], '定稿'), settleWhy(run, caller.today, openAppeals)),
    remove: firstWhy(runner, removeWhy(caller, run, isCited)),
    appeal: firstWhy(
      files,
      shown,
      ofOwn,
      // Until the correction is public, whoever else objects can only do so here.
      isCorrectionShown ? '这次评价已更正并公示，请对更正后的一次申诉' : null,
    ),
    decide: firstWhy(runner),
  }
}

/** Whether what corrects a run is public already. */
export const isCorrectionShown = async (store: Store, caller: Caller, { record }: Run): Promise<boolean> => {
  if (record.replacedBy === null) return false
  const { records } = await readListWords(store, caller)
  const after = records.find(({ id }) => id === standingRun(records, record.id))
  return after !== undefined && after.id !== record.id && ['公示', '定稿'].includes(after.state)
}

/** Whether a run in sight is based on this one, or a paper keeps its 公示稿. */
export const isRunCited = async (store: Store, caller: Caller, { record }: Run): Promise<boolean> => {
  const [{ records }, files] = await Promise.all([
    readListWords(store, caller),
    store.records(caller, 'file', { where: { subject: record.id } }),
  ])
  return (
    records.some(({ basedOn }) => basedOn === record.id) ||
    files.some(({ media }) => media !== null && media !== KEPT_MEDIA)
  )
}

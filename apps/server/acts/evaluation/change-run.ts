import { CHINA_HOLIDAYS, type LocalDate, lastNoticeDay, Problem, workingDayCalendar } from '@yundiao/kernel'
import type { Publicity } from '@yundiao/scorecards'
import type { Caller, Store } from '@yundiao/store'
import { type Run, readRun, scoredRun } from '../../views/evaluation/kept.ts'
import { readListWords } from '../../views/evaluation/list.ts'
import { PUBLISHABLE } from '../../views/evaluation/may.ts'
import { requireRunner } from '../../views/evaluation/sight.ts'
import { type RootWeights, sameWeights, withWeights } from '../../views/evaluation/weights.ts'
import { refuseBlocked } from '../refuse-blocked.ts'
import { requireDay } from '../require-day.ts'
import { changeRow } from './keep-run.ts'
import { draftRun, withScheme } from './make-run.ts'

/** A run this person may act on. Throws Problem not-found, right.missing. */
export const openRun = async (store: Store, caller: Caller, id: string): Promise<Run> => {
  const run = await readRun(store, caller, id)
  requireRunner(caller, run.evaluation.ledger)
  return run
}

/** Other weights on the same inputs, kept as a 试算 of its own beside the first. Gives its id. */
export const keepWeights = async (
  store: Store,
  caller: Caller,
  id: string,
  { title, weights }: { title: string; weights: RootWeights },
): Promise<string> => {
  const run = scoredRun(await openRun(store, caller, id))
  const scheme = withWeights(run.version.scheme, run.result, weights)
  if (sameWeights({ ...run.result.effectiveWeights, ...weights }, run.result.effectiveWeights))
    throw new Problem('input.invalid', '权重没有改动，不必另存')
  const {
    id: made,
    changes,
    result,
  } = await draftRun(store, caller, {
    kept: withScheme(run, scheme),
    inputs: run.inputs,
    title: title.trim(),
    year: run.record.period,
    on: run.record.asKnownOn ?? caller.today,
    changed: true,
    basedOn: id,
    note: '调整权重试算',
  })
  if (result.kind === 'refused') throw new Problem('evaluation.refused', result.message, { places: [...result.places] })
  await store.commit(caller, changes)
  return made
}

const calendar = workingDayCalendar(CHINA_HOLIDAYS)

/** Null where the method names no days. */
const publicUntil = (from: LocalDate, { days, kind }: Publicity): LocalDate | null =>
  days === null ? null : lastNoticeDay(calendar, from, { days, kind })

const requireState = (run: Run, states: readonly string[], what: string): void => {
  if (!states.includes(run.record.state))
    throw new Problem('state.illegal', `只有${states.join('、')}的评价可以${what}，这次评价现为${run.record.state}`, {
      evaluation: run.record.id,
    })
  if (run.record.replacedBy !== null)
    throw new Problem('state.illegal', `这次评价已更正，请对更正后的一次办理${what}`, { evaluation: run.record.id })
}

/** A method may be tried on any year; what is made public goes by the method in force for that year. */
const requireOwnYear = ({ record, version, evaluation }: Run): void => {
  const end = `${record.period}-12-31`
  const until = version.to ?? null
  if (end >= version.from && (until === null || end <= until)) return
  throw new Problem(
    'state.illegal',
    `${version.title}自 ${version.from} 施行${until === null ? '' : `至 ${until}`}，${record.period}年的结果只能试算，不能公示；请用当年施行的办法重新试算`,
    { evaluation: evaluation.id, year: record.period },
  )
}

type Publishing = { version: number; from: string; days?: number | undefined }

/** 公示 from a day for as long as the method says; `days` are a person's where it says nothing. */
export const publishRun = async (store: Store, caller: Caller, id: string, asked: Publishing): Promise<void> => {
  const run = scoredRun(await openRun(store, caller, id))
  requireState(run, PUBLISHABLE, '公示')
  const from = requireDay('公示起始日', asked.from)
  if (from < caller.today)
    throw new Problem('day.invalid', `公示起始日 ${from} 早于业务日期 ${caller.today}，请核对`, { field: 'from' })
  const said = run.version.publicity
  // Sums of an approved survey are not for publication, whoever asks.
  if (run.version.announced === 'internal')
    throw new Problem('state.illegal', `${run.version.title}的结果不公示，限内部使用`, { evaluation: id })
  requireOwnYear(run)
  const publicity: Publicity =
    said.days === null && asked.days !== undefined ? { ...said, days: asked.days, kind: said.kind ?? '工作日' } : said
  const until = publicUntil(from, publicity)
  const set = {
    state: '公示',
    publishedBy: caller.name,
    publishedOn: from,
    publicityDays: publicity.days,
    publicUntil: until,
  }
  await store.commit(caller, [changeRow({ id, version: asked.version }, set, '公示')])
}

type Settling = { version: number; approver: string }

/** 定稿 once the 公示 is over and no appeal is open, with the name of who approved it. */
export const settleRun = async (store: Store, caller: Caller, id: string, asked: Settling): Promise<void> => {
  const run = scoredRun(await openRun(store, caller, id))
  requireState(run, ['公示'], '定稿')
  const { publicUntil: until, title } = run.record
  if (until !== null && caller.today <= until)
    throw new Problem('state.illegal', `“${title}”公示到 ${until}，期满后再定稿`, { evaluation: id })
  const open = (await readListWords(store, caller)).openAppeals.get(id) ?? 0
  if (open > 0) throw new Problem('state.illegal', `还有 ${open} 件申诉待核，请先核实答复再定稿`, { evaluation: id })
  const approver = asked.approver.trim()
  if (approver === '') throw new Problem('input.invalid', '请填写审定人', { fields: ['approver'] })
  await refuseBlocked(store, caller, { 审定人: approver })
  const set = { state: '定稿', settledBy: approver, settledOn: caller.today }
  await store.commit(caller, [changeRow({ id, version: asked.version }, set, `定稿：${approver}审定`)])
}

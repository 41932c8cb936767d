import type { LocalDate } from '@yundiao/kernel'
import type { Scheme } from '@yundiao/scorecards'
import { type Caller, mayDo, type Store } from '@yundiao/store'
import { readNames } from '../names.ts'
import { assuranceView } from './assurance.ts'
import { standingRun } from './corrected.ts'
import { itemsOf, ledgerWords, nameOfItem } from './items.ts'
import { type Run, readRun } from './kept.ts'
import { lastYearsPlaces } from './last-year.ts'
import { readListWords, readRunView } from './list.ts'
import { rankingOf } from './ranking.ts'
import type { Allowed, EvaluationPage, MayDo } from './run-schema.ts'
import { denominatorWords, limitWords, tieWords } from './scheme-words.ts'
import { sightOf, whyNotRun } from './sight.ts'

const yes: Allowed = { can: true, why: null }
const no = (why: string): Allowed => ({ can: false, why })

const stateWhy = ({ record }: Run, wanted: string, what: string): string | null => {
  if (record.replacedBy !== null) return '这次评价已更正，请到更正后的一次办理'
  return record.state === wanted ? null : `现为${record.state}，${wanted}的评价才能${what}`
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

/** What mayWith needs beside the run: open appeals of it and of those it corrects, and whether its correction is public. */
export type Around = { openAppeals: number; isCorrectionShown: boolean }

/** What this person may do with a run now, and why not. */
export const mayWith = (
  caller: Caller,
  run: Run,
  { openAppeals, isCorrectionShown }: Around,
): Record<MayDo, Allowed> => {
  const runner = whyNotRun(caller, run.evaluation.ledger)
  const lacksResult = run.result === null ? '还没有结果，请补齐数据后重新试算' : null
  const files = mayDo(caller)['evaluation.appeal'] === true ? null : '申诉由县区、园区或牵头单位代为提出'
  const shown = ['公示', '定稿'].includes(run.record.state) ? null : '公示后才能申诉'
  const sight = sightOf(caller, run)
  const ofOwn = run.inputs.read.units.some(({ unit }) => sight.seesUnit(unit)) ? null : '没有属于本地的评价对象'
  return {
    assess: firstWhy(runner, lacksResult),
    change: firstWhy(runner, lacksResult),
    publish: firstWhy(
      runner,
      lacksResult,
      run.version.announced === 'internal' ? '这套办法的结果不公示，限内部使用' : null,
      stateWhy(run, '试算', '公示'),
    ),
    settle: firstWhy(runner, stateWhy(run, '公示', '定稿'), settleWhy(run, caller.today, openAppeals)),
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

const countsOf = (scheme: Scheme, run: Run): EvaluationPage['grading']['counts'] =>
  (run.result?.grades?.counts ?? []).map(({ grade, allowed, held }) => {
    const limit = scheme.grades?.grades.find((one) => one.grade === grade)
    return { grade, allowed, held, words: limit ? limitWords(limit, scheme.grades) : '' }
  })

const leftOutNotes = ({ inputs }: Run): string[] => {
  const reasons = Map.groupBy(inputs.read.leftOut, ({ reason }) => reason)
  return [...reasons].map(([reason, units]) => `未参评 ${units.length} 个：${reason}`)
}

/** Notes of the engine name codes; people know names. */
const named = (run: Run, where: string, message: string): string => {
  const unit = run.inputs.read.units.find((one) => one.unit === where)?.name
  return message.replace(where, unit ?? nameOfItem(run, where))
}

const MOST_NAMED = 12

/** Notes of one kind that say the same of several indicators are one line. */
const engineNotes = (run: Run): string[] => {
  const notes = run.result?.notes ?? []
  const uncapped = notes.filter(({ what }) => what === 'no-cap').map(({ where }) => nameOfItem(run, where))
  return [
    ...(uncapped.length === 0 ? [] : [`没有规定得分上限、按不封顶计的：${uncapped.join('、')}`]),
    ...notes.filter(({ what }) => what !== 'no-cap').map(({ where, message }) => named(run, where, message)),
  ]
}

const notesOf = (run: Run): string[] => {
  const marks = Map.groupBy(run.inputs.read.unheard, ({ basis }) => basis)
  const all = [
    ...leftOutNotes(run),
    ...[...marks].map(
      ([basis, units]) =>
        `台账标注“${basis.replaceAll('“', '‘').replaceAll('”', '’')}”的 ${units.length} 个，本方案没有规定，按一般对象评价`,
    ),
    ...engineNotes(run),
  ]
  return all.length <= MOST_NAMED ? all : [...all.slice(0, MOST_NAMED), `另有 ${all.length - MOST_NAMED} 条提示`]
}

/** One run as its page needs it, cut to the reader's rights; `on` a day as it was known then. Throws Problem not-found. */
export const readEvaluationPage = async (
  store: Store,
  caller: Caller,
  id: string,
  on?: LocalDate,
): Promise<EvaluationPage> => {
  const run = await readRun(store, caller, id, on)
  const [names, views, shown] = await Promise.all([
    readNames(store, caller),
    store.ledgers(caller),
    readRunView(store, caller, run.record, on),
  ])
  const { result } = run
  const { scheme } = run.version
  const before = scheme.grades ? await lastYearsPlaces(store, caller, run, on) : null
  const rows = result ? rankingOf({ ...run, result }, caller, names) : []
  return {
    run: shown,
    may: mayWith(caller, run, {
      openAppeals: shown.openAppeals,
      isCorrectionShown: await isCorrectionShown(store, caller, run),
    }),
    items: itemsOf(run, ledgerWords(run.evaluation.ledger, views), result),
    grading: {
      denominator: result?.grades?.denominator ?? 0,
      denominatorWords: denominatorWords(scheme),
      counts: countsOf(scheme, run),
      leftOut: result?.grades?.leftOut.length ?? 0,
      ties: tieWords(scheme, (code) => nameOfItem(run, code)),
    },
    lastRun: before?.run ?? null,
    rows: before ? rows.map((row) => ({ ...row, gradeBefore: before.gradeOf(row.unit) })) : rows,
    assurance: assuranceView(run),
    notes: notesOf(run),
    publicityDays: run.record.publicityDays ?? run.version.publicity.days,
    publicityKind: run.version.publicity.kind ?? '工作日',
    refusal: run.record.refusal,
  }
}

import type { LocalDate } from '@yundiao/kernel'
import type { Scheme } from '@yundiao/scorecards'
import type { Caller, Store } from '@yundiao/store'
import { readNames } from '../names.ts'
import { assuranceView } from './assurance.ts'
import { itemsOf, ledgerWords, nameOfItem } from './items.ts'
import { type Run, readRun } from './kept.ts'
import { lastYearsPlaces } from './last-year.ts'
import { readRunView } from './list.ts'
import { isCorrectionShown, isRunCited, mayWith } from './may.ts'
import { rankingOf } from './ranking.ts'
import type { EvaluationPage } from './run-schema.ts'
import { denominatorWords, limitWords, tieWords } from './scheme-words.ts'
import { shownWithdrawal } from './withdrawal.ts'

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
      isCited: await isRunCited(store, caller, run),
    }),
    withdrawals: run.withdrawals.map(shownWithdrawal),
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

import { Problem, toCanonical } from '@yundiao/kernel'
import { correctionsOf, type EvaluationColumn, replay } from '@yundiao/scorecards'
import type { Caller, Change, RecordValues, Store } from '@yundiao/store'
import { correctedRuns, standingRun } from '../../views/evaluation/corrected.ts'
import { gatherInputs } from '../../views/evaluation/gather.ts'
import {
  type KeptCorrection,
  type KeptInputs,
  openKept,
  type Run,
  type RunRecord,
  readRun,
  scoredRun,
} from '../../views/evaluation/kept.ts'
import type { AppealFiles, AppealRecord, AskedFile, DecidedFile } from '../../views/evaluation/kept-appeal.ts'
import { readListWords } from '../../views/evaluation/list.ts'
import { readEvaluationRows } from '../../views/evaluation/read-rows.ts'
import { requireRunner } from '../../views/evaluation/sight.ts'
import { refuseBlocked } from '../refuse-blocked.ts'
import { cellOfAppeal } from './appeal.ts'
import { asJson, changeRow, layKept } from './keep-run.ts'
import { draftRun } from './make-run.ts'

export type Deciding = {
  version: number
  upheld: boolean
  decision: string
  decidedBy: string
  /** The value found right, in the unit of the method; left out: what was asked. */
  value?: number | undefined
}

const columnOf = (run: Run, code: string): EvaluationColumn | null => {
  const input = run.version.inputs.find((one) => one.code === code)
  if (input && input.from !== null) return input
  return run.version.denominators.find((one) => one.code === code) ?? null
}

/** The one field of the ledger a value stands in; null where it is a sum of several. */
const singleField = (column: EvaluationColumn | null): string | null => {
  const { add = [], less = [] } = column?.from ?? {}
  return add.length === 1 && less.length === 0 ? (add[0] ?? null) : null
}

type Amended = { rows: KeptInputs['rows']; changes: readonly Change[] }

/** The row corrected in the ledger itself: by this act where one field holds the value, else by the person before it. */
const amendedRows = async (
  { store, caller, run }: { store: Store; caller: Caller; run: Run },
  appeal: AppealRecord,
  value: number | null,
): Promise<Amended> => {
  const cell = cellOfAppeal(run, appeal.subject, appeal.indicator)
  const { evaluation, inputs, record } = run
  const [fresh] = await readEvaluationRows(store, caller, evaluation, {
    year: Number(record.period),
    on: caller.today,
    id: cell.row.id,
  })
  if (!fresh) throw new Problem('not-found', '基础数据台账里没有这一行了，请核对后再办', { entry: cell.row.id })
  const column = columnOf(run, appeal.indicator)
  const field = evaluation.layout ? evaluation.layout.value : singleField(column)
  const replaced = (row: typeof fresh): KeptInputs['rows'] => inputs.rows.map((one) => (one.id === row.id ? row : one))
  if (value === null || field === null || column === null) {
    if (fresh.version === cell.row.version)
      throw new Problem('state.illegal', '这项数据由台账的几栏合计得出，请先在基础数据台账里更正相应栏目，再采纳申诉', {
        entry: cell.row.id,
      })
    return { rows: replaced(fresh), changes: [] }
  }
  const canonical = toCanonical(value, column.unit) ?? value
  const note = `评价申诉核实更正：${appeal.name}`
  const amend: Change = {
    do: 'amend',
    ledger: evaluation.ledger,
    id: cell.row.id,
    version: fresh.version,
    values: { [field]: canonical },
    note,
  }
  const row = {
    ...fresh,
    version: fresh.version + 1,
    knownFrom: caller.today,
    values: { ...fresh.values, [field]: canonical },
  }
  return { rows: replaced(row), changes: [amend] }
}

type Corrected = { id: string; changes: readonly Change[] }

/** 甲（更正）, then 甲（更正2）: two runs of one title cannot be told apart. */
const correctedTitle = (title: string): string => {
  const [, stem = title, mark, n] = /^(.*?)(（更正(\d*)）)?$/u.exec(title) ?? []
  return mark === undefined ? `${stem}（更正）` : `${stem}（更正${n === '' || n === undefined ? 2 : Number(n) + 1}）`
}

/** A correction nobody outside has seen: the next one takes its place and is told against what was public. */
const isUnseen = ({ record }: Run): boolean => record.appeal !== null && record.state === '试算'

/**
 * The run made anew with the corrected row; everyone else's rows are as they were. `base` is the run it is told against:
 * several objections upheld before a correction is public make one correction.
 */
const correctRun = async (
  doors: { store: Store; caller: Caller; run: Run; base: Run },
  appeal: AppealRecord,
  value: number | null,
): Promise<Corrected> => {
  const { store, caller, run, base } = doors
  const { rows, changes } = await amendedRows(doors, appeal, value)
  const { track, evaluation, version, record } = run
  const { read } = gatherInputs(evaluation, version, { rows, track })
  const replayed = replay(version.scheme, base.inputs.read.inputs, read.inputs)
  if (replayed.kind === 'refused')
    throw new Problem('evaluation.refused', replayed.message, { places: [...replayed.places] })
  const { corrections, change, displaced } = replayed
  if (correctionsOf(run.inputs.read.inputs, read.inputs).length === 0)
    throw new Problem('state.illegal', '更正后的数据与评价时相同，没有可更正的；如理由不成立请选不采纳')
  const correction: KeptCorrection = { appeal: appeal.id, corrections, change, displaced }
  const drafted = await draftRun(store, caller, {
    kept: { evaluation, version, track },
    inputs: { rows, read },
    title: correctedTitle(record.title),
    year: record.period,
    on: caller.today,
    changed: record.changed ?? false,
    basedOn: base.record.id,
    correction,
    note: `申诉采纳后更正：影响 ${displaced.length} 个未更正的对象`,
  })
  return { id: drafted.id, changes: [...changes, ...drafted.changes] }
}

/** The run corrected names what corrects it; so do the run and appeals that named a correction nobody has seen. */
const pointAt = async (
  { store, caller, run, records }: { store: Store; caller: Caller; run: Run; records: readonly RunRecord[] },
  made: string,
): Promise<Change[]> => {
  const unseen = isUnseen(run)
  const before = unseen ? records.filter(({ replacedBy }) => replacedBy === run.record.id) : []
  const upheld = unseen ? await store.records(caller, 'appeal', { where: { correction: run.record.id } }) : []
  return [
    ...[run.record, ...before].map((one) => changeRow(one, { replacedBy: made }, '申诉采纳，另行更正')),
    ...upheld.map(
      ({ id, version }): Change => ({
        do: 'change',
        table: 'appeal',
        id,
        version,
        set: { correction: made },
        note: '与其他申诉一并更正',
      }),
    ),
  ]
}

const readOpenAppeal = async (
  store: Store,
  caller: Caller,
  runs: readonly string[],
  id: string,
): Promise<AppealRecord> => {
  const appeal = await store.record(caller, 'appeal', id)
  if (!appeal || !runs.includes(appeal.evaluation))
    throw new Problem('not-found', '没有找到这件申诉，或无权查看', { appeal: id })
  if (appeal.state !== '待核')
    throw new Problem(
      'state.illegal',
      `这件申诉已由${appeal.decidedBy ?? ''}于 ${appeal.decidedOn ?? ''} 答复：${appeal.state}`,
    )
  return appeal
}

const requireWords = async (store: Store, caller: Caller, { decision, decidedBy }: Deciding): Promise<void> => {
  if (decision.trim() === '') throw new Problem('input.invalid', '请写明核实意见', { fields: ['decision'] })
  if (decidedBy.trim() === '') throw new Problem('input.invalid', '请填写核实人', { fields: ['decidedBy'] })
  await refuseBlocked(store, caller, { 核实意见: decision, 核实人: decidedBy })
}

/**
 * Decides an appeal. Upheld, the row is corrected in its ledger and the scheme run again in one commit: the new run lists
 * everyone displaced and names the old one, which stays as it was. An appeal against a run corrected meanwhile is decided
 * on the one that stands. Gives the new run's id.
 */
export const decideAppeal = async (
  store: Store,
  caller: Caller,
  { evaluation, appeal: id, ...asked }: Deciding & { evaluation: string; appeal: string },
): Promise<string | null> => {
  const { records } = await readListWords(store, caller)
  const run = scoredRun(await readRun(store, caller, standingRun(records, evaluation)))
  requireRunner(caller, run.evaluation.ledger)
  const appeal = await readOpenAppeal(store, caller, correctedRuns(records, run.record.id), id)
  await requireWords(store, caller, asked)
  const files = appeal.files as unknown as AppealFiles
  const filed = await openKept<AskedFile>(store, files.asked)
  const value = asked.value ?? filed.value
  const base = isUnseen(run) && run.record.basedOn ? await readRun(store, caller, run.record.basedOn) : run
  const corrected = asked.upheld ? await correctRun({ store, caller, run, base }, appeal, value) : null
  const words: DecidedFile = { words: asked.decision.trim(), value: asked.upheld ? value : null }
  const laid = await layKept(store, words, 'decided', { subject: id, title: `申诉-${appeal.name}`, unit: caller.unit })
  const set: RecordValues = {
    state: asked.upheld ? '采纳' : '不采纳',
    decidedBy: asked.decidedBy.trim(),
    decidedOn: caller.today,
    correction: corrected?.id ?? null,
    files: asJson({ ...files, decided: laid.ref }),
  }
  const note = asked.upheld ? '采纳申诉' : '不采纳申诉'
  await store.commit(caller, [
    ...(corrected?.changes ?? []),
    ...laid.changes,
    { do: 'change', table: 'appeal', id, version: asked.version, set, note },
    ...(corrected ? await pointAt({ store, caller, run, records }, corrected.id) : []),
  ])
  return corrected?.id ?? null
}

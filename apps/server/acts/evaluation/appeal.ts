import { Problem } from '@yundiao/kernel'
import type { InputCell } from '@yundiao/scorecards'
import type { Caller, Change, Store } from '@yundiao/store'
import { type Run, readRun, scoredRun } from '../../views/evaluation/kept.ts'
import type { AskedFile } from '../../views/evaluation/kept-appeal.ts'
import { isCorrectionShown, mayWith } from '../../views/evaluation/may.ts'
import { sightOf } from '../../views/evaluation/sight.ts'
import { ownUnit } from '../add-progress.ts'
import { mediaOf, type Upload } from '../attach-file.ts'
import { refuseBlocked } from '../refuse-blocked.ts'
import { asJson, layKept } from './keep-run.ts'

export type Filing = {
  unit: string
  indicator: string
  asked: number | null
  reason: string
  file: Upload | null
}

const MOST_BYTES = 20 * 1024 * 1024

/** The cell an appeal is about: a value by its indicator, or a denominator by its own code. Throws Problem not-found. */
export const cellOfAppeal = (run: Run, unit: string, indicator: string): InputCell => {
  const own = run.inputs.read.cells.filter((cell) => cell.unit === unit && cell.code === indicator)
  const cell = own.find(({ role }) => role === 'value') ?? own[0]
  if (!cell)
    throw new Problem('not-found', '这个对象没有这项指标的数据，请从单位评价卡上选要申诉的一项', { unit, indicator })
  return cell
}

const layEvidence = async (
  store: Store,
  caller: Caller,
  file: Upload,
  of: { subject: string; unit: string | null },
) => {
  const media = mediaOf(file.name, file.bytes)
  await refuseBlocked(store, caller, { 文件名: file.name })
  const stored = await store.putFile(file.bytes, { maxBytes: MOST_BYTES })
  const id = store.newId()
  const change: Change = {
    do: 'add',
    table: 'file',
    rows: [{ id, values: { ...stored, name: file.name, media, ...of } }],
  }
  return { change, kept: { ...stored, id, name: file.name, media } }
}

const requireAppealable = async (store: Store, caller: Caller, run: Run, unit: string): Promise<void> => {
  const around = { openAppeals: 0, isCited: false, isCorrectionShown: await isCorrectionShown(store, caller, run) }
  const { can, why } = mayWith(caller, run, around).appeal
  if (!can)
    throw new Problem(
      ['试算', '已撤回'].includes(run.record.state) ? 'state.illegal' : 'right.missing',
      why ?? '不能申诉',
    )
  if (!sightOf(caller, run).seesUnit(unit)) throw new Problem('right.missing', '只能为本地的评价对象提出申诉', { unit })
}

/** Files an appeal against one value of a published run. Gives its id. */
export const fileAppeal = async (store: Store, caller: Caller, id: string, filing: Filing): Promise<string> => {
  const run = scoredRun(await readRun(store, caller, id))
  await requireAppealable(store, caller, run, filing.unit)
  const unit = run.inputs.read.units.find((one) => one.unit === filing.unit)
  const cell = cellOfAppeal(run, filing.unit, filing.indicator)
  const reason = filing.reason.trim()
  if (reason === '') throw new Problem('input.invalid', '请写明申诉理由', { fields: ['reason'] })
  await refuseBlocked(store, caller, { 申诉理由: reason })
  const appeal = store.newId()
  const owner = { subject: appeal, title: `申诉-${unit?.name ?? ''}`, unit: ownUnit(caller) }
  const evidence = filing.file
    ? await layEvidence(store, caller, filing.file, { subject: appeal, unit: owner.unit })
    : null
  const asked: AskedFile = {
    value: filing.asked,
    was: cell.value,
    unitShown: cell.unitOfValue,
    reason,
    evidence: evidence?.kept.id ?? null,
  }
  const laid = await layKept(store, asked, 'asked', owner)
  const files = { asked: laid.ref, ...(evidence ? { evidence: evidence.kept } : {}) }
  const values = {
    evaluation: id,
    subject: filing.unit,
    name: unit?.name ?? filing.unit,
    region: unit?.region ?? null,
    indicator: filing.indicator,
    unit: ownUnit(caller),
    leadUnit: run.record.unit,
    filedBy: caller.name,
    filedOn: caller.today,
    state: '待核',
    files: asJson(files),
  }
  await store.commit(caller, [
    ...(evidence ? [evidence.change] : []),
    ...laid.changes,
    { do: 'add', table: 'appeal', rows: [{ id: appeal, values }], note: '提出申诉' },
  ])
  return appeal
}

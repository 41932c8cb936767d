import type { LocalDate } from '@yundiao/kernel'
import { type Evaluation, type Refusal, type Result, runScorecard, type Scheme } from '@yundiao/scorecards'
import type { Caller, Change, RecordValues, Store } from '@yundiao/store'
import { gatherInputs } from '../../views/evaluation/gather.ts'
import type { KeptCorrection, KeptInputs, KeptScheme } from '../../views/evaluation/kept.ts'
import { evaluationOf, versionOf, versionRef } from '../../views/evaluation/known.ts'
import { readEvaluationRows } from '../../views/evaluation/read-rows.ts'
import { requireRunner } from '../../views/evaluation/sight.ts'
import { asJson, layAll } from './keep-run.ts'

/** What a run is made of, before it is kept. */
export type Drafted = {
  kept: KeptScheme
  inputs: KeptInputs
  title: string
  year: string
  on: LocalDate
  changed: boolean
  basedOn?: string
  correction?: KeptCorrection
  note?: string
}

const headOf = ({ versions: _, ...head }: Evaluation): KeptScheme['evaluation'] => head

const outcomeOf = (done: Result | Refusal, inputs: KeptInputs): RecordValues => {
  const used = new Set(inputs.read.cells.map(({ row }) => row.id))
  return {
    unitCount: inputs.read.units.length,
    graded: done.kind === 'scored' ? (done.grades?.units.filter(({ grade }) => grade !== null).length ?? 0) : null,
    onDemonstration: inputs.rows.some(({ id, demo }) => demo && used.has(id)),
    refusal: done.kind === 'refused' ? done.message : null,
    state: done.kind === 'refused' ? '草稿' : '试算',
  }
}

/**
 * A run with its files, as changes of one commit. Where the scheme cannot yet be run on the inputs it is a 草稿 that says
 * why.
 */
export const draftRun = async (
  store: Store,
  caller: Caller,
  drafted: Drafted,
): Promise<{ id: string; result: Result | Refusal; changes: readonly Change[] }> => {
  const { kept, inputs, title, year, on } = drafted
  const result = runScorecard(kept.version.scheme, inputs.read.inputs)
  const id = store.newId()
  const parts = {
    scheme: kept,
    inputs,
    result: result.kind === 'scored' ? result : undefined,
    correction: drafted.correction,
  }
  const { files, changes } = await layAll(store, parts, { subject: id, title, unit: caller.unit })
  const values = {
    scheme: kept.evaluation.id,
    schemeVersion: versionRef(kept.evaluation, kept.version),
    changed: drafted.changed,
    title,
    subject: kept.evaluation.subject,
    period: year,
    unit: caller.unit,
    track: kept.track,
    basedOn: drafted.basedOn ?? null,
    appeal: drafted.correction?.appeal ?? null,
    asKnownOn: on,
    files: asJson(files),
    madeBy: caller.name,
    madeOn: caller.today,
    ...outcomeOf(result, inputs),
  }
  const note = drafted.note ?? '试算'
  return { id, result, changes: [...changes, { do: 'add', table: 'evaluation', rows: [{ id, values }], note }] }
}

export type RunAsked = { scheme: string; version: string; year: number; title: string; track?: string | undefined }

/** Runs a method on a year's rows and keeps it as 试算, or as 草稿 with what is lacking. Gives its id. */
export const makeRun = async (store: Store, caller: Caller, asked: RunAsked): Promise<string> => {
  const evaluation = evaluationOf(asked.scheme)
  requireRunner(caller, evaluation.ledger)
  const version = versionOf(evaluation, asked.version)
  const on = caller.today
  const rows = await readEvaluationRows(store, caller, evaluation, { year: asked.year, on })
  const track = asked.track ?? null
  const inputs = gatherInputs(evaluation, version, { rows, track })
  const { id, changes } = await draftRun(store, caller, {
    kept: { evaluation: headOf(evaluation), version, track },
    inputs,
    title: asked.title.trim(),
    year: String(asked.year),
    on,
    changed: false,
  })
  await store.commit(caller, changes)
  return id
}

/** The version a run was made with, its scheme replaced. */
export const withScheme = (kept: KeptScheme, scheme: Scheme): KeptScheme => ({
  evaluation: kept.evaluation,
  track: kept.track,
  version: { ...kept.version, scheme },
})

import type { RobustnessSpec } from '@yundiao/scorecards'
import type { Caller, Store } from '@yundiao/store'
import { type KeptAssurance, type RunFiles, readRun, readRunRecord, scoredRun } from '../../views/evaluation/kept.ts'
import { requireRunner } from '../../views/evaluation/sight.ts'
import type { Assessing, Assessor } from '../../workers/assessor.ts'
import { asJson, changeRow, layKept } from './keep-run.ts'

/** How far weights and data are supposed to be off: the product's convention, told beside every result. */
const UNCERTAINTY: RobustnessSpec['uncertainty'] = {
  weights: { kind: 'relative', by: 0.2 },
  data: { '*': { relative: 0.05 } },
}
/** Rows of Saltelli's design: as many as a short wait allows, fewer where the units are many. */
const MOST_ROWS = 2048
const LEAST_ROWS = 128
const UNIT_ROWS = 500_000

const rowsFor = (units: number): number =>
  Math.max(LEAST_ROWS, Math.min(MOST_ROWS, Math.floor(UNIT_ROWS / Math.max(1, units))))

/** What is drawn for so many draws from a seed: the same seed gives the same bytes. */
const specOf = ({ draws, seed }: { draws: number; seed: number }, units: number): RobustnessSpec => ({
  uncertainty: UNCERTAINTY,
  draws,
  seed,
  sensitivity: rowsFor(units),
  leaveOut: true,
})

type Doors = { store: Store; caller: Caller; assessor: Assessor }

const keep = async ({ store, caller }: Doors, id: string, kept: KeptAssurance): Promise<void> => {
  const record = await readRunRecord(store, caller, id)
  const laid = await layKept(store, kept, 'assurance', { subject: id, title: record.title, unit: caller.unit })
  const files: RunFiles = { ...(record.files as unknown as RunFiles), assurance: laid.ref }
  const set = { files: asJson(files), seed: kept.spec.seed, nearBorder: kept.robustness.nearBorder?.length ?? null }
  await store.commit(caller, [...laid.changes, changeRow(record, set, '测算排名把握程度')])
}

/** Begins to work out how sure a run's ranks and grades are; the outcome is kept with the run. Throws Problem right.missing. */
export const assessRun = async (
  doors: Doors,
  id: string,
  asked: { draws: number; seed: number },
): Promise<Assessing> => {
  const run = scoredRun(await readRun(doors.store, doors.caller, id))
  requireRunner(doors.caller, run.evaluation.ledger)
  const spec = specOf(asked, run.inputs.read.units.length)
  const ask = { scheme: run.version.scheme, inputs: run.inputs.read.inputs, spec }
  return doors.assessor.start(id, ask, (robustness) => keep(doors, id, { spec, robustness }))
}

/** Stops the work on a run; what was kept before stays. */
export const cancelAssessing = async (doors: Doors, id: string): Promise<Assessing> => {
  const run = await readRun(doors.store, doors.caller, id)
  requireRunner(doors.caller, run.evaluation.ledger)
  doors.assessor.cancel(id)
  await doors.assessor.settled(id)
  return doors.assessor.stateOf(id)
}

import { showNumber } from '@yundiao/kernel'
import type { Correction } from '@yundiao/scorecards'
import type { Caller, Store } from '@yundiao/store'
import type { AppealState, AppealView, CorrectionView } from './appeal-schema.ts'
import { shiftView, unitNames } from './effect.ts'
import { nameOfItem } from './items.ts'
import { type KeptCorrection, openKept, type Run, type RunRecord, readRun } from './kept.ts'
import type { AppealFiles, AppealRecord, AskedFile, DecidedFile } from './kept-appeal.ts'
import { readListWords } from './list.ts'
import { type Sight, sightOf } from './sight.ts'

const HIDDEN = '涉及企业数据，仅本地和牵头单位可见'
const DIGITS = 4

type Reading = { store: Store; run: Run; sight: Sight; titles: ReadonlyMap<string, string> }

const unitShownOf = ({ version }: Run, code: string): string =>
  [...version.inputs, ...version.denominators].flatMap((one) =>
    one.code === code && 'unit' in one ? [one.unit] : [],
  )[0] ?? ''

const appealView = async ({ store, run, sight, titles }: Reading, appeal: AppealRecord): Promise<AppealView> => {
  const files = appeal.files as unknown as AppealFiles
  const sees = sight.seesUnit(appeal.subject)
  const [asked, decided] = await Promise.all([
    sees ? openKept<AskedFile>(store, files.asked) : null,
    sees && files.decided ? openKept<DecidedFile>(store, files.decided) : null,
  ])
  const { correction } = appeal
  return {
    id: appeal.id,
    version: appeal.version,
    unit: appeal.subject,
    unitName: appeal.name,
    indicator: appeal.indicator,
    label: nameOfItem(run, appeal.indicator),
    unitShown: asked?.unitShown ?? unitShownOf(run, appeal.indicator),
    was: asked?.was ?? null,
    asked: asked?.value ?? null,
    reason: asked?.reason ?? HIDDEN,
    file: sees && files.evidence ? { id: files.evidence.id, name: files.evidence.name } : null,
    filedBy: appeal.filedBy,
    filedOn: appeal.filedOn ?? appeal.knownFrom,
    state: appeal.state as AppealState,
    decision: decided?.words ?? null,
    decidedBy: appeal.decidedBy,
    decidedOn: appeal.decidedOn,
    correctedBy: correction === null ? null : { id: correction, name: titles.get(correction) ?? '更正后的评价' },
  }
}

const cellWords = (value: Correction['was']): string =>
  value === null ? '缺' : typeof value === 'number' ? showNumber(value, DIGITS).replace(/\.?0+$/u, '') : value

const correctionView = async (
  { store, titles, sight }: Reading,
  after: RunRecord,
  run: Run,
): Promise<CorrectionView[]> => {
  const files = after.files as unknown as Run['files']
  if (!files.correction) return []
  const kept = await openKept<KeptCorrection>(store, files.correction)
  const nameOf = unitNames(run)
  const cut = (one: KeptCorrection['displaced'][number]) =>
    sight.seesUnit(one.unit) ? one : { ...one, score: { from: null, to: null } }
  return [
    {
      before: { id: run.record.id, name: run.record.title },
      after: { id: after.id, name: titles.get(after.id) ?? after.title },
      corrected: kept.corrections.map(({ unit, what, was, now }) => ({
        unit,
        name: nameOf(unit),
        label: nameOfItem(run, what),
        was: sight.seesUnit(unit) ? cellWords(was) : '※',
        now: sight.seesUnit(unit) ? cellWords(now) : '※',
      })),
      displaced: kept.displaced.map((one) => shiftView(cut(one), nameOf)),
    },
  ]
}

/** The run a correction was made from, and those made from it: both tell of the same difference. */
const related = async (store: Store, caller: Caller, run: Run, records: readonly RunRecord[]) => {
  const after = records.filter((one) => one.basedOn === run.record.id).map((one) => ({ before: run, after: one }))
  if (run.record.appeal === null || run.record.basedOn === null) return after
  const isSeen = records.some(({ id }) => id === run.record.basedOn)
  return isSeen ? [{ before: await readRun(store, caller, run.record.basedOn), after: run.record }, ...after] : after
}

/** Appeals against a run in the caller's sight, and what corrections did to whom. */
export const readAppeals = async (store: Store, caller: Caller, id: string) => {
  const run = await readRun(store, caller, id)
  const { records, titles } = await readListWords(store, caller)
  const reading: Reading = { store, run, sight: sightOf(caller, run), titles }
  const appeals = await store.records(caller, 'appeal', { where: { evaluation: id }, order: '-id' })
  const corrections: CorrectionView[] = []
  for (const { before, after } of await related(store, caller, run, records))
    corrections.push(...(await correctionView({ ...reading, sight: sightOf(caller, before) }, after, before)))
  return { appeals: await Promise.all(appeals.map((one) => appealView(reading, one))), corrections }
}

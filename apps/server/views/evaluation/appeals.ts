import { type LocalDate, showNumber } from '@yundiao/kernel'
import type { Correction } from '@yundiao/scorecards'
import type { Caller, Store } from '@yundiao/store'
import type { AppealState, AppealView, CorrectionView } from './appeal-schema.ts'
import { correctedRuns } from './corrected.ts'
import { shiftView, unitNames } from './effect.ts'
import { type LedgerWords, ledgerWords, nameOfInput } from './items.ts'
import { type KeptCorrection, openKept, type Run, type RunRecord, readRun } from './kept.ts'
import type { AppealFiles, AppealRecord, AskedFile, DecidedFile } from './kept-appeal.ts'
import { readListWords } from './list.ts'
import { type Sight, sightOf } from './sight.ts'

const HIDDEN = '涉及企业数据，仅本地和牵头单位可见'
const DIGITS = 4

type Reading = {
  store: Store
  run: Run
  sight: Sight
  titles: ReadonlyMap<string, string>
  ledger: LedgerWords
}

const unitShownOf = ({ version }: Run, code: string): string =>
  [...version.inputs, ...version.denominators].flatMap((one) =>
    one.code === code && 'unit' in one ? [one.unit] : [],
  )[0] ?? ''

/** The row and fields an appeal is about, for who may see them. */
const placeOf = ({ run, sight, ledger }: Reading, { subject, indicator }: AppealRecord) => {
  const own = sight.seesUnit(subject) ? run.inputs.read.cells.filter(({ unit }) => unit === subject) : []
  const cell = own.find(({ code }) => code === indicator)
  return { ledger: ledger.id, entry: cell?.row.id ?? null, fields: (cell?.fields ?? []).map(ledger.fieldLabel) }
}

/** Null for a correction not public yet to this reader. */
const namedOf = (titles: Reading['titles'], id: string | null): { id: string; name: string } | null => {
  const name = id === null ? undefined : titles.get(id)
  return id === null || name === undefined ? null : { id, name }
}

const appealView = async (reading: Reading, appeal: AppealRecord): Promise<AppealView> => {
  const { store, run, sight, titles } = reading
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
    evaluation: appeal.evaluation,
    indicator: appeal.indicator,
    label: nameOfInput(run, appeal.indicator),
    unitShown: asked?.unitShown ?? unitShownOf(run, appeal.indicator),
    ...placeOf(reading, appeal),
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
    correctedBy: namedOf(titles, correction),
  }
}

const cellWords = (value: Correction['was']): string =>
  value === null ? '缺' : typeof value === 'number' ? showNumber(value, DIGITS).replace(/\.?0+$/u, '') : value

/** One number may stand in several columns: it was corrected once. */
const onceEach = <T extends object>(lines: readonly T[]): T[] => [
  ...new Map(lines.map((line) => [JSON.stringify(line), line])).values(),
]

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
  const shiftOf = (unit: string) => {
    const found = kept.change.units.find((one) => one.unit === unit)
    return found ? shiftView(cut(found), nameOf) : null
  }
  return [
    {
      before: { id: run.record.id, name: run.record.title },
      after: { id: after.id, name: titles.get(after.id) ?? after.title },
      corrected: onceEach(
        kept.corrections.map(({ unit, what, was, now }) => ({
          unit,
          name: nameOf(unit),
          label: nameOfInput(run, what),
          unitShown: unitShownOf(run, what),
          was: sight.seesUnit(unit) ? cellWords(was) : '※',
          now: sight.seesUnit(unit) ? cellWords(now) : '※',
          shift: shiftOf(unit),
        })),
      ),
      displaced: kept.displaced.map((one) => shiftView(cut(one), nameOf)),
    },
  ]
}

/** The run a correction was made from, and those made from it: both tell of the same difference. */
const related = async (store: Store, caller: Caller, run: Run, records: readonly RunRecord[]) => {
  // A correction that another took the place of before it was public tells nothing more.
  const stands = (one: RunRecord): boolean => one.replacedBy === null || one.state !== '试算'
  const after = records
    .filter((one) => one.basedOn === run.record.id && stands(one))
    .map((one) => ({ before: run, after: one }))
  if (run.record.appeal === null || run.record.basedOn === null) return after
  const isSeen = records.some(({ id }) => id === run.record.basedOn)
  return isSeen ? [{ before: await readRun(store, caller, run.record.basedOn), after: run.record }, ...after] : after
}

/** Appeals against a run and those it corrects, in the caller's sight, and what corrections did to whom. */
export const readAppeals = async (store: Store, caller: Caller, id: string, on?: LocalDate) => {
  const run = await readRun(store, caller, id, on)
  const [{ records, titles }, views] = await Promise.all([readListWords(store, caller, on), store.ledgers(caller)])
  const ledger = ledgerWords(run.evaluation.ledger, views)
  const reading: Reading = { store, run, sight: sightOf(caller, run), titles, ledger }
  const runs = correctedRuns(records, id)
  const day = on === undefined ? {} : { on }
  const appeals = (await store.records(caller, 'appeal', { order: '-id', ...day })).filter(({ evaluation }) =>
    runs.includes(evaluation),
  )
  const corrections: CorrectionView[] = []
  for (const { before, after } of await related(store, caller, run, records))
    corrections.push(...(await correctionView({ ...reading, sight: sightOf(caller, before) }, after, before)))
  return { appeals: await Promise.all(appeals.map((one) => appealView(reading, one))), corrections }
}

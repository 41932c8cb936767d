import type { LocalDate } from '@yundiao/kernel'
import type { Evaluation, EvaluationVersion } from '@yundiao/scorecards'
import type { Caller, Store } from '@yundiao/store'
import { standingRun } from './corrected.ts'
import { REMOVED, type RunRecord } from './kept.ts'
import { EVALUATIONS, versionRef } from './known.ts'
import type { EvaluationState, RunView, SchemeRowView, SchemeVersionView } from './list-schema.ts'
import { readYears } from './read-rows.ts'
import { whyNotRun } from './sight.ts'

export const versionView = (evaluation: Pick<Evaluation, 'id'>, version: EvaluationVersion): SchemeVersionView => ({
  id: versionRef(evaluation, version),
  title: version.title,
  from: version.from,
  to: version.to ?? null,
  cite: { ...version.cite },
  grade: version.grade,
  unknowns: version.unknowns.length,
  tracks: (version.tracks ?? []).map(({ name }) => name),
})

const NAMED = 4

/** Why there is no year to run it on: what its ledger would have to hold. */
const lackWords = ({ layout, versions }: Evaluation): string => {
  if (!layout) return '基础数据台账还没有数据，请先填报'
  const labels = (versions.at(-1)?.inputs ?? []).map(({ label }) => label)
  const named = labels.slice(0, NAMED).join('、')
  const words = labels.length > NAMED ? `${named}等 ${labels.length} 项` : named
  return `得分台账还没有本办法各项指标（${words}）的得分，请先填报`
}

/** A scheme for a list: its versions newest first, the years it can be run on, and why this person cannot. */
export const schemeRow = async (
  store: Store,
  caller: Caller,
  evaluation: Evaluation,
  on: LocalDate,
): Promise<SchemeRowView> => {
  const { id, title, subject, ledger, versions } = evaluation
  const years = await readYears(store, caller, evaluation, on)
  const why = whyNotRun(caller, ledger)
  return {
    id,
    title,
    subject,
    versions: versions.toSorted((a, b) => (a.from < b.from ? 1 : -1)).map((one) => versionView(evaluation, one)),
    years,
    blocked: why ?? (years.length === 0 ? lackWords(evaluation) : null),
  }
}

/** What the rows of a list need beside their own records. */
export type ListWords = {
  titles: ReadonlyMap<string, string>
  openAppeals: ReadonlyMap<string, number>
}

const titleOfVersion = (ref: string): string =>
  EVALUATIONS.flatMap((evaluation) =>
    evaluation.versions.map((one) => ({ ref: versionRef(evaluation, one), one })),
  ).find((each) => each.ref === ref)?.one.title ?? ref

/** A run by its title; null for one out of sight: a link to it would lead nowhere. */
const namedRun = (id: string | null, { titles }: ListWords): { id: string; name: string } | null => {
  const name = id === null ? undefined : titles.get(id)
  return id === null || name === undefined ? null : { id, name }
}

const runView = (record: RunRecord, words: ListWords): RunView => ({
  id: record.id,
  version: record.version,
  scheme: record.scheme,
  schemeTitle: EVALUATIONS.find(({ id }) => id === record.scheme)?.title ?? record.scheme,
  schemeVersion: record.schemeVersion,
  versionTitle: titleOfVersion(record.schemeVersion),
  subject: record.subject ?? '',
  title: record.title,
  year: Number(record.period),
  state: record.state as EvaluationState,
  track: record.track,
  changed: record.changed ?? false,
  corrected: record.appeal !== null,
  basedOn: namedRun(record.basedOn, words),
  replacedBy: namedRun(record.replacedBy, words),
  madeBy: record.madeBy ?? '',
  madeOn: record.madeOn ?? record.knownFrom,
  publicFrom: record.publishedOn,
  publicTo: record.publicUntil,
  finalOn: record.settledOn,
  units: record.unitCount ?? 0,
  graded: record.graded ?? 0,
  nearBorder: record.nearBorder,
  openAppeals: words.openAppeals.get(record.id) ?? 0,
  demo: record.onDemonstration ?? record.demo,
})

/** Titles of the runs in sight and how many appeals are open, each with the run that stands. */
export const readListWords = async (
  store: Store,
  caller: Caller,
  on?: LocalDate,
): Promise<ListWords & { records: RunRecord[] }> => {
  const day = on === undefined ? {} : { on }
  const [all, appeals] = await Promise.all([
    store.records(caller, 'evaluation', { order: '-id', ...day }),
    store.records(caller, 'appeal', { where: { state: '待核' }, ...day }),
  ])
  const records = all.filter(({ state }) => state !== REMOVED)
  const grouped = Map.groupBy(appeals, ({ evaluation }) => standingRun(records, evaluation))
  return {
    records,
    titles: new Map(records.map(({ id, title }) => [id, title])),
    openAppeals: new Map([...grouped].map(([id, all]) => [id, all.length])),
  }
}

/** Every run in sight, the newest first, and the schemes. */
export const readEvaluations = async (store: Store, caller: Caller, on: LocalDate) => {
  const { records, ...words } = await readListWords(store, caller, on)
  const schemes: SchemeRowView[] = []
  for (const evaluation of EVALUATIONS) schemes.push(await schemeRow(store, caller, evaluation, on))
  return {
    runs: records.map((record) => runView(record, words)),
    schemes,
    may: { run: schemes.some(({ blocked }) => blocked === null) },
  }
}

export const readRunView = async (store: Store, caller: Caller, record: RunRecord, on?: LocalDate): Promise<RunView> =>
  runView(record, await readListWords(store, caller, on))

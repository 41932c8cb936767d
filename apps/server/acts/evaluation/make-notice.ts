import { type GradeNoticeInput, gradeNoticePaper, type Paper } from '@yundiao/briefings'
import { Problem, showNumber } from '@yundiao/kernel'
import { docxBytes } from '@yundiao/office'
import { type Caller, mayDo, type Store } from '@yundiao/store'
import { correctedRuns } from '../../views/evaluation/corrected.ts'
import { nameOfItem } from '../../views/evaluation/items.ts'
import { type Run, readRun, scoredRun } from '../../views/evaluation/kept.ts'
import { readListWords } from '../../views/evaluation/list.ts'
import { sightOf } from '../../views/evaluation/sight.ts'
import { type Names, readNames } from '../../views/names.ts'
import { refuseUnbound } from '../draft-paper.ts'
import { type KeptPaper, keepPaper, layFile, MEDIA, printedAt } from '../keep-paper.ts'
import { needsOfPaper, type Quoting } from '../paper-needs.ts'

const ANNOUNCED: readonly string[] = ['公示', '已撤回', '定稿']

type Scored = Run & { result: NonNullable<Run['result']> }

const unitsOf = (run: Scored, names: Names): GradeNoticeInput['units'] => {
  const at = new Map(run.result.units.map((unit, i) => [unit, i]))
  const isRanked = run.version.announced === 'ranked'
  const all = run.inputs.read.units.map(({ unit, name, region, row }) => {
    const place = at.get(unit) ?? -1
    return {
      entry: `${run.evaluation.ledger}/${row.id}`,
      name,
      region: names.place(region)?.name ?? names.cityName,
      place: isRanked ? (run.result.ranks[place] ?? null) : null,
      grade: run.result.grades?.units[place]?.grade ?? null,
    }
  })
  return isRanked
    ? all.sort((a, b) => (a.place ?? Number.POSITIVE_INFINITY) - (b.place ?? Number.POSITIVE_INFINITY))
    : all
}

const leftOutOf = ({ inputs }: Run): GradeNoticeInput['leftOut'] =>
  [...Map.groupBy(inputs.read.leftOut, ({ reason }) => reason)].map(([reason, all]) => ({ reason, count: all.length }))

const publicityOf = ({ record, version }: Scored): GradeNoticeInput['publicity'] => {
  const { publishedOn: from, publicUntil: until, publicityDays: days } = record
  if (from === null) return null
  return { from, until, days: days === null ? null : `${days}个${version.publicity.kind ?? '工作日'}` }
}

/** Objections to a settled run and those it corrects, for who sees them all. */
const settledOf = async (store: Store, caller: Caller, run: Scored): Promise<GradeNoticeInput['settled']> => {
  const on = run.record.settledOn
  if (on === null) return null
  if (!sightOf(caller, run).isWhole) return { on, appeals: null }
  const { records } = await readListWords(store, caller)
  const runs = correctedRuns(records, run.record.id)
  const appeals = (await store.records(caller, 'appeal')).filter(({ evaluation }) => runs.includes(evaluation))
  return { on, appeals: { filed: appeals.length, upheld: appeals.filter(({ state }) => state === '采纳').length } }
}

/** 公示 withdrawn of this run, of those it corrects, and of others of its method, year and group it stands in for. */
const withdrawnOf = async (store: Store, caller: Caller, run: Scored): Promise<GradeNoticeInput['withdrawn']> => {
  const { id, scheme, period, track } = run.record
  const { records } = await readListWords(store, caller)
  const corrected = correctedRuns(records, id)
  const isSame = (one: (typeof records)[number]): boolean =>
    one.scheme === scheme && one.period === period && one.track === track
  const others = records.filter(
    (one) => one.id !== id && (corrected.includes(one.id) || (one.state === '已撤回' && isSame(one))),
  )
  const runs =
    run.record.state === '已撤回' ? [] : await Promise.all(others.map((one) => readRun(store, caller, one.id)))
  return [...runs, run]
    .flatMap(({ withdrawals }) => withdrawals)
    .map(({ from, until, withdrawnOn: on, reason }) => ({ from, until, on, reason }))
    .sort((a, b) => (a.on < b.on ? -1 : 1))
}

/** Weights a person changed, of indicators that count; none where the method was run as published. */
const weightsOf = ({ record, version, result, ...rest }: Scored): GradeNoticeInput['weights'] =>
  record.changed !== true
    ? []
    : Object.keys(result.normalised).flatMap((code) => {
        const weight = result.effectiveWeights[code] ?? 0
        return weight === 0
          ? []
          : [
              {
                name: nameOfItem({ ...rest, version }, code),
                shown: `${showNumber(weight * 100, 1).replace(/\.0$/u, '')}%`,
              },
            ]
      })

const draftNotice = async (store: Store, caller: Caller, id: string): Promise<{ paper: Paper; run: Scored }> => {
  const run = scoredRun(await readRun(store, caller, id))
  const { record, version } = run
  if (version.announced === 'internal')
    throw new Problem('state.illegal', `${version.title}的结果不公示，限内部使用`, { evaluation: id })
  const names = await readNames(store, caller)
  const [city] = await store.records(caller, 'region', { where: { code: caller.city } })
  const receiver = record.unit === null ? null : ((await store.record(caller, 'unit', record.unit))?.name ?? null)
  const paper = gradeNoticePaper({
    city: { code: caller.city, name: city?.name ?? '' },
    evaluation: id,
    title: record.title.replace('（调权重）', ''),
    weights: weightsOf(run),
    year: record.period,
    subject: record.subject ?? '',
    basis: `“${version.title}”`,
    source: `${version.cite.document}${version.cite.number ?? ''}（来源等级 ${version.grade}）`,
    publicity: publicityOf(run),
    settled: await settledOf(store, caller, run),
    withdrawn: await withdrawnOf(store, caller, run),
    isWithdrawn: record.state === '已撤回',
    receiver,
    grades: (run.result.grades?.counts ?? []).map(({ grade, held }) => ({ grade, held })),
    units: unitsOf(run, names),
    leftOut: leftOutOf(run),
    isDemo: record.onDemonstration ?? false,
    asKnownOn: record.asKnownOn ?? caller.today,
    checkpoint: await store.newestCheckpoint(caller),
  })
  refuseUnbound(paper)
  return { paper, run }
}

/** The 公示 as a Word file, for whoever sees the run. */
export const printNotice = async (
  store: Store,
  caller: Caller,
  id: string,
): Promise<{ name: string; bytes: Uint8Array }> => {
  const { paper } = await draftNotice(store, caller, id)
  const body = { evaluation: id }
  await store.commit(caller, [{ do: 'note', stream: 'access', kind: 'evaluation.printed', subject: id, body }])
  return { name: `${paper.title}.docx`, bytes: await docxBytes(paper, { printedAt: printedAt(store) }) }
}

/** The 公示 kept among the papers. Gives the paper's id. Throws Problem right.missing for who keeps no papers. */
export const keepNotice = async (store: Store, caller: Caller, id: string): Promise<string> => {
  if (!mayDo(caller)['paper.make'])
    throw new Problem('right.missing', '公示存入材料由运行办或督查办理；当前账号可直接下载公示文件')
  const { paper, run } = await draftNotice(store, caller, id)
  const paperId = store.newId()
  // Units and grades of a 公示 are told to everybody; those of a run on trial are not.
  const quoting: Quoting = { reader: caller, announced: ANNOUNCED.includes(run.record.state) }
  const bytes = await docxBytes(paper, { printedAt: printedAt(store), id: paperId })
  // Under the run's own name too: whoever keeps the run then sees that a paper rests on it.
  const cited = await layFile(store, bytes, {
    name: `${paper.title}.docx`,
    media: MEDIA.docx,
    subject: id,
    unit: run.record.unit ?? undefined,
    needs: await needsOfPaper(store, paper, quoting),
  })
  const kept: KeptPaper = {
    id: paperId,
    kind: 'grade-notice',
    title: paper.title,
    format: 'docx',
    bytes,
    meeting: null,
    on: paper.asKnownOn,
    figures: [],
    checkpoint: paper.checkpoint,
    printed: { kind: 'document', paper },
    quoting,
  }
  return keepPaper(store, caller, kept, () => [cited.change])
}

import { FORMULAS, type FormulaId, type PassportSource } from '@yundiao/figures'
import { type LocalDate, Problem, parsePeriod, periodInWords } from '@yundiao/kernel'
import type { Caller, FigureRow, PassportRow, Store } from '@yundiao/store'
import { shownOf, unitShownOf } from './fig.ts'
import { checkedWith, figureChecks } from './figure-checks.ts'
import { indicatorOf } from './indicator.ts'
import type { PassportView } from './passport-schema.ts'
import { readPlaces } from './places.ts'
import { measureLabel, ORIGIN_LABELS, RELEASE_LABELS } from './series-words.ts'

const HASH_SHOWN = 12

type Source = PassportSource & PassportRow['source']
type Cell = Extract<PassportSource, { kind: 'cell' }>

const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** The cell a figure was read from. An uploaded file has a record with its name; a CSV names itself as its sheet. */
const cellSource = (source: Cell, fileName: string | null): PassportView['source'] => ({
  kind: 'cell',
  file: source.file,
  fileName: fileName ?? lastPart(source.sheet),
  sheet: source.sheet,
  cell: source.cell,
  raw: source.raw,
  url: source.source.url || null,
  date: source.source.date || null,
  grade: source.source.grade,
  fileHash: source.file.slice(0, HASH_SHOWN),
})

const formulaLines = (formula: string, version: number): string[] => {
  const known = Object.hasOwn(FORMULAS, formula) ? FORMULAS[formula as FormulaId] : null
  return [`${known?.title ?? formula}（公式 ${formula} 第${version}版）`, ...(known ? [known.words] : [])]
}

/** Where a figure came from, in words. */
const sourceView = (source: PassportSource, fileName: string | null): PassportView['source'] => {
  switch (source.kind) {
    case 'cell':
      return cellSource(source, fileName)
    case 'formula':
      return {
        kind: 'formula',
        lines: formulaLines(source.formula, source.version),
        inputs: [...source.inputs],
      }
    case 'form':
      return { kind: 'form', lines: [`报表 ${source.submission}`, `审核 ${source.approvals.join('、') || '无'}`] }
    case 'count':
      return {
        kind: 'count',
        lines: [`台账 ${source.ledger}（定义第${source.definition}版）`, `符合条件 ${source.rows} 条`],
      }
    case 'manual':
      return { kind: 'manual', lines: ['代录', source.reason] }
  }
}

/** A back-filled cell was published before it was recorded here; the minute of that is not known. */
const releaseOf = ({ state, releaseAt, knownOn, recordedAt }: FigureRow, kind: string): PassportView['release'] => {
  const isBackfilled = kind === 'cell' && knownOn < recordedAt.slice(0, 10)
  return { state, label: RELEASE_LABELS[state], at: state === 'reported' || isBackfilled ? null : releaseAt }
}

const usesOf = async (store: Store, caller: Caller, ref: string): Promise<PassportView['usedIn']> => {
  const [papers, links] = await Promise.all([
    store.records(caller, 'paper', { order: '-madeAt', limit: 200 }),
    store.records(caller, 'itemLink', { where: { figure: ref } }),
  ])
  const ids = links.filter((link) => !link.dropped).map((link) => link.item)
  const items = ids.length === 0 ? [] : await store.records(caller, 'item', { where: { id: ids } })
  return [
    ...papers.filter((paper) => paper.figures?.includes(ref)).map(({ title }) => ({ title, href: '/papers' })),
    ...items.map((item) => ({ title: `${item.number} ${item.title}`, href: `/items/${item.id}` })),
  ]
}

const fileNameOf = async (store: Store, caller: Caller, source: PassportSource): Promise<string | null> => {
  if (source.kind !== 'cell') return null
  const [file] = await store.records(caller, 'file', { where: { sha256: source.file }, limit: 1 })
  return file?.name ?? null
}

const identityOf = (figure: FigureRow, unitShown: string) => ({
  ref: figure.ref,
  shown: shownOf(figure, unitShown),
  knownOn: figure.knownOn,
  recordedAt: figure.recordedAt,
})

const read = async (store: Store, caller: Caller, ref: string, on: LocalDate): Promise<PassportRow> => {
  const found = await store.passport(caller, ref, on)
  if (!found) throw new Problem('not-found', `截至 ${on} 没有这个数，或无权查看；请核对引用和日期`, { ref })
  return found
}

/** The 出处 of one figure: what it is, its vintages, where it came from down to the cell, checks, and where it is used. */
export const readPassportView = async (
  store: Store,
  caller: Caller,
  { ref, on }: { ref: string; on: LocalDate },
): Promise<PassportView> => {
  const { figure, vintages, source: stored } = await read(store, caller, ref, on)
  const source = stored as unknown as Source
  const indicator = indicatorOf(figure.series.indicator)
  const unitShown = unitShownOf(indicator, figure.series.measure)
  const period = parsePeriod(figure.period)
  const [{ tree }, fileName, usedIn, beside] = await Promise.all([
    readPlaces(store, caller),
    fileNameOf(store, caller, source),
    usesOf(store, caller, figure.ref),
    store.figures(caller, { on, indicators: checkedWith(indicator.code), regions: [figure.region] }),
  ])
  return {
    ...identityOf(figure, unitShown),
    label: `${indicator.name} ${measureLabel(figure.series)}`,
    region: { code: figure.region, name: tree.get(figure.region)?.shortName ?? figure.region },
    period: figure.period,
    periodWords: period ? periodInWords(period, figure.series.accumulation) : figure.period,
    unitShown,
    concept: figure.series.concept,
    originLabel: ORIGIN_LABELS[figure.series.origin],
    round: figure.round,
    vintage: figure.vintage,
    vintages: vintages.map((one) => identityOf(one, unitShown)),
    recordedBy: source.by.name,
    release: releaseOf(figure, source.kind),
    source: sourceView(source, fileName),
    note: source.kind === 'manual' && figure.note === source.reason ? null : figure.note,
    usedIn,
    checks: figureChecks(figure, beside),
  }
}

import type { Sheet, SheetCell, SheetColumn, SheetRow } from '@yundiao/briefings'
import { xlsxBytes } from '@yundiao/office'
import type { Caller, Store } from '@yundiao/store'
import { printedAt } from '../acts/keep-paper.ts'
import { readNames } from '../views/names.ts'
import { readOutlook } from '../views/outlook.ts'
import { readOutlookEstimate } from '../views/outlook-estimate.ts'
import type { OutlookAsk } from '../views/outlook-input.ts'
import type { OutlookEstimate, OutlookView } from '../views/outlook-schema.ts'
import type { Supposed } from '../views/outlook-target.ts'
import type { Estimator } from '../workers/estimator.ts'
import { reporterOf } from './reporter.ts'

const text = (words: string): SheetCell => ({ text: words })
const number = (value: number | null | undefined, digits: number): SheetCell =>
  value === null || value === undefined ? null : { number: Number(value.toFixed(digits)) }

type Chosen = NonNullable<OutlookView['chosen']>

const ADJUSTED = '季节调整后'
const COMPUTED = ['预测', '80%区间下限', '80%区间上限', '95%区间下限', '95%区间上限', '照上年同期']

/** Rates and indices with one decimal, amounts with two; what is not adjusted has no column for it. */
const columnsOf = (chosen: Chosen | null, isAdjusted: boolean): SheetColumn[] => {
  const unit = chosen?.unitShown
  const past = chosen && chosen.composed.length > 0 ? '由公布数推算的各期（测算）' : '公布数'
  const format = unit === '%' || unit === '指数' ? 'rate' : 'level'
  return [
    { label: '期别', width: 16, format: 'text' },
    { label: past, width: 12, format },
    ...[...(isAdjusted ? [ADJUSTED] : []), ...COMPUTED].map(
      (label): SheetColumn => ({ label, width: 12, format, under: ['测算'] }),
    ),
  ]
}

/** Two decimals of what was worked out: more would say more than is known. */
const DIGITS = 2

const publishedCell = (fig: Chosen['points'][number]['fig'], value: number | null): SheetCell =>
  value === null ? { gap: '缺' } : { figure: fig.ref as `fig:${string}`, value, decimals: decimalsOf(fig.shown) }

/** What the chart draws of the past: releases, or the single periods worked out of them. */
const pastRows = ({ points, composed }: Chosen, { adjustment }: OutlookEstimate): SheetRow[] => {
  const adjusted = new Map(
    adjustment.kind === 'adjusted' ? adjustment.points.map((one) => [one.ends, one.adjusted]) : [],
  )
  const past =
    composed.length > 0
      ? composed.map(({ value, ...one }) => ({ ...one, cell: number(value, DIGITS) }))
      : points.map(({ fig, value, ...one }) => ({ ...one, cell: publishedCell(fig, value) }))
  return past.map(({ periodWords, cell, ends }) => ({
    cells: [
      text(periodWords),
      cell,
      ...(adjustment.kind === 'adjusted' ? [number(adjusted.get(ends), DIGITS)] : []),
      ...COMPUTED.map(() => null),
    ],
  }))
}

/** Digits after the point, as printed. */
const decimalsOf = (shown: string | null): number => shown?.split('.')[1]?.length ?? 0

const comingRows = ({ forecast, adjustment }: OutlookEstimate): SheetRow[] =>
  forecast.kind === 'refused'
    ? []
    : forecast.points.map((one) => ({
        cells: [
          text(one.periodWords),
          null,
          ...(adjustment.kind === 'adjusted' ? [null] : []),
          ...[one.mean, one.low80, one.high80, one.low95, one.high95, one.naive].map((value) => number(value, DIGITS)),
        ],
      }))

const notesOf = (chosen: Chosen, { forecast, adjustment, likelihood }: OutlookEstimate): string[] => [
  chosen.ability.kind === 'regular' ? chosen.ability.words : chosen.ability.why,
  ...(forecast.kind === 'forecast' ? [`预测方法：${forecast.words}；区间按历次回测放宽或收窄`] : [forecast.why]),
  ...(adjustment.kind === 'adjusted'
    ? [`季节调整：${adjustment.words}；${adjustment.verdict}`, ...adjustment.notes]
    : [adjustment.why]),
  ...(likelihood?.kind === 'assessed' ? [likelihood.words, likelihood.assumption] : []),
  ...(chosen.isDemo ? ['演示数据，非真实数据'] : []),
  '测算不替代公布数',
]

type Readers = { store: Store; caller: Caller; estimator: Estimator }

/** The series, its forecast and its adjusted values as a sheet; that it was carried out is an event before it is given. */
export const outlookFile = async (
  { store, caller, estimator }: Readers,
  ask: OutlookAsk & { supposed: Supposed },
  signal: AbortSignal | undefined,
): Promise<{ name: string; bytes: Uint8Array }> => {
  const [view, names] = await Promise.all([readOutlook(store, caller, ask), readNames(store, caller)])
  const made = await readOutlookEstimate({ store, caller, estimator }, ask, signal)
  const { chosen, indicator } = view
  const title = `${chosen?.regionName ?? ''}${indicator.name}${chosen?.label ?? ''}走势预测`
  const sheet: Sheet = {
    name: '走势预测',
    title,
    reporter: reporterOf(caller, names),
    unitLine: chosen?.unitShown ?? '',
    asKnownOn: ask.on,
    columns: columnsOf(chosen, made.adjustment.kind === 'adjusted'),
    rows: chosen ? [...pastRows(chosen, made), ...comingRows(made)] : [],
    notes: chosen ? notesOf(chosen, made) : ['没有公布数'],
    freezeColumns: 1,
    print: { paper: 'A4', orientation: 'landscape' },
    checkpoint: await store.newestCheckpoint(caller),
  }
  const body = { indicator: indicator.code, series: chosen?.series ?? null, region: chosen?.region ?? null, on: ask.on }
  await store.commit(caller, [{ do: 'note', stream: 'access', kind: 'outlook.exported', subject: 'outlook', body }])
  return { name: `${title}-${ask.on}.xlsx`, bytes: await xlsxBytes(sheet, { printedAt: printedAt(store) }) }
}

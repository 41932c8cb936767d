import { z } from '@hono/zod-openapi'
import {
  type BackTest,
  distinctCases,
  type GroupedBackTest,
  halvedBackTest,
  placeOf,
  type RecordedCase,
  reliability,
  summariseBy,
  summariseCases,
  USUAL_STRETCH,
} from '@yundiao/analysis'
import { type BackTestFile, readBackTestFile } from '../back-test/back-test-file.ts'
import { methodWords } from './method-words.ts'

const summary = z.object({
  label: z.string(),
  forecasts: z.number().int(),
  coverage80: z.number(),
  /** Error as a part of the seasonal naive's. */
  ratio: z.number(),
  brier: z.number(),
  naiveBrier: z.number(),
})

/** 预测回测: how forecasts made as of past days did, on the national series. */
export const backTestSchema = z
  .object({
    madeOn: z.string(),
    inputs: z.string(),
    /** How many series, from which year to which. */
    series: z.number().int(),
    from: z.number().int(),
    to: z.number().int(),
    total: summary,
    /** How likely the rises were said to be on the mean, and how many came: what no method knew beforehand. */
    rises: z.object({ said: z.number(), cameTrue: z.number() }),
    /** What intervals are stretched by before a series has a past of its own. */
    usualStretch: z.number(),
    sets: z.array(summary),
    bySeries: z.array(summary),
    byStep: z.array(summary),
    byMethod: z.array(summary),
    reliability: z.array(
      z.object({
        from: z.number(),
        to: z.number(),
        said: z.number(),
        count: z.number().int(),
        cameTrue: z.number(),
        words: z.string(),
      }),
    ),
    halves: z.array(
      z.object({
        label: z.string(),
        tunedOn: z.string(),
        stretch: z.number(),
        tunedForecasts: z.number().int(),
        tunedCoverage80: z.number(),
        heldForecasts: z.number().int(),
        heldCoverage80: z.number(),
        heldBrier: z.number(),
        heldNaiveBrier: z.number(),
      }),
    ),
  })
  .openapi('BackTestView')
export type BackTestView = z.infer<typeof backTestSchema>

type Row = BackTestView['total']

const SETS = { recent: '近四年半（含疫情期间）', spread: '历年分散（五年以前至今）' } as const

const rowOf = (label: string, { forecasts, coverage80, mae, naiveMae, brier, naiveBrier }: BackTest): Row => ({
  label,
  forecasts,
  coverage80,
  ratio: mae / naiveMae,
  brier,
  naiveBrier,
})

const rowsOf = (groups: readonly GroupedBackTest[], label: (key: string) => string): Row[] =>
  groups.map(({ key, result }) => rowOf(label(key), result))

const percent = (share: number): string => `${Math.round(share * 100)}%`

/** 说“60%—70%”的 82 次里，有 66% 成真. */
const reliabilityWords = (row: { from: number; to: number; count: number; cameTrue: number }): string =>
  `说“${percent(row.from)}—${percent(row.to)}”的有${row.count}次，其中${percent(row.cameTrue)}成真`

/** 1个月 before 12个月, months before quarters. */
const inStepOrder = (a: Row, b: Row): number => {
  const unit = ({ label }: Row): number => (label.includes('月') ? 0 : 1000)
  return unit(a) + Number.parseInt(a.label, 10) - (unit(b) + Number.parseInt(b.label, 10))
}

/** Families of series, in words. */
const FAMILIES: Readonly<Record<string, string>> = {
  'cn.cpi': '居民消费价格',
  'cn.exports': '出口',
  'cn.fai': '固定资产投资',
  'cn.gdp': '国内生产总值',
  'cn.house_sales': '商品房销售',
  'cn.ind_profit': '工业利润',
  'cn.iva': '工业增加值',
  'cn.m2': 'M2',
  'cn.newloans': '新增贷款',
  'cn.pmi': '采购经理指数',
  'cn.ppi': '出厂价格',
  'cn.retail': '社会消费品零售',
  'cn.services_index': '服务业生产指数',
  'cn.tsf': '社会融资规模',
}

/** Names of the quarterly series, which their source has in English. */
const NAMES: Readonly<Record<string, string>> = {
  'cn.gdp.quarter_yoy': '国内生产总值当季同比(%)',
  'cn.gdp.ytd_yoy': '国内生产总值累计同比(%)',
  'cn.gdp.primary_yoy': '第一产业增加值当季同比(%)',
  'cn.gdp.secondary_yoy': '第二产业增加值当季同比(%)',
  'cn.gdp.tertiary_yoy': '第三产业增加值当季同比(%)',
}

const halvesOf = (cases: readonly RecordedCase[]): BackTestView['halves'] =>
  halvedBackTest(cases).map(({ tunedOn, stretch, tuned, held }, k) => ({
    label: k === 0 ? '甲半定，乙半验' : '乙半定，甲半验',
    tunedOn: tunedOn.map((family) => FAMILIES[family] ?? family).join('、'),
    stretch,
    tunedForecasts: tuned.forecasts,
    tunedCoverage80: tuned.coverage80,
    heldForecasts: held.forecasts,
    heldCoverage80: held.coverage80,
    heldBrier: held.brier,
    heldNaiveBrier: held.naiveBrier,
  }))

const risesOf = (cases: readonly RecordedCase[]): BackTestView['rises'] => ({
  said: cases.reduce((sum, { probability }) => sum + probability, 0) / cases.length,
  cameTrue: cases.filter(({ exceeded }) => exceeded).length / cases.length,
})

const viewOf = ({ madeOn, inputs, series, cases }: BackTestFile): BackTestView => {
  const all = distinctCases(cases)
  const held = new Map(series.map((one) => [one.id, one]))
  const unitOf = (one: RecordedCase): string => (held.get(one.id)?.frequency === 4 ? '个季度' : '个月')
  const ends = series.map((one) => placeOf(one, one.places - 1)[0])
  return {
    madeOn,
    inputs,
    series: new Set(all.map(({ id }) => id)).size,
    from: Math.min(...series.map(({ start }) => start[0])),
    to: Math.max(...ends),
    total: rowOf('合计', summariseCases(all)),
    rises: risesOf(all),
    usualStretch: USUAL_STRETCH,
    sets: rowsOf(
      summariseBy(cases, ({ set }) => set),
      (key) => SETS[key === 'recent' ? 'recent' : 'spread'],
    ),
    bySeries: rowsOf(
      summariseBy(all, ({ id }) => id),
      (key) => NAMES[key] ?? held.get(key)?.name ?? key,
    ),
    byStep: rowsOf(
      summariseBy(all, (one) => `${one.step}${unitOf(one)}`),
      (key) => `${key}后`,
    ).sort(inStepOrder),
    byMethod: rowsOf(
      summariseBy(all, ({ model }) => model),
      methodWords,
    ),
    reliability: reliability(all).map((row) => ({ ...row, words: reliabilityWords(row) })),
    halves: halvesOf(cases),
  }
}

let made: BackTestView | null = null

/** The kept back-test as the page shows it; the same for everybody, so it is summed up once. */
export const readBackTest = (): BackTestView => {
  made ??= viewOf(readBackTestFile())
  return made
}

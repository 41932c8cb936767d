import { type ReckoningSheet, readXlsx, reckoningBytes } from '@yundiao/office'
import {
  type Grading,
  type Indicator,
  type Inputs,
  type Lists,
  type Result,
  runScorecard,
  type Scheme,
} from '@yundiao/scorecards'
import { describe, expect, it } from 'vitest'
import { convertAll, hasSoffice } from '../../../../packages/office/testing/soffice.ts'
import type { Run } from '../../views/evaluation/kept.ts'
import { parameterRows, parameterSheet } from './parameters.ts'
import { reckoningSheet } from './reckoning.ts'

/** 40 made-up firms: few different scores so that many are tied, gaps, a title every fifth, a veto every ninth. */
const inputsOf = (step: number): Inputs => {
  const units = Array.from({ length: 40 }, (_, i) => `企业${i}`)
  const column = (k: number) =>
    units.map((_, i) => ((i * step + k) % 13 === 0 ? null : ((i * step * (k + 3)) % 11) + 1))
  const on = (n: number, from: number) =>
    units.filter((_, i) => (i + step) % n === from).map((unit) => ({ unit, reason: '依据' }))
  const promote = on(5, 1).map((one) => ({ ...one, floor: 'B' }))
  const lists: Lists = { veto: on(9, 2), ungraded: on(11, 3), promote }
  const more = ['甲', '丙', '丁', '己', '庚', '辛', '壬'].map((code, k) => [code, column(k + 6)])
  return { units, values: { 税收: column(1), 能耗: column(2), 研发: column(5), ...Object.fromEntries(more) }, lists }
}
const scheme: Scheme = {
  indicators: [
    { code: '税收', direction: 1, weight: 3, benchmark: 5 },
    { code: '能耗', direction: -1, weight: 2, benchmark: { of: 'mean' }, cap: 1.5 },
    { code: '研发', direction: 1, weight: 1, normalise: { method: 'minmax' }, missing: 'zero' },
  ],
  missing: 'reweight',
  normalise: { method: 'benchmark', floor: 0, cap: 2 },
  aggregate: { method: 'arithmetic' },
}
const QUOTA = [{ grade: 'A', atMost: 0.2 }, { grade: 'B', atMost: 0.3 }, { grade: 'C' }, { grade: 'D', atLeast: 0.1 }]
const UP_TO = [
  { grade: 'A', upTo: 0.25 },
  { grade: 'B', upTo: 0.7 },
  { grade: 'C', upTo: 0.95 },
  { grade: 'D', upTo: 1 },
]
/** Every way of scoring the sheets carry, some with few units missing, added up by three means. */
const SCALES: readonly Indicator[] = [
  { code: '税收', direction: 1, weight: 2, normalise: { method: 'zscore', mean: 50, deviation: 10 } },
  { code: '能耗', direction: -1, weight: 1, normalise: { method: 'percentile' } },
  { code: '研发', direction: -1, weight: 1, normalise: { method: 'borda' } },
  { code: '甲', direction: 1, weight: 1, normalise: { method: 'rank' }, parent: '乙' },
  { code: '丙', direction: 1, weight: 3, normalise: { method: 'share-of-best' }, parent: '乙' },
  { code: '丁', direction: -1, weight: 2, target: 1, normalise: { method: 'distance-to-target' }, parent: '戊' },
  { code: '己', direction: -1, weight: 1, normalise: { method: 'distance-to-best' }, parent: '戊' },
  { code: '庚', direction: 1, weight: 1, goalposts: { worst: 2, best: 9, scale: 'log' }, parent: '戊' },
  { code: '辛', direction: -1, weight: 1, goalposts: { worst: 9, best: 2, power: 0.8 }, parent: '戊' },
  { code: '壬', direction: 1, weight: 1, normalise: { method: 'vector' } },
  { code: '乙', direction: 1, weight: 5 },
  { code: '戊', direction: 1, weight: 40 },
]
const everyScale: Scheme = {
  ...scheme,
  indicators: SCALES,
  normalise: { method: 'goalposts' },
  aggregate: { method: 'arithmetic', perNode: { 乙: 'geometric', 戊: 'harmonic' } },
}

const GRADINGS: readonly [string, Grading, Scheme?][] = [
  ['shares from both ends', { grades: QUOTA }],
  ['equals to the better grade, of all', { grades: QUOTA, ties: 'better', denominator: 'all', vetoTo: 'C' }],
  ['equals by a further figure, of the ranked', { grades: QUOTA, ties: { by: '税收' }, denominator: 'ranked' }],
  ['titles on top of the quota, of a number given', { grades: QUOTA, promoted: 'beyond', denominator: 33 }],
  ['cumulative shares', { grades: UP_TO }],
  ['every way of scoring', { grades: QUOTA }, everyScale],
  ['lowest scores', { grades: [{ grade: 'A', from: 110 }, { grade: 'B', from: 80 }, { grade: 'C' }] }],
]

const scored = (scheme: Scheme, grades: Grading, inputs: Inputs): Result => {
  const done = runScorecard({ ...scheme, grades }, inputs)
  if (done.kind === 'refused') throw new Error(done.message)
  return done
}

/** As much of a run as the sheets are made of. */
const sheetsOf = (scheme: Scheme, grades: Grading, inputs: Inputs): ReckoningSheet[] => {
  const version = {
    scheme: { ...scheme, grades },
    title: '办法',
    inputs: [],
    denominators: [],
    promotions: [],
    unknowns: [],
  }
  const read = { inputs, units: inputs.units.map((unit) => ({ unit, name: unit, region: '', row: null })), cells: [] }
  const record = { title: '测试', asKnownOn: '2022-04-26' }
  const run = { record, version, inputs: { read }, result: scored(scheme, grades, inputs) } as unknown as Run & {
    result: Result
  }
  const parameters = parameterRows(run)
  if (!parameters) throw new Error('no tree')
  const made = reckoningSheet(run, parameters, () => '')
  if (!made.grades) throw new Error('no grades')
  expect(made.sheet.notes).toEqual([])
  return [made.sheet, made.grades.sheet, parameterSheet(run, parameters)]
}

/** The formulas of one workbook over what was typed into another: a reader who changes every figure and every list. */
const retyped = (formulas: readonly ReckoningSheet[], typed: readonly ReckoningSheet[]): ReckoningSheet[] =>
  formulas.map((sheet, s) => ({
    ...sheet,
    rows: sheet.rows.map((row, r) =>
      row.map((cell, c) => (cell !== null && 'formula' in cell ? cell : (typed[s]?.rows[r]?.[c] ?? null))),
    ),
  }))

/** A column of the sheet that reckons, by its head; an empty text has no cell. */
const columnsOf = async (bytes: Uint8Array): Promise<(head: string) => unknown[]> => {
  const rows: Map<number, unknown>[] = []
  for await (const { cells } of (await readXlsx(bytes)).sheets[0]?.rows() ?? [])
    rows.push(new Map(cells.map(({ column, value }) => [column, value])))
  const heads = new Map([...(rows[1] ?? [])].map(([column, head]) => [head, column]))
  return (head) => rows.slice(2).map((row) => row.get(heads.get(head) ?? -1) ?? '')
}

const near = (score: number | '') => (score === '' ? '' : expect.closeTo(score, 9))

describe.skipIf(!hasSoffice)('figures and lists changed in the workbook change the grades as the engine does', () => {
  const [before, after] = [inputsOf(7), inputsOf(4)]
  it('by LibreOffice, for every way of grading', async () => {
    const books = GRADINGS.map(([, grading, own = scheme]) =>
      retyped(sheetsOf(own, grading, before), sheetsOf(own, grading, after)),
    )
    const made = await Promise.all(books.map((book) => reckoningBytes(book, { keepsValues: false })))
    const done = convertAll(made, 'xlsx', 'xlsx:Calc MS Excel 2007 XML')
    for (const [i, [name, grading, own = scheme]] of GRADINGS.entries()) {
      const [old, now] = [scored(own, grading, before), scored(own, grading, after)]
      const want = now.grades?.units.map(({ grade }) => grade ?? '') ?? []
      expect(want).not.toEqual(old.grades?.units.map(({ grade }) => grade ?? ''))
      const column = await columnsOf(new Uint8Array(done[i] ?? []))
      expect([name, ...column('等次')]).toEqual([name, ...want])
      const totals = now.scores[now.root] ?? []
      expect([name, ...column('总分')]).toEqual([name, ...totals.map((score) => score ?? '').map(near)])
    }
  }, 120_000)
})

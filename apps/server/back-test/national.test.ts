import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  halvedBackTest,
  type NamedSeries,
  type RecordedCase,
  recordBackTest,
  reliability,
  summariseCases,
} from '@yundiao/analysis'
import { describe, expect, it } from 'vitest'
import { readBackTestFile } from './back-test-file.ts'

const INPUTS = join(import.meta.dirname, '../../../packages/analysis/fixtures/national.json')
const CLI = join(import.meta.dirname, '../../cli/yundiao.mjs')
const text = readFileSync(INPUTS, 'utf8')
const all = JSON.parse(text) as NamedSeries[]
const kept = readBackTestFile()
const of = (set: string) => kept.cases.filter((one) => one.set === set)

describe('the kept back-test', () => {
  it('is of the national series as they are', () => {
    expect(kept.inputs).toBe(createHash('sha256').update(text).digest('hex'))
    expect(kept.series.map(({ id }) => id)).toEqual(all.map(({ id }) => id))
  })
  it.each(['recent', 'spread'])(
    '%s: more than 500 forecasts, 80 %% held as said, better than last year again',
    (set) => {
      const got = summariseCases(of(set))
      expect(got.forecasts).toBeGreaterThanOrEqual(500)
      expect(got.coverage80).toBeGreaterThanOrEqual(0.74)
      expect(got.coverage80).toBeLessThanOrEqual(0.86)
      expect(got.brier).toBeLessThan(got.naiveBrier)
      expect(got.mae).toBeLessThan(got.naiveMae)
    },
  )
  it('the stretch tuned on one half of the series holds on the other', () => {
    const halves = halvedBackTest(kept.cases)
    expect(halves).toHaveLength(2)
    for (const { tunedOn, held } of halves) {
      expect(tunedOn.length).toBeGreaterThanOrEqual(6)
      expect(held.coverage80).toBeGreaterThan(0.7)
      expect(held.coverage80).toBeLessThan(0.88)
      expect(held.brier).toBeLessThan(held.naiveBrier)
    }
    const [a, b] = halves
    expect(a?.tuned.forecasts).toBe(b?.held.forecasts)
  })
  it('every case stands in one class of probability', () => {
    const rows = reliability(kept.cases)
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(kept.cases.length)
    for (const { from, to, said } of rows) expect(said >= from && said <= to).toBe(true)
  })
})

const held = (id: string) => kept.cases.filter((one) => one.id === id)

const isSame = (got: readonly RecordedCase[], want: readonly RecordedCase[]): void => {
  expect(got).toHaveLength(want.length)
  got.forEach((one, k) => {
    const other = want[k]
    expect([one.origin, one.step, one.outcome, one.model]).toEqual([
      other?.origin,
      other?.step,
      other?.outcome,
      other?.model,
    ])
    expect(one.mean).toBeCloseTo(other?.mean ?? Number.NaN, 4)
    expect(one.probability).toBeCloseTo(other?.probability ?? Number.NaN, 4)
    expect(one.score).toBeCloseTo(other?.score ?? Number.NaN, 4)
  })
}

it.each(['cn.gdp.secondary_yoy', 'cn.tsf.stock_yoy'])('%s: made again, every forecast is the same', (id) => {
  const series = all.find((one) => one.id === id)
  isSame(series ? recordBackTest(series) : [], held(id))
})

// The command itself, since it is what makes the file: a minute, so only in the deep run.
it.runIf(process.env.YUNDIAO_DEEP)('the command makes the whole file again', { timeout: 300_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'yd-national-'))
  const out = join(folder, 'national.jsonl')
  execFileSync(process.execPath, [CLI, 'series', 'backtest', INPUTS, '--out', out], { stdio: 'ignore' })
  const made = readBackTestFile(out)
  rmSync(folder, { recursive: true })
  expect([made.inputs, made.series]).toEqual([kept.inputs, kept.series])
  for (const { id } of all)
    isSame(
      made.cases.filter((one) => one.id === id),
      held(id),
    )
})

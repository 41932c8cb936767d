import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { askCommand } from '../testing/ask-command.ts'

const values = Array.from({ length: 60 }, (_, i) => 100 + i + 12 * Math.sin((i * Math.PI) / 6) + ((i * 7919) % 13))
const series = { frequency: 12, start: [2017, 1], values }

/** Every number in a document, however deep. */
const numbersIn = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : value && typeof value === 'object'
      ? Object.values(value).flatMap(numbersIn)
      : []

describe('series', () => {
  it('adjust: the promised keys, as long as the input, gaps as null', async () => {
    const holed = values.map((value, i) => (i === 24 ? null : value))
    const { code, document } = await askCommand(['series', 'adjust'], {
      ...series,
      values: holed,
      spec: { mode: 'mult', arima: 'airline' },
    })
    expect(code).toBe(0)
    expect(Object.keys(document)).toEqual([
      'spec',
      'seasonal',
      'adjusted',
      'trend',
      'irregular',
      'weights',
      'diagnostics',
    ])
    for (const key of ['seasonal', 'adjusted', 'trend', 'irregular', 'weights']) expect(document[key]).toHaveLength(60)
    expect((document.adjusted as unknown[])[24]).toBeNull()
    expect(document.spec).toMatchObject({ mode: 'mult', arima: 'airline', holidays: 'none' })
    expect(document.diagnostics).toMatchObject({ Q: expect.any(Number), M1: expect.any(Number), filled: [25] })
    expect(numbersIn(document).every(Number.isFinite)).toBe(true)
  })
  it('stl: four parts', async () => {
    const { code, document } = await askCommand(['series', 'stl'], {
      ...series,
      spec: { seasonalWindow: 'periodic', robust: true },
    })
    expect([code, Object.keys(document)]).toEqual([0, ['seasonal', 'trend', 'remainder', 'weights']])
  })
  it('forecast: bounds by level, and how methods did before', async () => {
    const words = ['series', 'forecast', '--horizon', '3', '--levels', '50,90', '--model', 'theta']
    const { code, document } = await askCommand(words, series)
    expect(code).toBe(0)
    expect(document).toMatchObject({ model: 'theta', lower: { '50': expect.anything(), '90': expect.anything() } })
    expect(document.mean).toHaveLength(3)
    expect((document.accuracy as { backtest: unknown[] }).backtest).toHaveLength(2)
  })
  it('backtest: every forecast on a line of its own after what it is of', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'yd-backtest-'))
    const out = join(folder, 'made.jsonl')
    const quarters = { id: 'a.b', name: '试', frequency: 4, start: [2008, 1], values: values.slice(0, 40) }
    const { code, document } = await askCommand(['series', 'backtest', '--out', out], [quarters])
    const lines = readFileSync(out, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    rmSync(folder, { recursive: true })
    expect([code, document.forecasts]).toEqual([0, lines.length - 1])
    expect(lines[0]).toMatchObject({ inputs: document.inputs, series: [{ id: 'a.b', places: 40 }] })
    expect(lines[1]).toHaveLength(lines[0].columns.length)
  })
  it.each<[string, string[], unknown, number, string]>([
    ['a list without names', ['series', 'backtest'], [series], 1, 'input.invalid'],
    ['a word for a number', ['series', 'adjust'], { ...series, values: [1, '二'] }, 1, 'input.invalid'],
    ['two years for X-11', ['series', 'adjust'], { ...series, values: values.slice(0, 24) }, 1, 'figure.refused'],
    ['a horizon of nought', ['series', 'forecast', '--horizon', '0'], series, 2, 'usage'],
    ['a ratio for a level', ['series', 'forecast', '--horizon', '2', '--levels', '0.8'], series, 2, 'usage'],
    ['an unknown method', ['series', 'forecast', '--horizon', '2', '--model', 'prophet'], series, 2, 'usage'],
  ])('refuses %s', async (_, words, input, code, word) => {
    const ran = await askCommand(words, input)
    expect([ran.code, ran.document.code]).toEqual([code, word])
    expect(ran.err).not.toBe('')
  })
})

describe('target assess', () => {
  it('gap, required growth, probability, interval, method', async () => {
    const { code, document } = await askCommand(['target', 'assess'], {
      target: 0.08,
      history: values.slice(0, 48),
      elapsed: values.slice(48, 54),
    })
    expect([code, Object.keys(document)]).toEqual([0, ['gap', 'required', 'probability', 'interval', 'method']])
    const probability = document.probability as number
    expect(probability > 0 && probability < 1).toBe(true)
  })
  it('says what is missing', async () => {
    const ran = await askCommand(['target', 'assess'], { target: 0.08, history: values.slice(0, 5), elapsed: [1] })
    expect([ran.code, ran.document.code]).toEqual([1, 'figure.refused'])
    expect(ran.err).toContain('整年')
  })
})

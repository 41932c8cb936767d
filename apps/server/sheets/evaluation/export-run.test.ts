import { readXlsx } from '@yundiao/office'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { convertAll, hasSoffice } from '../../../../packages/office/testing/soffice.ts'
import { enterAwkward } from '../../testing/awkward-firms.ts'
import { type ScratchApp, scratchApp } from '../../testing/scratch-app.ts'
import { readRun, scoredRun } from '../../views/evaluation/kept.ts'
import { EVALUATIONS, versionRef } from '../../views/evaluation/known.ts'
import type { RunView } from '../../views/evaluation/list-schema.ts'
import { exportRun } from './export-run.ts'

const YEAR = 2021
const VERSIONS = EVALUATIONS.flatMap((one) =>
  one.versions.map((version) => [one.id, versionRef(one, version)] as const),
)

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp()
  await enterAwkward(app, YEAR)
})
afterAll(() => app.end())

const ask = async <T>(path: string, json: object): Promise<T> => {
  const answer = await app.request(`/api/evaluations${path}`, { as: 'yunxing', json })
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as T
}
const runOf = (scheme: string, version: string) => ask<RunView>('', { scheme, version, year: YEAR, title: '测试' })

const cellsOf = async (bytes: Uint8Array, sheet: string) => {
  const { sheets } = await readXlsx(bytes)
  const rows: { column: number; value: unknown; isFormula: boolean }[][] = []
  const found = sheets.find(({ name }) => name === sheet)
  if (!found) return null
  for await (const row of found.rows()) rows.push([...row.cells])
  return rows
}

/** By name of the unit: what stands in one column, the last where none is named. */
const columnOf = async (bytes: Uint8Array, sheet: string, [name, wanted]: [number, number | 'last']) => {
  const rows = (await cellsOf(bytes, sheet)) ?? []
  const at = wanted === 'last' ? Math.max(...(rows[1] ?? []).map(({ column }) => column)) : wanted
  const valueAt = (row: (typeof rows)[number], column: number) => row.find((cell) => cell.column === column)?.value
  return new Map(rows.slice(2).map((row) => [String(valueAt(row, name)), valueAt(row, at)]))
}

type Reckoned = {
  scores: Map<string, unknown>
  ranks: Map<string, unknown>
  grades: Map<string, unknown>
  plain: string
}

/** Every scheme as published, and one of each kind of score with other weights, reckoned by LibreOffice from the values. */
const reckonAll = async (): Promise<ReadonlyMap<string, readonly (Reckoned & { run: string })[]>> => {
  const caller = await app.callerOf('yunxing')
  const reweighed = new Set<string>()
  const made: { version: string; run: string; bytes: Uint8Array }[] = []
  for (const [scheme, version] of VERSIONS) {
    const { id } = await runOf(scheme, version)
    const { result, version: told } = scoredRun(await readRun(app.store, caller, id))
    const leaves = Object.keys(result.normalised)
    const weights = Object.fromEntries(leaves.map((code, i) => [code, 1 + ((i * 7) % 5)]))
    const kind = told.scheme.normalise.method
    const isNew = leaves.length > 1 && !reweighed.has(kind)
    if (isNew) reweighed.add(kind)
    const runs = isNew ? [id, (await ask<RunView>(`/${id}/change`, { title: '改', weights })).id] : [id]
    for (const run of runs)
      made.push({ version, run, bytes: (await exportRun(app.store, caller, run, { keepsValues: false })).bytes })
  }
  const done = convertAll(
    made.map(({ bytes }) => bytes),
    'xlsx',
    'xlsx:Calc MS Excel 2007 XML',
  )
  const all = made.map(async ({ version, run, bytes }, i) => {
    const book = new Uint8Array(done[i] ?? [])
    const scores = await columnOf(book, '结果', [2, 6])
    const [ranks, grades] = [await columnOf(book, '结果', [2, 1]), await columnOf(book, '结果', [2, 7])]
    return { version, run, scores, ranks, grades, plain: JSON.stringify(await cellsOf(bytes, '计算')) }
  })
  return Map.groupBy(await Promise.all(all), ({ version }) => version)
}

describe.skipIf(!hasSoffice)('the workbook of a run, reckoned by LibreOffice from the values alone', () => {
  let reckoned: Awaited<ReturnType<typeof reckonAll>>
  beforeAll(async () => {
    reckoned = await reckonAll()
  }, 240_000)

  it.each(VERSIONS)('%s %s: every score, place and grade', async (_, version) => {
    const books = reckoned.get(version) ?? []
    expect(books.length).toBeGreaterThan(0)
    for (const { run: id, scores, ranks, grades, plain } of books) {
      expect(plain).not.toContain('按数值列出')
      const run = scoredRun(await readRun(app.store, await app.callerOf('yunxing'), id))
      const total = run.result.scores[run.result.root] ?? []
      expect(run.result.units.length).toBeGreaterThan(2)
      run.result.units.forEach((unit, i) => {
        const name = run.inputs.read.units.find((one) => one.unit === unit)?.name ?? ''
        const [got, wanted] = [scores.get(name), total[i] ?? null]
        expect([name, grades.get(name) ?? '']).toEqual([name, run.result.grades?.units[i]?.grade ?? ''])
        if (wanted === null) expect([name, got ?? '', ranks.get(name) ?? '']).toEqual([name, '', ''])
        else {
          expect([name, ranks.get(name)]).toEqual([name, run.result.ranks[i]])
          expect([name, Number(got) / Math.max(1, Math.abs(wanted))]).toEqual([
            name,
            expect.closeTo(wanted / Math.max(1, Math.abs(wanted)), 9),
          ])
        }
      })
    }
  })
})

it('gives a county places and the values of its own alone', async () => {
  const made = await runOf('parks.sichuan', 'parks.sichuan:2020-01-01')
  const publish = { version: made.version, from: '2022-04-26', days: 5 }
  await ask(`/${made.id}/publish`, publish)
  const answer = await app.request(`/api/evaluations/${made.id}/file`, { as: 'jiangyou' })
  const bytes = new Uint8Array(await answer.arrayBuffer())
  expect(await cellsOf(bytes, '计算')).toBeNull()
  const caller = await app.callerOf('jiangyou')
  const run = await readRun(app.store, caller, made.id)
  const own = new Set(run.inputs.read.units.filter(({ region }) => region === '510781').map(({ name }) => name))
  const sources = ((await cellsOf(bytes, '出处')) ?? []).slice(2).map((row) => String(row[0]?.value))
  expect(sources.length).toBeGreaterThan(0)
  expect(sources.filter((name) => !own.has(name))).toEqual([])
})

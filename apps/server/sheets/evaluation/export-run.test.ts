import { readXlsx } from '@yundiao/office'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { convert, hasSoffice } from '../../../../packages/office/testing/soffice.ts'
import { type ScratchApp, scratchApp } from '../../testing/scratch-app.ts'
import { readRun, scoredRun } from '../../views/evaluation/kept.ts'
import type { RunView } from '../../views/evaluation/list-schema.ts'
import { exportRun } from './export-run.ts'

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp({ demonstration: true })
})
afterAll(() => app.end())

const runOf = async (scheme: string, version: string): Promise<RunView> => {
  const json = { scheme, version: `${scheme}:${version}`, year: 2021, title: `${scheme} 测试` }
  const answer = await app.request('/api/evaluations', { as: 'yunxing', json })
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as RunView
}

const cellsOf = async (bytes: Uint8Array, sheet: string) => {
  const { sheets } = await readXlsx(bytes)
  const rows: { column: number; value: unknown; isFormula: boolean }[][] = []
  const found = sheets.find(({ name }) => name === sheet)
  if (!found) return null
  for await (const row of found.rows()) rows.push([...row.cells])
  return rows
}

/** Scores by name, from the sheet that reckons: the last column. */
const reckoned = async (bytes: Uint8Array): Promise<Map<string, unknown>> => {
  const rows = (await cellsOf(bytes, '计算')) ?? []
  const last = Math.max(...(rows[1] ?? []).map(({ column }) => column))
  return new Map(
    rows
      .slice(2)
      .map((row) => [
        String(row.find(({ column }) => column === 1)?.value),
        row.find(({ column }) => column === last)?.value,
      ]),
  )
}

describe('the workbook of a run', () => {
  it.skipIf(!hasSoffice).each([
    ['parks.sichuan', '2020-01-01'],
    ['parks.huangyan', '2021-01-01'],
    ['parks.jingde', '2021-01-01'],
    ['parks.anhui', '2020-01-01'],
    ['parks.park-level', '2020-01-01'],
  ])(
    '%s: LibreOffice reckons every score from the values',
    async (scheme, version) => {
      const made = await runOf(scheme, version)
      const caller = await app.callerOf('yunxing')
      const { bytes } = await exportRun(app.store, caller, made.id, { keepsValues: false })
      expect(JSON.stringify(await cellsOf(bytes, '计算'))).not.toContain('按数值列出')
      const scores = await reckoned(new Uint8Array(convert(bytes, 'xlsx', 'xlsx:Calc MS Excel 2007 XML')))
      const run = scoredRun(await readRun(app.store, caller, made.id))
      const total = run.result.scores[run.result.root] ?? []
      expect(scores.size).toBeGreaterThanOrEqual(run.result.units.length)
      run.result.units.forEach((unit, i) => {
        const name = run.inputs.read.units.find((one) => one.unit === unit)?.name ?? ''
        const [got, wanted] = [scores.get(name), total[i] ?? null]
        if (wanted === null) expect([name, got ?? '']).toEqual([name, ''])
        else expect([name, Number(got)]).toEqual([name, expect.closeTo(wanted, 9)])
      })
    },
    120_000,
  )

  it('gives a county places and the values of its own alone', async () => {
    const made = await runOf('parks.sichuan', '2020-01-01')
    const publish = { version: made.version, from: '2022-04-26', days: 5 }
    await app.request(`/api/evaluations/${made.id}/publish`, { as: 'yunxing', json: publish })
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
})

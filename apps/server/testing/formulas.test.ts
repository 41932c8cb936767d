import { readXlsx } from '@yundiao/office'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LEDGER, ROWS, row } from './bad-asks.ts'
import { bodyOf } from './body-of.ts'
import { type ScratchApp, scratchApp } from './scratch-app.ts'

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp()
})
afterAll(() => app.end())

const made = async (name: string): Promise<string> =>
  (await bodyOf(await app.request(ROWS, { as: 'jingkai', ...row({ name }) }))).id

describe('formulas', () => {
  it.each(['=1+1', '+1+1', '-1+1', '@SUM(A1)', '=cmd|"/c calc"!A1', '\uff1d1+1'])(
    '%s stays text everywhere',
    async (name) => {
      const title = `${name}试`
      const id = await made(title)
      const entry = (await (await app.request(`${ROWS}/${id}`, { as: 'jingkai' })).json()) as {
        entry: { values: { name: string } }
      }
      expect(entry.entry.values.name).toBe(title)
      const csv = await (await app.request(`${LEDGER}/export?format=csv`, { as: 'jingkai' })).text()
      const cells = csv.split(/[\r\n,]+/u).map((cell) => cell.replace(/^"/u, ''))
      expect(cells.filter((cell) => /^[=+\-@\uff1d\uff0b\uff0d\uff20\t]./u.test(cell))).toEqual([])
      const xlsx = new Uint8Array(
        await (await app.request(`${LEDGER}/export?format=xlsx`, { as: 'jingkai' })).arrayBuffer(),
      )
      const found: object[] = []
      for (const one of (await readXlsx(xlsx)).sheets)
        for await (const { cells: inRow } of one.rows()) found.push(...inRow.filter(({ raw }) => raw === title))
      expect(found).toMatchObject([{ kind: 'text', isFormula: false }])
    },
  )
})

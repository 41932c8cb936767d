import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editDocx } from '../../../packages/office/testing/edit-docx.ts'
import { cityHome, runCommand } from '../testing/ask-command.ts'

const CLI = join(import.meta.dirname, '../yundiao.mjs')
const folder = mkdtempSync(join(tmpdir(), 'yd-briefing-'))
const data = mkdtempSync(join(tmpdir(), 'yd-briefing-'))
beforeAll(() => cityHome(data))
afterAll(() => {
  for (const one of [folder, data]) rmSync(one, { recursive: true, force: true })
})

const run = async (words: readonly string[]) => {
  const { code, out } = await runCommand(['briefing', ...words, '--json'])
  return { code, json: out === '' ? {} : JSON.parse(out) }
}
const out = (name: string) => join(folder, name)
const make = (kind: string, name: string, on = '2022-04-26') =>
  run(['make', kind, '--city', '510700', '--as-known-on', on, '--out', out(name), '--data', data])

describe('briefing', () => {
  it('makes the quarter’s paper, which holds to the standard and to its figures', async () => {
    const made = await make('quarter-review', '材料.docx')
    expect(made).toMatchObject({
      code: 0,
      json: { file: out('材料.docx'), checkpoint: expect.stringMatching(/^[0-9a-f]{64}$/) },
    })
    expect(made.json.figures).toBeGreaterThan(20)
    expect(await run(['check', out('材料.docx')])).toEqual({ code: 0, json: { findings: [] } })
    const figures = await run(['figures', out('材料.docx')])
    expect(figures).toMatchObject({ code: 0, json: { unbound: [], changed: [] } })
    expect(Object.keys(figures.json)).toEqual(['numerals', 'bound', 'declaredFree', 'unbound', 'changed'])
  }, 120_000)

  it('names a changed digit with what it was bound to, and a fault of form', async () => {
    const edited = await editDocx(readFileSync(out('材料.docx')), 'word/document.xml', (xml) =>
      xml.replace('>784.28亿元<', '>785.28亿元<').replace(/w:linePitch="\d+"/u, 'w:linePitch="312"'),
    )
    writeFileSync(out('改稿.docx'), edited)
    expect(await run(['figures', out('改稿.docx')])).toMatchObject({
      code: 0,
      json: {
        changed: [
          {
            where: expect.stringMatching(/^第\d+段$/u),
            was: '784.28亿元',
            now: '785.28亿元',
            passport: 'fig:510700/gdp.level.ytd.official/510700/2022Q1@1',
          },
        ],
      },
    })
    const checked = await run(['check', out('改稿.docx')])
    expect(checked).toMatchObject({ code: 1, json: { findings: [{ code: 'page.grid' }] } })
  })

  it('makes sheet T1', async () => {
    expect(await make('t1', '指标表.xlsx')).toMatchObject({ code: 0, json: { figures: expect.any(Number) } })
    expect(readFileSync(out('指标表.xlsx')).subarray(0, 2).toString()).toBe('PK')
  }, 120_000)

  it.each([
    [['check', out('none.docx')], 1, 'not-found'],
    [['figures', CLI], 1, 'input.format'],
    [['make', 'poem', '--city', '510700', '--as-known-on', '2022-04-26', '--out', out('x')], 2, 'usage'],
    [
      ['make', 't1', '--city', '510700', '--as-known-on', '2022-02-30', '--out', out('x'), '--data', data],
      1,
      'day.invalid',
    ],
  ] as const)(
    '%j is refused',
    async (words, code, problem) => {
      expect(await run(words)).toMatchObject({ code, json: { code: problem } })
    },
    120_000,
  )
})

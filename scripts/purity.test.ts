import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'

type Outcomes = { impure: [string, string][]; pure: [string, string][] }

// The compiler options and the linter are the other half: they see names, this sees what runs.
describe('purity at run time', () => {
  let outcomes: Outcomes = { impure: [], pure: [] }
  beforeAll(async () => {
    const script = fileURLToPath(new URL('./purity-run.ts', import.meta.url))
    const { stdout } = await promisify(execFile)(process.execPath, [script])
    outcomes = JSON.parse(stdout) as Outcomes
  })

  it('the net has no hole: every impure call throws', () => {
    expect(outcomes.impure.length).toBeGreaterThan(10)
    for (const [name, outcome] of outcomes.impure) expect(`${name}: ${outcome}`).toMatch(/^.+: a pure package touched /)
  })
  it('pure packages load and run without clock, randomness, environment, I/O, timers or the machine’s locale', () => {
    expect(outcomes.pure.length).toBeGreaterThan(10)
    expect(outcomes.pure.filter(([, outcome]) => outcome !== 'pure')).toEqual([])
  })
})

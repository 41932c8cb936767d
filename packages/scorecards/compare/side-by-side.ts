import type { Refusal, Result } from '../run/result.ts'
import { runScorecard } from '../run/run-scorecard.ts'
import type { Inputs, Scheme } from '../scheme/scheme.ts'

/** A scheme with the name it goes by. */
export type Named = { name: string; scheme: Scheme }

/** One unit's place and grade under each scheme, in their order; `spread` is how many places lie between them. */
export type SideBySideRow = {
  unit: string
  ranks: readonly (number | null)[]
  grades: readonly (string | null)[]
  spread: number | null
}

/** Several schemes on the same inputs. */
export type SideBySide = {
  kind: 'compared'
  names: readonly string[]
  results: readonly Result[]
  rows: readonly SideBySideRow[]
}

/** Schemes on the same inputs side by side: who depends on the choice, most first. Refused where one of them is. */
export const sideBySide = (schemes: readonly Named[], inputs: Inputs): SideBySide | Refusal => {
  const results: Result[] = []
  for (const { name, scheme } of schemes) {
    const done = runScorecard(scheme, inputs)
    if (done.kind === 'refused') return { ...done, message: `${name}：${done.message}` }
    results.push(done)
  }
  const rows = results.map((done) => new Map(done.units.map((unit, i) => [unit, i])))
  const rowOf = (unit: string): SideBySideRow => {
    const ranks = results.map((done, k) => done.ranks[rows[k]?.get(unit) ?? -1] ?? null)
    const seen = ranks.filter((rank) => rank !== null)
    return {
      unit,
      ranks,
      grades: results.map((done, k) => done.grades?.units[rows[k]?.get(unit) ?? -1]?.grade ?? null),
      spread: seen.length === 0 ? null : Math.max(...seen) - Math.min(...seen),
    }
  }
  return {
    kind: 'compared',
    names: schemes.map(({ name }) => name),
    results,
    rows: inputs.units.map(rowOf).sort((a, b) => (b.spread ?? -1) - (a.spread ?? -1)),
  }
}

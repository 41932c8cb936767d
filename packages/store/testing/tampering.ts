import { expect } from 'vitest'
import { liveIn } from './lived-in.ts'
import type { scratchStore } from './scratch.ts'

type Scratch = Awaited<ReturnType<typeof scratchStore>>
export type Lived = Awaited<ReturnType<typeof liveIn>>

/** Lived-in cities of one store, each under a code of its own, and a hand that reaches past the write door. */
export const tamperingWith = (scratch: () => Scratch) => {
  let cities = 510100
  return {
    newCity: (): Promise<Lived> => {
      cities += 1
      return liveIn(scratch().store, String(cities))
    },
    /** As whoever owns the database would. `$1` is the city. */
    tamper: async (sql: string, ...params: unknown[]): Promise<void> => {
      const { rowCount } = await scratch().connections.owner.query(sql, params)
      expect(rowCount, sql).toBeGreaterThan(0)
    },
  }
}

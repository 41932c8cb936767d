import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RecordedCase } from '@yundiao/analysis'
import { z } from 'zod'

const METHODS = ['snaive', 'ets', 'hw', 'theta', 'arima', 'combined'] as const

const row = z
  .tuple([
    z.string(),
    z.enum(['recent', 'spread']),
    z.number(),
    z.number(),
    z.number(),
    z.number(),
    z.number(),
    z.number(),
    z.number(),
    z.number(),
    z.boolean(),
    z.boolean(),
    z.number(),
    z.number(),
    z.enum(METHODS),
  ])
  .transform(
    ([
      id,
      set,
      origin,
      step,
      outcome,
      mean,
      low80,
      high80,
      naive,
      probability,
      exceeded,
      repeats,
      score,
      prior,
      model,
    ]) =>
      ({
        id,
        set,
        origin,
        step,
        outcome,
        mean,
        low80,
        high80,
        naive,
        probability,
        exceeded,
        repeats,
        score,
        prior,
        model,
      }) satisfies RecordedCase,
  )

const head = z.object({
  madeOn: z.string(),
  inputs: z.string(),
  series: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      frequency: z.union([z.literal(12), z.literal(4)]),
      start: z.tuple([z.number(), z.number()]),
      places: z.number().int(),
    }),
  ),
})

/** The back-test as it was made: the day, what went in, every single forecast. */
export type BackTestFile = z.infer<typeof head> & { cases: readonly RecordedCase[] }

/** The file `yundiao series backtest` wrote, which is kept with the program. */
export const readBackTestFile = (path = join(import.meta.dirname, 'national.jsonl')): BackTestFile => {
  const text = readFileSync(path, 'utf8')
  const [first, ...rest] = text.trimEnd().split('\n')
  return { ...head.parse(JSON.parse(first ?? '')), cases: rest.map((line) => row.parse(JSON.parse(line))) }
}

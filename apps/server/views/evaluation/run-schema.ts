import { z } from '@hono/zod-openapi'
import { itemSchema } from './item-schema.ts'
import { namedSchema, runSchema } from './list-schema.ts'

const place = z.object({ code: z.string(), name: z.string() })

export const gradeCountSchema = z.object({
  grade: z.string(),
  allowed: z.number().nullable(),
  held: z.number(),
  words: z.string(),
})

/** One unit. `score` and what tells values is null for a reader without the right to them; `own`: it lies in their place. */
export const rankingRowSchema = z
  .object({
    unit: z.string(),
    name: z.string(),
    entry: z.string().nullable(),
    ledger: z.string().nullable(),
    region: place.nullable(),
    park: z.string().nullable(),
    industry: z.string().nullable(),
    /** The code that tells it in every year, as its ledger has it. */
    code: z.string().nullable(),
    own: z.boolean(),
    score: z.number().nullable(),
    rank: z.number().nullable(),
    rankLow: z.number().nullable(),
    rankHigh: z.number().nullable(),
    grade: z.string().nullable(),
    gradeBy: z.enum(['score', 'veto', 'promotion', 'ungraded', 'no-score']).nullable(),
    /** The grade by score alone. */
    gradeOwn: z.string().nullable(),
    reason: z.string().nullable(),
    probability: z.record(z.string(), z.number()).nullable(),
    /** The grade of the year before under the same method; null without one. */
    gradeBefore: z.string().nullable(),
    near: z.object({ other: z.string(), probability: z.number(), otherProbability: z.number() }).nullable(),
  })
  .openapi('EvaluationRanking')
export type RankingView = z.infer<typeof rankingRowSchema>

/** 排名把握程度: what was drawn and what moves the ranking most. */
export const assuranceSchema = z
  .object({
    draws: z.number(),
    seed: z.number(),
    factors: z.array(
      z.object({ name: z.string(), first: z.number(), total: z.number(), totalError: z.number().nullable() }),
    ),
    leaveOut: z.array(z.object({ code: z.string(), name: z.string(), meanShift: z.number() })),
    words: z.array(z.string()),
  })
  .openapi('EvaluationAssurance')
export type AssuranceView = z.infer<typeof assuranceSchema>

export const MAY = [
  'assess',
  'change',
  'publish',
  'notice',
  'withdraw',
  'settle',
  'remove',
  'appeal',
  'decide',
] as const
export type MayDo = (typeof MAY)[number]
const allowed = z.object({ can: z.boolean(), why: z.string().nullable() })
export type Allowed = z.infer<typeof allowed>

export const withdrawalSchema = z.object({
  from: z.string(),
  until: z.string().nullable(),
  publishedBy: z.string(),
  withdrawnOn: z.string(),
  withdrawnBy: z.string(),
  reason: z.string(),
})

export const viewSchema = z
  .object({
    run: runSchema,
    /** What this person may do now; where not, a sentence that says why. */
    may: z.object({
      assess: allowed,
      change: allowed,
      publish: allowed,
      notice: allowed,
      withdraw: allowed,
      settle: allowed,
      remove: allowed,
      appeal: allowed,
      decide: allowed,
    }),
    /** Earlier 公示 of this run that were withdrawn. */
    withdrawals: z.array(withdrawalSchema),
    /** The run `gradeBefore` is of. */
    lastRun: namedSchema.nullable(),
    items: z.array(itemSchema),
    grading: z.object({
      denominator: z.number(),
      denominatorWords: z.string(),
      counts: z.array(gradeCountSchema),
      leftOut: z.number(),
      ties: z.string().nullable(),
    }),
    rows: z.array(rankingRowSchema),
    assurance: assuranceSchema.nullable(),
    notes: z.array(z.string()),
    publicityDays: z.number().nullable(),
    /** How the days of a 公示 are counted; working days where the method does not say. */
    publicityKind: z.enum(['自然日', '工作日']),
    /** Why a 草稿 has no result yet. */
    refusal: z.string().nullable(),
  })
  .openapi('EvaluationView')
export type EvaluationPage = z.infer<typeof viewSchema>

/** Work on 排名把握程度 under way. */
export const assessingSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('idle') }),
    z.object({ kind: z.literal('running'), done: z.number(), total: z.number() }),
    z.object({ kind: z.literal('failed'), message: z.string() }),
  ])
  .openapi('EvaluationAssessing')
export type AssessingView = z.infer<typeof assessingSchema>

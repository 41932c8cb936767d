import { z } from '@hono/zod-openapi'
import { unitShiftSchema } from './effect-schema.ts'
import { namedSchema } from './list-schema.ts'

export const APPEAL_STATES = ['待核', '采纳', '不采纳'] as const
export type AppealState = (typeof APPEAL_STATES)[number]

/** An appeal; values and words are empty for a reader without the right to the unit's values. */
export const appealSchema = z
  .object({
    id: z.string(),
    version: z.number(),
    unit: z.string(),
    unitName: z.string(),
    /** The run it was filed against, and is decided through. */
    evaluation: z.string(),
    indicator: z.string(),
    label: z.string(),
    unitShown: z.string(),
    /** The row the number stands in; several fields: a sum, to be mended in its ledger. Empty for who may not see values. */
    ledger: z.string(),
    entry: z.string().nullable(),
    fields: z.array(z.string()),
    was: z.number().nullable(),
    asked: z.number().nullable(),
    reason: z.string(),
    file: namedSchema.nullable(),
    filedBy: z.string(),
    filedOn: z.string(),
    state: z.enum(APPEAL_STATES),
    decision: z.string().nullable(),
    decidedBy: z.string().nullable(),
    decidedOn: z.string().nullable(),
    /** The run that corrects, once made. */
    correctedBy: namedSchema.nullable(),
  })
  .openapi('EvaluationAppeal')
export type AppealView = z.infer<typeof appealSchema>

export const correctionSchema = z
  .object({
    before: namedSchema,
    after: namedSchema,
    corrected: z.array(
      z.object({
        unit: z.string(),
        name: z.string(),
        label: z.string(),
        unitShown: z.string(),
        was: z.string(),
        now: z.string(),
        /** Where the corrected unit itself went; null where it took no part before or after. */
        shift: unitShiftSchema.nullable(),
      }),
    ),
    displaced: z.array(unitShiftSchema),
  })
  .openapi('EvaluationCorrection')
export type CorrectionView = z.infer<typeof correctionSchema>

export const appealsSchema = z
  .object({ appeals: z.array(appealSchema), corrections: z.array(correctionSchema) })
  .openapi('EvaluationAppeals')

/** A run computed again from its files. */
export const replaySchema = z
  .object({
    /** Whether the result computed now is the one kept, byte for byte. */
    reproduced: z.boolean(),
    /** The same of the difference a correction made; null for a run that corrects none in sight. */
    correction: z.boolean().nullable(),
    files: z.array(z.object({ what: z.string(), sha256: z.string(), bytes: z.number() })),
  })
  .openapi('EvaluationReplay')

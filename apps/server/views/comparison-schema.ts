import { z } from '@hono/zod-openapi'
import { compareSchema, figSchema } from './figure-schema.ts'

/** A published figure, or one we worked out, or why there is none. */
const either = z.union([figSchema, compareSchema])

const rankSchema = z
  .object({
    place: z.number().int(),
    /** The published place; null where it is ours. */
    fig: figSchema.nullable(),
    /** Ours: among how many, of how many, and the formula. */
    among: z.number().int().nullable(),
    of: z.number().int().nullable(),
    computed: compareSchema.nullable(),
    words: z.string(),
  })
  .openapi('RegionRank')
export type RankView = z.infer<typeof rankSchema>

const end = z.enum(['first', 'last']).nullable()

export const comparedRegionSchema = z
  .object({
    region: z.object({ code: z.string(), name: z.string(), kind: z.string() }),
    own: z.boolean(),
    /** One of 可比市州. */
    comparable: z.boolean(),
    level: figSchema.nullable(),
    growth: figSchema.nullable(),
    hole: z.enum(['未公布', '未报送']).nullable(),
    rankLevel: rankSchema.nullable(),
    rankGrowth: rankSchema.nullable(),
    moveLevel: compareSchema,
    moveGrowth: compareSchema,
    vsMean: compareSchema,
    vsLastYear: compareSchema,
    vsBefore: compareSchema,
    twoYear: either,
    /** Null where the cumulative figure is the single one. */
    single: either.nullable(),
    /** Why the base is called small (基数小); null where it is not. */
    smallBase: z.string().nullable(),
    /** Whether it is of the first or last three by growth, where every place is known. */
    end,
  })
  .openapi('ComparedRegion')
export type ComparedRegionView = z.infer<typeof comparedRegionSchema>

export const kindSchema = z
  .object({ key: z.string(), label: z.string(), regions: z.number().int() })
  .openapi('ComparedKind')
export type KindView = z.infer<typeof kindSchema>

export const scopeSchema = z.enum(['cities', 'counties'])
export type Scope = z.infer<typeof scopeSchema>

export const comparisonSchema = z
  .object({
    scope: scopeSchema,
    indicator: z.object({
      code: z.string(),
      name: z.string(),
      label: z.string(),
      levelUnit: z.string(),
      levelApplies: z.boolean(),
      /** Whether the smallest growth has the first place. */
      lowIsBetter: z.boolean(),
      note: z.string().nullable(),
    }),
    /** Its own period, earlier than the sheet's where its data lag. */
    period: z.string(),
    periodWords: z.string(),
    lastYearWords: z.string(),
    beforeWords: z.string(),
    /** Whether 单季 is a number of its own: not in the first release of a year. */
    singleApplies: z.boolean(),
    asKnownOn: z.string(),
    kind: z.string(),
    kinds: z.array(kindSchema),
    meanWords: z.string(),
    mean: comparedRegionSchema,
    above: z.array(comparedRegionSchema),
    groups: z.array(
      z.object({
        key: z.string(),
        title: z.string(),
        /** Whether the reader may see every region of it; places are only worked out where that is so. */
        whole: z.boolean(),
        held: z.number().int(),
        rows: z.array(comparedRegionSchema),
      }),
    ),
    /** References of figures not open to everybody. */
    inner: z.array(z.string()),
    notes: z.array(z.string()),
  })
  .openapi('RegionComparison')
export type ComparisonView = z.infer<typeof comparisonSchema>

export const comparedIndicatorSchema = z
  .object({ code: z.string(), label: z.string(), indent: z.number().int(), held: z.number().int() })
  .openapi('ComparedIndicator')
export type ComparedIndicator = z.infer<typeof comparedIndicatorSchema>

const placeCells = z.object({
  level: figSchema.nullable(),
  rankLevel: rankSchema.nullable(),
  growth: figSchema.nullable(),
  rankGrowth: rankSchema.nullable(),
  move: compareSchema,
  vsMean: compareSchema,
  hole: z.enum(['未公布', '未报送']).nullable(),
  smallBase: z.string().nullable(),
  end,
})
export type PlaceCells = z.infer<typeof placeCells>

export const countyRankingSchema = z
  .object({
    period: z.string(),
    periodWords: z.string(),
    asKnownOn: z.string(),
    city: z.object({ code: z.string(), name: z.string() }),
    kind: z.string(),
    kinds: z.array(kindSchema),
    indicators: z.array(z.object({ code: z.string(), name: z.string(), label: z.string(), levelUnit: z.string() })),
    groups: z.array(
      z.object({
        key: z.enum(['mean', 'counties', 'zones']),
        title: z.string(),
        whole: z.boolean(),
        rows: z.array(
          z.object({
            region: z.object({ code: z.string(), name: z.string(), kind: z.string() }),
            cells: z.array(placeCells),
            below: compareSchema,
            belowOf: z.number().int(),
          }),
        ),
      }),
    ),
    inner: z.array(z.string()),
    notes: z.array(z.string()),
  })
  .openapi('CountyRanking')
export type CountyRanking = z.infer<typeof countyRankingSchema>

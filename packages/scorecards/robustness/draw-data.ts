import { fillScores } from '../missing/fill.ts'
import { normaliseColumn } from '../normalise/normalise-column.ts'
import type { Result } from '../run/result.ts'
import type { Indicator, Scheme } from '../scheme/scheme.ts'
import { normalQuantile } from './normal-quantile.ts'
import { drawUniform, type RandomStream } from './random.ts'
import type { LeafDrawer } from './score-draw.ts'
import { type InPlaceScorer, inPlaceScorer } from './score-in-place.ts'
import { inPlaceTreater } from './treat-in-place.ts'
import type { ValueError } from './uncertainty.ts'
import { nullable, packed, type Variant } from './variants.ts'

const errorOf = (errors: Readonly<Record<string, ValueError>>, code: string): ValueError =>
  errors[code] ?? errors['*'] ?? {}

const isSure = ({ relative = 0, absolute = 0 }: ValueError): boolean => relative === 0 && absolute === 0

const deviate = (shape: ValueError['shape'], stream: RandomStream): number => {
  const u = drawUniform(stream)
  return shape === 'uniform' ? 2 * u - 1 : normalQuantile(u)
}

/** x + (relative · |x| + absolute) · z for every value that is there, into `out`; NaN takes no number. */
const drawValues = (values: Float64Array, error: ValueError, out: Float64Array, stream: RandomStream): void => {
  const { relative = 0, absolute = 0, shape } = error
  for (let unit = 0; unit < values.length; unit += 1) {
    const value = values[unit] ?? Number.NaN
    out[unit] = Number.isNaN(value)
      ? Number.NaN
      : value + (relative * Math.abs(value) + absolute) * deviate(shape, stream)
  }
}

/** One column from drawn values to scores, as `scoreLeaf` takes it there. */
type LeafPath = { values: Float64Array; error: ValueError; toScores: InPlaceScorer }

type Groups = Readonly<Record<string, readonly string[]>>

const pathOf = (
  { scheme, result, groups, wasMissing }: DataVariant,
  indicator: Indicator,
  errors: Readonly<Record<string, ValueError>>,
): LeafPath => {
  const treatment = indicator.treat ?? scheme.treat ?? { method: 'none' }
  const spec = indicator.normalise ?? scheme.normalise
  const rule = indicator.missing ?? scheme.missing
  const missing = wasMissing[indicator.code] ?? []
  const values = result.values[indicator.code] ?? []
  const isFilled = (rule === 'zero' || rule === 'mean-score') && missing.includes(true)
  const treat = inPlaceTreater(treatment, values.length)
  const simple = isFilled ? null : inPlaceScorer(indicator, spec, { units: values.length, groups })
  const score: InPlaceScorer =
    simple ??
    ((column) => {
      const done = normaliseColumn(nullable(column), indicator, spec, { groups })
      column.set(packed(done.kind === 'scores' ? fillScores(done.values, rule, { spec, wasMissing: missing }) : []))
    })
  const toScores: InPlaceScorer = (column) => {
    treat(column)
    score(column)
  }
  return { values: packed(values), error: errorOf(errors, indicator.code), toScores }
}

/** A variant with what it takes to score its values again. */
export type DataVariant = {
  scheme: Scheme
  result: Result
  variant: Variant
  groups: Groups
  wasMissing: Readonly<Record<string, readonly boolean[]>>
}

/**
 * Draws the indicators' values anew with their errors and takes them through treatment and normalisation again, as a
 * body with other figures in hand would have. What was imputed counts as a value. Indicators without an error keep
 * their scores.
 */
export const leafDrawer = (
  leaves: readonly Indicator[],
  variants: readonly DataVariant[],
  errors: Readonly<Record<string, ValueError>>,
): LeafDrawer => {
  const paths = variants.map((one) => leaves.map((leaf) => pathOf(one, leaf, errors)))
  return (at, out, stream) => {
    paths[at]?.forEach(({ values, error, toScores }, i) => {
      const into = out[i]
      if (!into) return
      if (isSure(error)) {
        into.set(variants[at]?.variant.leaves[i] ?? into)
        return
      }
      drawValues(values, error, into, stream)
      toScores(into)
    })
  }
}

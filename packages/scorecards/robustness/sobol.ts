/**
 * Shares of the output's variance: of one factor alone, and of it with everything it acts with; and how far (one standard
 * deviation) a sample of this size leaves each in doubt.
 */
export type SobolIndices = { first: number[]; total: number[]; firstError: number[]; totalError: number[] }

const meanOf = (values: ArrayLike<number>): number => {
  let sum = 0
  for (let i = 0; i < values.length; i += 1) sum += values[i] ?? 0
  return sum / values.length
}

/** Sample variance (n − 1) of two runs of outputs taken as one. */
const varianceOf = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  const n = a.length + b.length
  const mean = (meanOf(a) * a.length + meanOf(b) * b.length) / n
  let squares = 0
  for (let i = 0; i < a.length; i += 1) squares += ((a[i] ?? 0) - mean) ** 2
  for (let i = 0; i < b.length; i += 1) squares += ((b[i] ?? 0) - mean) ** 2
  return squares / (n - 1)
}

/** Mean of terms, and its standard error. */
const meanWithError = (terms: Float64Array): { mean: number; error: number } => {
  const mean = meanOf(terms)
  let squares = 0
  for (let i = 0; i < terms.length; i += 1) squares += ((terms[i] ?? 0) - mean) ** 2
  return { mean, error: Math.sqrt(squares / (terms.length - 1) / terms.length) }
}

/**
 * First-order and total indices from outputs at Saltelli's design: `a` and `b` are the outputs of two independent
 * samples, `mixed[i]` those of `a` with factor i (or group of factors) taken from `b`. Small negative values are noise
 * of the sample and left in; all are 0 where the output does not vary. First orders are the surer the nearer the
 * outputs' mean is to 0. Errors are those of the means below, the variance taken as known.
 * Source: Saltelli et al. (2010), Sᵢ = mean(b · (mixedᵢ − a)) / V; Jansen (1999), Tᵢ = mean((a − mixedᵢ)²) / 2V.
 */
export const sobolIndices = (
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  mixed: readonly ArrayLike<number>[],
): SobolIndices => {
  const variance = varianceOf(a, b)
  const indices = mixed.map((outputs) => {
    const [alone, withAll] = [new Float64Array(a.length), new Float64Array(a.length)]
    if (variance > 0)
      for (let i = 0; i < a.length; i += 1) {
        const gap = (outputs[i] ?? 0) - (a[i] ?? 0)
        alone[i] = ((b[i] ?? 0) * gap) / variance
        withAll[i] = (gap * gap) / (2 * variance)
      }
    return { first: meanWithError(alone), total: meanWithError(withAll) }
  })
  return {
    first: indices.map(({ first }) => first.mean),
    total: indices.map(({ total }) => total.mean),
    firstError: indices.map(({ first }) => first.error),
    totalError: indices.map(({ total }) => total.error),
  }
}

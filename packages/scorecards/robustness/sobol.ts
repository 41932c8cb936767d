/** Shares of the output's variance: of one factor alone, and of it with everything it acts with. */
export type SobolIndices = { first: number[]; total: number[] }

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

/**
 * First-order and total indices from outputs at Saltelli's design: `a` and `b` are the outputs of two independent
 * samples, `mixed[i]` those of `a` with factor i (or group of factors) taken from `b`. Small negative values are noise
 * of the sample and left in; all are 0 where the output does not vary.
 * Source: Saltelli et al. (2010), Sᵢ = mean(b · (mixedᵢ − a)) / V; Jansen (1999), Tᵢ = mean((a − mixedᵢ)²) / 2V.
 */
export const sobolIndices = (
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  mixed: readonly ArrayLike<number>[],
): SobolIndices => {
  const variance = varianceOf(a, b)
  const n = a.length
  const indices = mixed.map((outputs) => {
    let [first, total] = [0, 0]
    for (let i = 0; i < n; i += 1) {
      const gap = (outputs[i] ?? 0) - (a[i] ?? 0)
      first += (b[i] ?? 0) * gap
      total += gap * gap
    }
    return variance > 0 ? { first: first / n / variance, total: total / (2 * n * variance) } : { first: 0, total: 0 }
  })
  return { first: indices.map(({ first }) => first), total: indices.map(({ total }) => total) }
}

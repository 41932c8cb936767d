const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/** ln Γ(x) for x > 0, to about 1e-14. Source: Lanczos (1964), g = 7. */
export const logGamma = (x: number): number => {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  let sum = 0.99999999999980993
  LANCZOS.forEach((coefficient, i) => {
    sum += coefficient / (x + i)
  })
  const t = x + 6.5
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum)
}

const TINY = 1e-300

/** Continued fraction b₀ + a₁/(b₁ + a₂/(b₂ + …)) by the modified Lentz method. */
const lentz = (b0: number, term: (i: number) => readonly [a: number, b: number]): number => {
  let value = b0 === 0 ? TINY : b0
  let c = value
  let d = 0
  for (let i = 1; i < 500; i += 1) {
    const [a, b] = term(i)
    d = 1 / (b + a * d || TINY)
    c = b + a / c || TINY
    value *= c * d
    if (Math.abs(c * d - 1) < 1e-15) break
  }
  return value
}

/** Regularised incomplete beta Iₓ(a, b). Source: Abramowitz & Stegun 26.5.8. */
const incompleteBeta = (x: number, a: number, b: number): number => {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a)
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b)) / a
  const fraction = lentz(1, (i) => {
    const m = Math.floor(i / 2)
    if (i % 2 === 0) return [(m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)), 1]
    return [(-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)), 1]
  })
  return front / fraction
}

/** Upper tail of the F distribution. */
export const fTail = (f: number, df1: number, df2: number): number =>
  f <= 0 ? 1 : incompleteBeta(df2 / (df2 + df1 * f), df2 / 2, df1 / 2)

/** Upper tail of χ². Source: Abramowitz & Stegun 6.5.29 (series) and 6.5.31 (fraction). */
export const chiSquareTail = (value: number, df: number): number => {
  const [a, x] = [df / 2, value / 2]
  if (x <= 0) return 1
  const front = Math.exp(a * Math.log(x) - x - logGamma(a))
  if (x >= a + 1) return front / lentz(x + 1 - a, (i) => [-i * (i - a), x + 2 * i + 1 - a])
  let term = 1 / a
  let sum = term
  for (let n = 1; n < 1000 && Math.abs(term) > sum * 1e-16; n += 1) {
    term *= x / (a + n)
    sum += term
  }
  return 1 - front * sum
}

/** Φ(z), the standard normal distribution. */
export const normalCdf = (z: number): number => {
  const tail = chiSquareTail(z * z, 1) / 2
  return z > 0 ? 1 - tail : tail
}

/** Φ⁻¹(p), by Newton steps from the logistic approximation; 0 < p < 1. */
export const normalQuantile = (p: number): number => {
  if (p === 0.5) return 0
  let z = Math.log(p / (1 - p)) / 1.702
  for (let i = 0; i < 60; i += 1) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
    const step = (normalCdf(z) - p) / density
    z -= Math.max(-1, Math.min(1, step))
    if (Math.abs(step) < 1e-14) break
  }
  return z
}

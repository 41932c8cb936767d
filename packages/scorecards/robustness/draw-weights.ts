import { normalQuantile } from './normal-quantile.ts'
import { drawUniform, type RandomStream } from './random.ts'
import type { WeightNoise } from './uncertainty.ts'

/** Weights of the parts of every node, in the order of the tree; within a node they sum to 1. */
export type TreeWeights = readonly Float64Array[]

/** Which parts of every node move; shaped as the weights. */
export type Moving = readonly (readonly boolean[])[]

const normalise = (weights: Float64Array): void => {
  let sum = 0
  for (let i = 0; i < weights.length; i += 1) sum += weights[i] ?? 0
  if (sum > 0) for (let i = 0; i < weights.length; i += 1) weights[i] = (weights[i] ?? 0) / sum
}

/** Beyond this a share does not move by a visible amount, and the rejection loop would meet infinities. */
const LARGE = 1e15

/**
 * A gamma variate of shape `a` and scale 1. Source: Marsaglia & Tsang (2000), with U^(1/a) for shapes below 1. Shapes so
 * small that the result is below the smallest double come as 0.
 */
const drawGamma = (stream: RandomStream, a: number): number => {
  if (!(a < LARGE)) return a
  if (a < 1) return drawGamma(stream, a + 1) * drawUniform(stream) ** (1 / a)
  const d = a - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normalQuantile(drawUniform(stream))
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(drawUniform(stream)) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

const moveRelative = (out: Float64Array, moving: readonly boolean[], by: number, stream: RandomStream): void => {
  for (let i = 0; i < out.length; i += 1) {
    if (moving[i]) out[i] = (out[i] ?? 0) * (1 + by * (2 * drawUniform(stream) - 1))
  }
}

/** Parts that do not move keep their share, the moving ones share the rest; weights of 0 or below stand. */
const moveDirichlet = (out: Float64Array, moving: readonly boolean[], c: number, stream: RandomStream): void => {
  let [share, sum] = [0, 0]
  for (let i = 0; i < out.length; i += 1) if (moving[i]) share += Math.max(0, out[i] ?? 0)
  for (let i = 0; i < out.length; i += 1) {
    const own = out[i] ?? 0
    if (!moving[i] || own <= 0) continue
    out[i] = drawGamma(stream, (c * own) / share)
    sum += out[i] ?? 0
  }
  if (sum === 0) return
  for (let i = 0; i < out.length; i += 1) {
    const drawn = out[i] ?? 0
    if (moving[i] && drawn > 0) out[i] = (drawn * share) / sum
  }
}

/**
 * Fills `out` with weights moved about `base`: see WeightNoise. Numbers are drawn node by node, part by part, in the
 * order of the tree.
 */
export const drawWeights = (
  base: TreeWeights,
  out: TreeWeights,
  noise: { of: WeightNoise; moving: Moving },
  stream: RandomStream,
): void => {
  const { of, moving } = noise
  for (let node = 0; node < out.length; node += 1) {
    const [own, into, moves] = [base[node], out[node], moving[node]]
    if (!own || !into || !moves) continue
    into.set(own)
    if (of.kind === 'relative') moveRelative(into, moves, of.by, stream)
    else moveDirichlet(into, moves, of.concentration, stream)
    normalise(into)
  }
}

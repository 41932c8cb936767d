import { arithmeticMean, type Part } from './means.ts'

/** Coupling C (how even), level T (how high) and coordination D of subsystems scored 0 to 1. */
export type Coupling = { coupling: number; level: number; coordination: number }

/**
 * Coupling coordination degree (耦合协调度): C = n·(∏U)^(1/n)/ΣU, T = Σ wU, D = √(C·T). All scores 0 leaves C at 0.
 * Source: 廖重斌 (1999), 热带地理 19(2), with the geometric form of C that later work uses.
 */
export const couplingOf = (parts: readonly Part[]): Coupling => {
  const n = parts.length
  const sum = parts.reduce((total, { score }) => total + score, 0)
  const product = parts.reduce((whole, { score }) => whole * score, 1)
  const coupling = sum === 0 ? 0 : (n * product ** (1 / n)) / sum
  const level = arithmeticMean(parts)
  return { coupling, level, coordination: Math.sqrt(coupling * level) }
}

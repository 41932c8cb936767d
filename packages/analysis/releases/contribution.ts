import { type Refusal, refuse } from '@yundiao/figures'

/** A part of a total: its amount now and its growth (ratio); published contribution and pull where they exist. */
export type ContributionPart = {
  name: string
  level: number
  growth: number
  publishedContribution?: number
  publishedPull?: number
}

/** 贡献率 and 拉动 of a part, ratios; `mark` says whose they are. */
export type Contribution = { name: string; contribution: number; pull: number; mark: '公布' | '测算' }

export type Contributions = {
  kind: 'contributions'
  /** Growth of the total that the parts imply. */
  impliedGrowth: number
  parts: readonly Contribution[]
}

/**
 * 贡献率 Δᵢ÷ΣΔ and 拉动 (贡献率 × growth of the total) of each part, with amount ÷ (1 + growth) as its base: an
 * approximation where growth is real and amounts are at current prices, so marked 测算. What the bureau published
 * stands in its place, unaltered: published pulls are rounded so that they add up. `totalGrowth` is the published
 * growth of the total when there is one. Source: domain rules g.contrib; standard accounting.
 */
export const contributions = (parts: readonly ContributionPart[], totalGrowth?: number): Contributions | Refusal => {
  if (parts.length === 0 || parts.some(({ level, growth }) => !(Number.isFinite(level) && growth > -1)))
    return refuse('input-missing', '不能计算：各部分须有绝对额和增速')
  const bases = parts.map(({ level, growth }) => level / (1 + growth))
  const base = bases.reduce((sum, value) => sum + value, 0)
  const level = parts.reduce((sum, part) => sum + part.level, 0)
  const change = level - base
  if (base <= 0 || Math.abs(change) < 1e-12 * base)
    return refuse('not-applicable', '不能计算：总量没有增减，贡献率无意义')
  const impliedGrowth = change / base
  const growth = totalGrowth ?? impliedGrowth
  return {
    kind: 'contributions',
    impliedGrowth,
    parts: parts.map((part, i) => {
      const contribution = part.publishedContribution ?? (part.level - (bases[i] ?? 0)) / change
      const pull = part.publishedPull ?? contribution * growth
      const isPublished = part.publishedContribution !== undefined && part.publishedPull !== undefined
      return { name: part.name, contribution, pull, mark: isPublished ? '公布' : '测算' }
    }),
  }
}

/** Whether a part's published pull agrees with its published contribution within `tolerance` (0.001 is 0.1 point). */
export const pullAgrees = (
  part: { contribution: number; pull: number },
  totalGrowth: number,
  tolerance = 0.001,
): boolean => Math.abs(part.contribution * totalGrowth - part.pull) <= tolerance + 1e-12

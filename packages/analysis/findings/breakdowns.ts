import { type Catalogue, catalogueOf, dimsKey, type FoundFigure, type Indicator } from '@yundiao/figures'

/** A dimension figures are published by (行业、产业), as the domain lists it. */
export type Breakdown = {
  /** The indicator whose series carry the dimension. */
  indicator: string
  dimension: string
  /** Indicators whose growth its parts make up, the one they are weighed by first; none where they are no whole. */
  of: readonly string[]
  /** What one part is: 行业, 产业. */
  noun: string
  /** What follows a part's name: 产值 in 食品制造业产值. */
  what: string
  /** Names of the dimension's values by code. */
  names: Readonly<Record<string, string>>
}

/** A series with dimensions as an indicator of its own: whose part it is, and what the part is called. */
export type IndustryPart = { base: string; name: string; breakdown: Breakdown | null }

/** Parts by the code they go by: `out_ind{industry=C39}`. */
export type Parts = ReadonlyMap<string, IndustryPart>

type Series = FoundFigure['series']

const isPart = ({ measure, dims }: Series): boolean => measure !== 'rank' && dimsKey(dims) !== ''

const codeOf = ({ indicator, dims }: Series): string => `${indicator}{${dimsKey(dims)}}`

const partOf = ({ indicator, dims }: Series, breakdowns: readonly Breakdown[]): IndustryPart => {
  const entries = Object.entries(dims)
  const breakdown =
    entries.length === 1
      ? (breakdowns.find((one) => one.indicator === indicator && dims[one.dimension] !== undefined) ?? null)
      : null
  const name = entries.map(([, value]) => breakdown?.names[value] ?? value).join('、')
  return { base: indicator, name, breakdown }
}

const indicatorOf = (code: string, { name, breakdown }: IndustryPart, base: Indicator): Indicator => {
  const full = breakdown ? `${name}${breakdown.what}` : `${base.name}（${name}）`
  return { ...base, code, name: full, shortName: full, indent: 1, parent: null }
}

/** What findings are read from once every series stands for itself. */
export type Flattened = { catalogue: Catalogue; figures: readonly FoundFigure[]; parts: Parts }

/**
 * Figures by industry as series of indicators of their own, so that each is looked at as any other: its movement, how
 * unusual it is, the counties behind in it. References stay those of the figures. Places (ranks) keep theirs.
 */
export const flatten = (
  figures: readonly FoundFigure[],
  catalogue: Catalogue,
  breakdowns: readonly Breakdown[],
): Flattened => {
  const parts = new Map<string, IndustryPart>()
  const flat = figures.map((figure) => {
    const { series } = figure
    if (!isPart(series)) return figure
    const code = codeOf(series)
    if (!parts.has(code)) parts.set(code, partOf(series, breakdowns))
    return { ...figure, series: { ...series, indicator: code, dims: {} } }
  })
  if (parts.size === 0) return { catalogue, figures, parts }
  const added = [...parts].flatMap(([code, part]) => {
    const base = catalogue.get(part.base)
    return base ? [indicatorOf(code, part, base)] : []
  })
  return {
    catalogue: catalogueOf(catalogue.t1, [...catalogue.supplement, ...inOrder(added, catalogue)]),
    figures: flat,
    parts,
  }
}

/** By their indicator's place in the catalogue, then by code: the order figures come in does not count. */
const inOrder = (added: readonly Indicator[], { all }: Catalogue): readonly Indicator[] => {
  const place = new Map(all.map(({ code }, at) => [code, at]))
  const of = ({ code }: Indicator): number => place.get(code.slice(0, code.indexOf('{'))) ?? all.length
  return added.toSorted((a, b) => of(a) - of(b) || (a.code < b.code ? -1 : 1))
}

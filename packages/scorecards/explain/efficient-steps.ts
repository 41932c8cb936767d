/** A lever pulled until this share of its way. */
export type Step = { code: string; until: number }

/** A lever and the cost of its whole way. */
type Way = { code: string; cost: number }

const CUTS = 12

type Point = { share: number; score: number }

/** The upper hull of a rising curve: the corners that more effort for each point of score leads through. */
const hullOf = (points: readonly Point[]): Point[] => {
  const hull: Point[] = []
  for (const point of points) {
    while (hull.length > 0) {
      const [before, last] = [hull.at(-2), hull.at(-1)]
      if (!before || !last) break
      const [earlier, later] = [
        (last.score - before.score) / (last.share - before.share),
        (point.score - last.score) / (point.share - last.share),
      ]
      if (earlier > later + 1e-12) break
      hull.pop()
    }
    hull.push(point)
  }
  return hull
}

/**
 * Steps of all levers, most score for its cost first. Each lever's curve is taken at a dozen places and made concave, so
 * that the steps of one lever come in their order. Source: Dantzig (1957) for the fractional knapsack.
 */
export const efficientSteps = (ways: readonly Way[], scoreAt: (code: string, share: number) => number): Step[] =>
  ways
    .flatMap(({ code, cost }) => {
      const hull = hullOf(
        Array.from({ length: CUTS + 1 }, (_, i) => ({ share: i / CUTS, score: scoreAt(code, i / CUTS) })),
      )
      return hull.slice(1).flatMap((point, i) => {
        const before = hull[i]
        const gain = point.score - (before?.score ?? point.score)
        const spent = cost * (point.share - (before?.share ?? 0))
        return gain > 0
          ? [{ code, until: point.share, worth: spent > 0 ? gain / spent : Number.POSITIVE_INFINITY }]
          : []
      })
    })
    .sort((a, b) => b.worth - a.worth || a.until - b.until)
    .map(({ code, until }) => ({ code, until }))

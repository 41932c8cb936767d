/** What one step of a waterfall does; the rest (未分摊) is drawn last. */
export type WaterfallStep = {
  key: string
  label: string
  value: number
  shown: string
  kind: 'part' | 'other' | 'rest'
}

/** A mark at either end: where it begins, what it comes to. */
export type WaterfallEnd = { label: string; value: number; shown: string }

/** A step in its place: from where the ones before left off. */
export type PlacedStep = WaterfallStep & { from: number; to: number }

/** The key of the small steps taken as one. */
export const GATHERED = 'other'

type Labels = { other: (count: number) => string; show: (value: number) => string }

const bySize = (a: WaterfallStep, b: WaterfallStep): number => Math.abs(b.value) - Math.abs(a.value)

/** The largest steps by themselves, the small ones as one (其他 n 项), the rest last. Their sum is the sum of all. */
export const gatherSteps = (steps: readonly WaterfallStep[], most: number, labels: Labels): WaterfallStep[] => {
  const parts = steps.filter(({ kind }) => kind === 'part').sort(bySize)
  const others = steps.filter(({ kind }) => kind === 'other')
  const rest = steps.filter(({ kind }) => kind === 'rest')
  if (parts.length <= most) return [...parts, ...others, ...rest]
  const [kept, small] = [parts.slice(0, most - 1), parts.slice(most - 1)]
  const value = small.reduce((sum, step) => sum + step.value, 0)
  const gathered = { key: GATHERED, label: labels.other(small.length), value, shown: labels.show(value), kind: 'other' }
  return [...kept, gathered as WaterfallStep, ...others, ...rest]
}

/** Each step from where the one before ended. */
export const placeSteps = (steps: readonly WaterfallStep[], start: number): PlacedStep[] => {
  let at = start
  return steps.map((step) => {
    const from = at
    at += step.value
    return { ...step, from, to: at }
  })
}

/** The least and the most the drawing reaches, with a little room; a drawing of nothing has a width too. */
export const waterfallReach = (placed: readonly PlacedStep[], ends: readonly number[]): [number, number] => {
  const all = [...ends, ...placed.flatMap(({ from, to }) => [from, to])]
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const room = (high - low || Math.abs(high) || 1) * 0.04
  return [low - room, high + room]
}

const HALVINGS = 30

/** The least share of a way, from 0 to 1, at which a rising test holds, given that it holds at 1. */
export const leastShare = (holds: (share: number) => boolean): number => {
  let [low, high] = [0, 1]
  for (let i = 0; i < HALVINGS; i += 1) {
    const middle = (low + high) / 2
    if (holds(middle)) high = middle
    else low = middle
  }
  return high
}

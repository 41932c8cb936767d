const MARK = /[、，,；;。：:]/u

/** Where a requirement's words may be cut: after each character but the last, as offsets into them. */
export const cutPoints = (text: string): number[] => {
  const points: number[] = []
  let at = 0
  for (const character of text) {
    at += character.length
    if (at < text.length) points.push(at)
  }
  return points
}

/** The cut that is most likely meant: at the mark nearest to the middle, else the middle. */
export const likelyCut = (text: string): number => {
  const points = cutPoints(text)
  const middle = text.length / 2
  const near = (list: readonly number[]): number | undefined =>
    list.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0]
  return near(points.filter((at) => MARK.test(text[at] ?? ''))) ?? near(points) ?? 0
}

import { at } from '../numeric/vector.ts'

/** A stretch of places still to be sorted, and which of the wanted places (by position in `wanted`) concern it. */
type Stretch = { from: number; to: number; first: number; last: number }

const swapInto = (a: Float64Array, i: number, j: number): void => {
  const value = at(a, i)
  a[i] = at(a, j)
  a[j] = value
}

/** Splits a[from..to] about the median of its ends and middle; the left part ends at `left`, the right starts at `right`. */
const split = (a: Float64Array, from: number, to: number): { left: number; right: number } => {
  const middle = Math.floor((from + to + 2) / 2) - 1
  if (at(a, from) > at(a, middle)) swapInto(a, from, middle)
  if (at(a, to) < at(a, middle)) {
    swapInto(a, to, middle)
    if (at(a, from) > at(a, middle)) swapInto(a, from, middle)
  }
  const pivot = at(a, middle)
  let left = to
  let right = from
  for (;;) {
    do left -= 1
    while (at(a, left) > pivot)
    do right += 1
    while (at(a, right) < pivot)
    if (right > left) return { left, right }
    swapInto(a, left, right)
  }
}

const insertionSort = (a: Float64Array, from: number, to: number): void => {
  for (let i = from + 1; i <= to; i += 1) {
    const value = at(a, i)
    let j = i - 1
    while (j >= 0 && at(a, j) > value) {
      a[j + 1] = at(a, j)
      j -= 1
    }
    a[j + 1] = value
  }
}

/** The smaller part goes on with the wanted places that can lie in it; the larger is put aside with the others. */
const choosePart = (stretch: Stretch, left: number, right: number, wanted: readonly number[], aside: Stretch[]) => {
  const { from, to, first, last } = stretch
  const isLeft = left - from <= to - right
  const rest = isLeft ? { from: right, to, first, last } : { from, to: left, first, last }
  const next = isLeft ? { from, to: left, first, last } : { from: right, to, first, last }
  aside.push(rest)
  const isOutside = (): boolean => (isLeft ? at(wanted, next.last) > next.to : at(wanted, next.first) < next.from)
  while (next.first <= next.last && isOutside()) {
    if (isLeft) next.last -= 1
    else next.first += 1
  }
  if (next.first > next.last) return null
  if (isLeft) rest.first = next.last + 1
  else rest.last = next.first - 1
  return next
}

/**
 * Sorts `a` just enough that the wanted places hold what a full sort would put there. Source: Chambers (1971),
 * Algorithm 410: Partial sorting, CACM 14. It expects `wanted` to rise; STL asks for the two middle places of an even
 * count in falling order, and then the values found need not be the exact middle ones (see stl.ts).
 */
export const partialSort = (a: Float64Array, wanted: readonly number[]): void => {
  const aside: Stretch[] = []
  let stretch: Stretch | null = { from: 0, to: a.length - 1, first: 0, last: wanted.length - 1 }
  for (;;) {
    if (stretch === null) {
      const popped = aside.pop()
      if (!popped) return
      stretch = popped.first <= popped.last ? popped : null
      continue
    }
    const { from, to } = stretch
    // The first stretch has no smaller value before it to stop the insertion sort, so it is split to the end.
    if (to - from > 10 || (from === 0 && from < to)) {
      const { left, right } = split(a, from, to)
      stretch = choosePart(stretch, left, right, wanted, aside)
      continue
    }
    if (from !== 0) insertionSort(a, from, to)
    stretch = null
  }
}

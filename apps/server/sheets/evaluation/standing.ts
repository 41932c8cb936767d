import { allowedOf, type Column, type Grading, gradeEnds, type Lists, placesDown } from '@yundiao/scorecards'

/** What the columns of grades come to at present, unit by unit, and where each grade ends. */
export type Standing = {
  /** Scores of the units that queue for grades. */
  entering: Column
  /** How far down the queue a unit stands; equals by the scheme's rule on ties. */
  position: Column
  /** How many promoted units stand behind a promoted one; null for others. */
  behind: Column
  /** Units held at their floor by a list, taking places of it. */
  lifted: readonly boolean[]
  /** The place among those who are not. */
  amongOthers: Column
  ends: readonly number[]
  held: number
  vetoed: number
  allowed: readonly (number | null)[]
  whole: number
}

/** Whom to grade, as `gradeUnits` takes it. `floor`: the one grade promoted units are held at. */
export type Queue = {
  grading: Grading
  units: readonly string[]
  scores: Column
  tieBreaks: Column | null
  lists: Lists
  of: number
  floor: string
}

const named = (listed: readonly { unit: string }[] | undefined): ReadonlySet<string> =>
  new Set((listed ?? []).map(({ unit }) => unit))

/** On the list of which kind a unit stands: no grade goes before a veto, a veto before a promise. */
export type Mark = 'ungraded' | 'veto' | 'promote' | null

export const marksOf = (units: readonly string[], lists: Lists): Mark[] => {
  const [ungraded, veto, promote] = [named(lists.ungraded), named(lists.veto), named(lists.promote)]
  return units.map((unit) =>
    ungraded.has(unit) ? 'ungraded' : veto.has(unit) ? 'veto' : promote.has(unit) ? 'promote' : null,
  )
}

/** Of equals the last place where ties fall to the worse grade, the first where they rise to the better. */
const positionsOf = (entering: Column, tieBreaks: Column | null, isBetter: boolean): (number | null)[] => {
  const places = placesDown(entering)
  const key = (i: number): string => `${places[i]} ${tieBreaks?.[i] ?? ''}`
  const order = entering.flatMap((score, i) => (score === null ? [] : [i]))
  order.sort((a, b) => {
    const [one, other] = [tieBreaks?.[a] ?? Number.NEGATIVE_INFINITY, tieBreaks?.[b] ?? Number.NEGATIVE_INFINITY]
    return (places[a] ?? 0) - (places[b] ?? 0) || (one === other ? 0 : other - one)
  })
  const at = new Map<string, number>()
  order.forEach((i, place) => {
    if (!isBetter || !at.has(key(i))) at.set(key(i), place + 1)
  })
  return entering.map((score, i) => (score === null ? null : (at.get(key(i)) ?? null)))
}

/**
 * The queue for grades, step by step as the sheet reckons it. Who is held at the floor follows without trying again and
 * again: a promoted unit keeps a place of its own when there is room for it and for every promoted one below it.
 */
export const standingOf = ({ grading, units, scores, tieBreaks, lists, of, floor }: Queue): Standing => {
  const { grades: limits, denominator = 'graded' } = grading
  const marks = marksOf(units, lists)
  const entering = scores.map((score, i) => (marks[i] === 'veto' || marks[i] === 'ungraded' ? null : score))
  const position = positionsOf(entering, tieBreaks, grading.ties === 'better')
  const count = entering.filter((score) => score !== null).length
  const vetoed = marks.filter((mark) => mark === 'veto').length
  const whole =
    typeof denominator === 'number'
      ? denominator
      : denominator === 'all'
        ? of
        : count + (denominator === 'graded' ? vetoed : 0)
  const vetoTo = grading.vetoTo ?? limits.at(-1)?.grade ?? ''
  const ofVeto = { [vetoTo]: vetoed }
  const endsWith = (held: number): number[] =>
    gradeEnds(limits, { whole, count: count - held, taken: { ...ofVeto, [floor]: (ofVeto[floor] ?? 0) + held } })
  const at = limits.findIndex(({ grade }) => grade === floor)
  const promised = position.map((place, i) => (marks[i] === 'promote' ? place : null))
  const canFall = grading.promoted !== 'beyond' && limits.every(({ from }) => from === undefined)
  const behind = promised.map((place) =>
    place === null ? null : promised.filter((other) => other !== null && other > place).length,
  )
  const lifted = promised.map((place, i) => {
    if (place === null || !canFall || at === limits.length - 1) return false
    return place > (endsWith(behind[i] ?? 0)[at] ?? 0)
  })
  const heldAt = position.filter((place, i) => lifted[i] && place !== null) as number[]
  const isAhead = (other: number, place: number): boolean =>
    grading.ties === 'better' ? other < place : other <= place
  const amongOthers = position.map((place, i) =>
    place === null || lifted[i] ? null : place - heldAt.filter((other) => isAhead(other, place)).length,
  )
  return {
    entering,
    position,
    behind,
    lifted,
    amongOthers,
    ends: endsWith(heldAt.length),
    held: heldAt.length,
    vetoed,
    allowed: limits.map((_, i) => allowedOf(limits, i, whole)),
    whole,
  }
}

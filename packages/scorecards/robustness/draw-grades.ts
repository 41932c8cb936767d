import { gradeEnds, settleTies } from '../grade/borders.ts'
import { isAtLeast } from '../numeric/ranks.ts'
import { type GradeRoom, NO_GRADE } from './grade-room.ts'

/** A ranked draw: scores (NaN for none), ranks (0 for none), the order, best first, and a further score for ties. */
export type RankedDraw = {
  scores: Float64Array
  ranks: Uint32Array
  order: Uint32Array
  tieBreaks: Float64Array | null
}

type Part = { count: number; whole: number; taken: Readonly<Record<string, number>>; into: Uint8Array }

const isSamePlace = ({ places }: GradeRoom, { ranks, tieBreaks }: RankedDraw, a: number, b: number): boolean => {
  const [one, other] = [places[a] ?? 0, places[b] ?? 0]
  return ranks[one] === ranks[other] && (!tieBreaks || tieBreaks[one] === tieBreaks[other])
}

const reaches = (score: number, from: number | undefined): boolean => from === undefined || isAtLeast(score, from)

const gradeByScore = (room: GradeRoom, draw: RankedDraw, { count, into }: Part): void => {
  const limits = room.grading.grades
  for (let place = 0; place < count; place += 1) {
    const unit = room.places[place] ?? 0
    let index = 0
    while (index < limits.length - 1 && !reaches(draw.scores[unit] ?? 0, limits[index]?.from)) index += 1
    into[unit] = index
  }
}

/** Grades the first `count` of `room.places`, as `gradeByScore` of a single run does. */
const gradePlaces = (room: GradeRoom, draw: RankedDraw, part: Part): void => {
  const { grades: limits, ties } = room.grading
  if (limits.some(({ from }) => from !== undefined)) {
    gradeByScore(room, draw, part)
    return
  }
  const { count, into } = part
  const { ends } = settleTies(gradeEnds(limits, part), (a, b) => isSamePlace(room, draw, a, b), {
    count,
    to: ties === 'better' ? 'better' : 'worse',
  })
  let place = 0
  for (let index = 0; index < limits.length; index += 1) {
    const end = index === limits.length - 1 ? count : (ends[index] ?? 0)
    for (; place < end; place += 1) into[room.places[place] ?? 0] = index
  }
}

/** Fills `room.places` with units that `isIn`, best first; equals by the further score. Returns how many. */
const place = (
  room: GradeRoom,
  { scores, ranks, order, tieBreaks }: RankedDraw,
  isIn: (unit: number) => boolean,
): number => {
  const { places } = room
  let count = 0
  for (let i = 0; i < order.length; i += 1) {
    const unit = order[i] ?? 0
    if (Number.isNaN(scores[unit] ?? Number.NaN) || !isIn(unit)) continue
    let at = count
    count += 1
    while (tieBreaks && at > 0) {
      const before = places[at - 1] ?? 0
      if (ranks[before] !== ranks[unit] || (tieBreaks[before] ?? 0) >= (tieBreaks[unit] ?? 0)) break
      places[at] = before
      at -= 1
    }
    places[at] = unit
  }
  return count
}

const wholeOf = ({ grading: { denominator = 'graded' }, of, vetoed }: GradeRoom, ranked: number): number => {
  if (typeof denominator === 'number') return denominator
  return denominator === 'all' ? of : denominator === 'ranked' ? ranked : ranked + vetoed
}

const isRanked = ({ veto, ungraded }: GradeRoom, unit: number): boolean => veto[unit] === 0 && ungraded[unit] === 0

/** Promoted units hold places of their floor where score alone puts them lower; the others share what is left. */
const gradeAroundPromoted = (room: GradeRoom, draw: RankedDraw, part: Omit<Part, 'count' | 'into'>): void => {
  const { names, floors, free, grades } = room
  const isLifted = (unit: number): boolean => (free[unit] ?? 0) > (floors[unit] ?? NO_GRADE)
  const taken: Record<string, number> = { ...part.taken }
  let lifted = 0
  for (let unit = 0; unit < free.length; unit += 1) {
    if (!isRanked(room, unit) || Number.isNaN(draw.scores[unit] ?? Number.NaN) || !isLifted(unit)) continue
    const floor = floors[unit] ?? 0
    taken[names[floor] ?? ''] = (taken[names[floor] ?? ''] ?? 0) + 1
    grades[unit] = floor
    lifted += 1
  }
  if (lifted === 0) return
  const count = place(room, draw, (unit) => isRanked(room, unit) && !isLifted(unit))
  gradePlaces(room, draw, { ...part, count, taken, into: grades })
}

/** No promoted unit lies below its floor when its score alone, without lists, would put it there. */
const holdFloors = (room: GradeRoom, draw: RankedDraw, whole: number): void => {
  const { own, floors, grades, ungraded } = room
  const count = place(room, draw, (unit) => ungraded[unit] === 0)
  own.fill(0)
  gradePlaces(room, draw, { count, whole, taken: {}, into: own })
  for (let unit = 0; unit < grades.length; unit += 1) {
    const floor = floors[unit] ?? NO_GRADE
    if ((own[unit] ?? 0) > floor && grades[unit] !== NO_GRADE) grades[unit] = Math.min(grades[unit] ?? 0, floor)
  }
}

/**
 * Grades of one draw into `room.grades`, the same as `gradeUnits` gives: quota, share or score, then promotion, veto and
 * units graded apart.
 */
export const drawGrades = (room: GradeRoom, draw: RankedDraw): void => {
  const { grading, names, veto, ungraded, grades, free } = room
  grades.fill(NO_GRADE)
  const count = place(room, draw, (unit) => isRanked(room, unit))
  const whole = wholeOf(room, count)
  const taken = room.vetoed === 0 ? {} : { [names[room.vetoTo] ?? '']: room.vetoed }
  gradePlaces(room, draw, { count, whole, taken, into: grades })
  if (room.hasFloors) {
    free.set(grades)
    if (grading.promoted !== 'beyond') gradeAroundPromoted(room, draw, { whole, taken })
    holdFloors(room, draw, whole)
  }
  for (let unit = 0; unit < grades.length; unit += 1)
    if (ungraded[unit] === 1) grades[unit] = NO_GRADE
    else if (veto[unit] === 1) grades[unit] = room.vetoTo
}

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

/** Promoted units below their floor go up to it: as many as do. */
const liftFallen = (room: GradeRoom, { scores }: RankedDraw, taken: Record<string, number>): number => {
  const { names, floors, lifted, grades } = room
  let fallen = 0
  for (let unit = 0; unit < grades.length; unit += 1) {
    const floor = floors[unit] ?? NO_GRADE
    if (floor >= (grades[unit] ?? 0) || !isRanked(room, unit) || Number.isNaN(scores[unit] ?? Number.NaN)) continue
    taken[names[floor] ?? ''] = (taken[names[floor] ?? ''] ?? 0) + 1
    lifted[unit] = 1
    grades[unit] = floor
    fallen += 1
  }
  return fallen
}

/** Units lifted to their floor hold places of it; the others share what is left, until none falls below its floor. */
const gradeAroundPromoted = (room: GradeRoom, draw: RankedDraw, part: Omit<Part, 'count' | 'into'>): void => {
  const taken: Record<string, number> = { ...part.taken }
  room.lifted.fill(0)
  while (liftFallen(room, draw, taken) > 0 && room.grading.promoted !== 'beyond') {
    const count = place(room, draw, (unit) => isRanked(room, unit) && room.lifted[unit] === 0)
    gradePlaces(room, draw, { ...part, count, taken, into: room.grades })
  }
}

/**
 * Grades of one draw into `room.grades`, the same as `gradeUnits` gives: quota, share or score, then promotion, veto and
 * units graded apart.
 */
export const drawGrades = (room: GradeRoom, draw: RankedDraw): void => {
  const { names, veto, ungraded, grades } = room
  grades.fill(NO_GRADE)
  const count = place(room, draw, (unit) => isRanked(room, unit))
  const whole = wholeOf(room, count)
  const taken = room.vetoed === 0 ? {} : { [names[room.vetoTo] ?? '']: room.vetoed }
  gradePlaces(room, draw, { count, whole, taken, into: grades })
  if (room.hasFloors) gradeAroundPromoted(room, draw, { whole, taken })
  for (let unit = 0; unit < grades.length; unit += 1)
    if (ungraded[unit] === 1) grades[unit] = NO_GRADE
    else if (veto[unit] === 1) grades[unit] = room.vetoTo
}

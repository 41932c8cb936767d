import { RECKONING_FIRST_ROW } from '@yundiao/office'
import type { GradeLimit, Grading, Lists } from '@yundiao/scorecards'

export const GRADES = '等次'

/** Columns of the sheet of grades: a grade, how it is limited, its places, its end; between them, places less the vetoed. */
export const [GRADE, LIMIT, ALLOWED, END] = ['A', 'C', 'D', 'F']
const ROOM = 'E'

/** Words a unit's mark is written in; a reader may change them. */
export const UNGRADED = '不评等次'
export const VETO = '一票否决'
export const heldAtWords = (floor: string): string => `不低于${floor}`

/** How a scheme's grades stand on the sheet. */
export type GradePlan = {
  grading: Grading
  kind: 'quota' | 'cumulative' | 'cut'
  vetoTo: string
  /** The grade promoted units are held at; null where neither scheme nor lists know promotion. */
  floor: string | null
  /** Whether held units take places of the quota. */
  takesPlaces: boolean
}

const kindOf = (limits: readonly GradeLimit[]): GradePlan['kind'] => {
  if (limits.some(({ from }) => from !== undefined)) return 'cut'
  return limits.some(({ upTo }) => upTo !== undefined) ? 'cumulative' : 'quota'
}

/** What may be written in a unit's mark. */
export const marksAllowed = ({ floor }: GradePlan): string[] => [
  UNGRADED,
  VETO,
  ...(floor === null ? [] : [heldAtWords(floor)]),
]

/** Null where units are held at different grades: who pushes whom is no formula of a sheet. */
export const gradePlan = (
  grading: Grading,
  lists: Lists,
  promotions: readonly { floor?: string | undefined }[],
): GradePlan | null => {
  const floors = new Set([...(lists.promote ?? []), ...promotions].flatMap(({ floor }) => floor ?? []))
  if (floors.size > 1) return null
  const [floor = null] = floors
  const kind = kindOf(grading.grades)
  return {
    grading,
    kind,
    vetoTo: grading.vetoTo ?? grading.grades.at(-1)?.grade ?? '',
    floor,
    takesPlaces: floor !== null && kind !== 'cut' && grading.promoted !== 'beyond',
  }
}

/** A cell of the sheet of grades, rows from 0. */
export const gradeCell = (letters: string, row: number): string =>
  `'${GRADES}'!$${letters}$${RECKONING_FIRST_ROW + row}`

/** A column of the sheet of grades over its grades. */
export const gradeRange = (letters: string, { grading }: GradePlan): string =>
  `${gradeCell(letters, 0)}:$${letters}$${RECKONING_FIRST_ROW + grading.grades.length - 1}`

/** Cells below the grades: what shares are taken of, who queues, the vetoed, those held at a floor. */
export const countCells = ({ grading }: GradePlan) => {
  const [whole = '', queued = '', vetoed = '', held = ''] = [0, 1, 2, 3].map((i) =>
    gradeCell(LIMIT, grading.grades.length + i),
  )
  return { whole, queued, vetoed, held }
}

const sum = (terms: readonly string[]): string => (terms.length === 0 ? '0' : terms.join('+'))

/** Places of a grade left with `held` units at their floor; a grade without a share has none of its own. */
const roomOf = (plan: GradePlan, index: number, held: string): string[] => {
  const limit = plan.grading.grades[index]
  const isShared = limit?.atMost !== undefined || limit?.atLeast !== undefined || limit?.upTo !== undefined
  if (!isShared) return []
  const cell = gradeCell(ROOM, index)
  return [limit.grade === plan.floor && plan.takesPlaces ? `MAX(0,${cell}-${held})` : `MAX(0,${cell})`]
}

/**
 * Where a grade ends among the queue, counted from its head, with `held` units out of it at their floor: the formula of
 * `gradeEnds`.
 */
export const endFormula = (plan: GradePlan, index: number, held: string): string => {
  const limits = plan.grading.grades
  const rooms = (from: number, to: number): string[] =>
    limits.slice(from, to).flatMap((_, i) => roomOf(plan, from + i, held))
  const { queued } = countCells(plan)
  const queue = plan.takesPlaces ? `(${queued}-${held})` : queued
  if (plan.kind === 'cumulative') {
    const isOpen = limits.slice(0, index + 1).some(({ upTo }) => upTo === undefined)
    return isOpen || index === limits.length - 1 ? queue : `MIN(${queue},${sum(rooms(0, index + 1))})`
  }
  const rest = limits.findIndex(({ atMost, atLeast }) => atMost === undefined && atLeast === undefined)
  const middle = rest === -1 ? limits.length - 1 : rest
  const above = `MAX(0,${queue}-(${sum(rooms(middle + 1, limits.length))}))`
  if (index < middle) return `MIN(${above},${sum(rooms(0, index + 1))})`
  return index === middle ? above : `MIN(${queue},${above}+${sum(rooms(middle + 1, index + 1))})`
}

import { type GradeRoom, NO_GRADE } from './grade-room.ts'

/** How often each unit had each grade: counts by unit and grade. */
export type GradeTally = { names: readonly string[]; counts: Uint32Array }

/** An empty tally. */
export const gradeTally = ({ names, grades }: GradeRoom): GradeTally => ({
  names,
  counts: new Uint32Array(grades.length * names.length),
})

/** Notes one draw. */
export const tallyGrades = ({ names, counts }: GradeTally, grades: Uint8Array): void => {
  for (let unit = 0; unit < grades.length; unit += 1) {
    const grade = grades[unit] ?? NO_GRADE
    if (grade === NO_GRADE) continue
    const cell = unit * names.length + grade
    counts[cell] = (counts[cell] ?? 0) + 1
  }
}

/** Shares of the draws, by grade, a column over the units. Less than 1 together where a draw gave no grade. */
export const gradeProbabilities = ({ names, counts }: GradeTally, draws: number): Record<string, number[]> =>
  Object.fromEntries(
    names.map((name, grade) => [
      name,
      Array.from(
        { length: counts.length / names.length },
        (_, unit) => (counts[unit * names.length + grade] ?? 0) / draws,
      ),
    ]),
  )

import type { Grading, Lists } from '../scheme/grading.ts'

/** No grade: not ranked, or graded apart. */
export const NO_GRADE = 255

/** A grading with its lists laid out by unit, and room to grade one draw. Grades are places in `names`. */
export type GradeRoom = {
  grading: Grading
  names: readonly string[]
  vetoTo: number
  veto: Uint8Array
  ungraded: Uint8Array
  /** Worst grade a promoted unit may have; NO_GRADE for others. */
  floors: Uint8Array
  hasFloors: boolean
  /** Vetoed units that are not graded apart. */
  vetoed: number
  /** Units of the inputs. */
  of: number
  grades: Uint8Array
  lifted: Uint8Array
  places: Uint32Array
}

const marked = (units: readonly string[], listed: readonly { unit: string }[]): Uint8Array => {
  const named = new Set(listed.map(({ unit }) => unit))
  return Uint8Array.from(units, (unit) => (named.has(unit) ? 1 : 0))
}

/** Room to grade the draws of a run. */
export const gradeRoom = (
  grading: Grading,
  units: readonly string[],
  { lists, of }: { lists: Lists; of: number },
): GradeRoom => {
  const names = grading.grades.map(({ grade }) => grade)
  const floors = new Map((lists.promote ?? []).map(({ unit, floor }) => [unit, names.indexOf(floor)]))
  const veto = marked(units, lists.veto ?? [])
  const ungraded = marked(units, lists.ungraded ?? [])
  return {
    grading,
    names,
    vetoTo: names.indexOf(grading.vetoTo ?? names.at(-1) ?? ''),
    veto,
    ungraded,
    floors: Uint8Array.from(units, (unit) => floors.get(unit) ?? NO_GRADE),
    hasFloors: floors.size > 0,
    vetoed: veto.reduce((sum, one, i) => sum + (one === 1 && ungraded[i] === 0 ? 1 : 0), 0),
    of,
    grades: new Uint8Array(units.length),
    lifted: new Uint8Array(units.length),
    places: new Uint32Array(units.length),
  }
}

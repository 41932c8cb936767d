import type { ReckoningCell } from '@yundiao/office'
import type { Lists } from '@yundiao/scorecards'
import { type Columns, cellAt, SCORE, wholeColumn } from './columns.ts'
import {
  END,
  endFormula,
  GRADE,
  type GradePlan,
  gradeCell,
  gradeRange,
  heldAtWords,
  LIMIT,
  marksAllowed,
  UNGRADED,
  VETO,
} from './grade-places.ts'
import { marksOf, type Standing } from './standing.ts'

/** Columns the sheet of grades counts in. */
export type GradeColumns = { mark: string; entering: string; lifted: string | null; grade: string }

/** What the columns are made of: the total's column, that of a further score for ties, what all comes to at present. */
export type Graded = {
  plan: GradePlan
  units: readonly string[]
  lists: Lists
  total: string
  tieBreak: string | null
  tieBreaks: readonly (number | null)[] | null
  standing: Standing
  grades: readonly (string | null)[]
}

const NOISE = '1E-12'
const below = (cell: string): string => `(${cell}-ABS(${cell})*${NOISE})`
const above = (cell: string): string => `(${cell}+ABS(${cell})*${NOISE})`

const WIDTH = 11

const number = (formula: string, value: number | null, format = '0'): ReckoningCell => ({ formula, value, format })

/** The mark a list gives a unit, in words; a reader may change it. */
const markColumn = (columns: Columns, { plan, units, lists }: Graded): string => {
  const words = { ungraded: UNGRADED, veto: VETO, promote: plan.floor === null ? '' : heldAtWords(plan.floor) }
  const marks = marksOf(units, lists)
  return columns.add({
    head: '名单（可改）',
    width: WIDTH,
    cell: (row) => {
      const mark = marks[row] ?? null
      return { text: mark === null ? '' : words[mark], centred: true, choices: marksAllowed(plan) }
    },
  })
}

/** Places down the queue; of equals the last, or the first where they rise to the better grade. */
const positionColumn = (columns: Columns, graded: Graded, entering: string): string => {
  const { plan, units, standing, tieBreak, tieBreaks } = graded
  const all = wholeColumn(entering, units.length)
  const further =
    tieBreak === null
      ? null
      : columns.add({
          head: '同分比较',
          width: WIDTH,
          cell: (row) =>
            number(
              `IF(${cellAt(tieBreak, row)}="",-1E+300,${cellAt(tieBreak, row)})`,
              tieBreaks?.[row] ?? -1e300,
              SCORE,
            ),
        })
  const place = (row: number): string => {
    const own = cellAt(entering, row)
    if (plan.grading.ties === 'better') return `COUNTIF(${all},">"&${above(own)})+1`
    if (further === null) return `COUNTIF(${all},">="&${below(own)})`
    const second = cellAt(further, row)
    const equals = `${all},">="&${below(own)},${all},"<="&${above(own)}`
    return `COUNTIF(${all},">"&${above(own)})+COUNTIFS(${equals},${wholeColumn(further, units.length)},">="&${below(second)})`
  }
  return columns.add({
    head: '参评位次',
    width: WIDTH,
    cell: (row) => number(`IF(${cellAt(entering, row)}="","",${place(row)})`, standing.position[row] ?? null),
  })
}

/** Who is held at the floor, and the places of the others without them. */
const heldColumns = (columns: Columns, graded: Graded, { mark, position }: { mark: string; position: string }) => {
  const { plan, units, standing } = graded
  const [marks, positions] = [wholeColumn(mark, units.length), wholeColumn(position, units.length)]
  const words = heldAtWords(plan.floor ?? '')
  const at = plan.grading.grades.findIndex(({ grade }) => grade === plan.floor)
  const canFall = at < plan.grading.grades.length - 1
  const isHeld = (row: number): boolean => standing.behind[row] !== null
  const behind = columns.add({
    head: `其后“${words}”的个数`,
    width: WIDTH,
    cell: (row) => {
      const [own, place] = [cellAt(mark, row), cellAt(position, row)]
      const count = `COUNTIFS(${marks},"${words}",${positions},">"&${place})`
      return number(
        `IF(AND(${own}="${words}",${place}<>""),${count},"")`,
        isHeld(row) ? (standing.behind[row] ?? 0) : null,
      )
    },
  })
  const lifted = columns.add({
    head: '按名单占位',
    width: WIDTH,
    cell: (row) => {
      const [place, after] = [cellAt(position, row), cellAt(behind, row)]
      const falls = canFall ? `IF(${place}>${endFormula(plan, at, after)},1,0)` : '0'
      return number(`IF(${after}="","",${falls})`, isHeld(row) ? Number(standing.lifted[row]) : null)
    },
  })
  const others = columns.add({
    head: '其余位次',
    width: WIDTH,
    cell: (row) => {
      const place = cellAt(position, row)
      const ahead = plan.grading.ties === 'better' ? '<' : '<='
      const taken = `COUNTIFS(${wholeColumn(lifted, units.length)},1,${positions},"${ahead}"&${place})`
      const isOut = `OR(${place}="",${cellAt(lifted, row)}=1)`
      return number(`IF(${isOut},"",${place}-${taken})`, standing.amongOthers[row] ?? null)
    },
  })
  return { lifted, others }
}

/** The place of a unit's grade among the grades: by where grades end, or by the score they begin at. */
const indexFormula = (plan: GradePlan, { place, score }: { place: string; score: string }): string => {
  const limits = plan.grading.grades
  if (plan.kind !== 'cut') return `1+COUNTIF(${gradeRange(END, plan)},"<"&${place})`
  return limits.slice(0, -1).reduceRight((rest, { from }, i) => {
    const line = gradeCell(LIMIT, i)
    return from === undefined ? String(i + 1) : `IF(${score}>=${line}-ABS(${line})*${NOISE},${i + 1},${rest})`
  }, String(limits.length))
}

/** Adds what leads from the total to the grade, list by list and step by step. */
export const addGradeColumns = (columns: Columns, graded: Graded): GradeColumns => {
  const { plan, total, standing, grades } = graded
  const mark = markColumn(columns, graded)
  const entering = columns.add({
    head: '参评得分',
    width: WIDTH,
    cell: (row) => {
      const [own, score] = [cellAt(mark, row), cellAt(total, row)]
      const isOut = `OR(${own}="${UNGRADED}",${own}="${VETO}")`
      return number(`IF(${isOut},"",${score})`, standing.entering[row] ?? null, SCORE)
    },
  })
  const position = plan.kind === 'cut' ? null : positionColumn(columns, graded, entering)
  const held = position !== null && plan.takesPlaces ? heldColumns(columns, graded, { mark, position }) : null
  const names = gradeRange(GRADE, plan)
  const floorAt = plan.grading.grades.findIndex(({ grade }) => grade === plan.floor) + 1
  const grade = columns.add({
    head: '等次',
    width: 8,
    cell: (row) => {
      const [own, score] = [cellAt(mark, row), cellAt(entering, row)]
      const index = indexFormula(plan, { place: cellAt(held?.others ?? position ?? '', row), score })
      const least =
        plan.floor === null ? index : `MIN(${index},IF(${own}="${heldAtWords(plan.floor)}",${floorAt},9999))`
      const byScore = `IF(${score}="","",INDEX(${names},${least}))`
      const lifted = held === null ? byScore : `IF(${cellAt(held.lifted, row)}=1,"${plan.floor}",${byScore})`
      const formula = `IF(${own}="${UNGRADED}","",IF(${own}="${VETO}","${plan.vetoTo}",${lifted}))`
      return { formula, value: grades[row] ?? null, centred: true }
    },
  })
  return { mark, entering, lifted: held?.lifted ?? null, grade }
}

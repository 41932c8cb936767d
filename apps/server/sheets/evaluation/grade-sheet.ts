import type { ReckoningCell, ReckoningSheet } from '@yundiao/office'
import type { GradeLimit, GradeResult, Grading, Scheme } from '@yundiao/scorecards'
import { denominatorWords, limitWords, tieWords } from '../../views/evaluation/scheme-words.ts'
import { wholeColumn } from './columns.ts'
import type { GradeColumns } from './grade-columns.ts'
import {
  ALLOWED,
  countCells,
  endFormula,
  GRADES,
  type GradePlan,
  gradeCell,
  heldAtWords,
  LIMIT,
  marksAllowed,
  VETO,
} from './grade-places.ts'
import type { Standing } from './standing.ts'

/** What the sheet counts: columns of the reckoning sheet, `rows` rows, named in full. */
export type Counted = { sheet: string; columns: GradeColumns; rows: number; inputs: number }

const HEAD = ['等次', '划法', '比例或分数线', '名额', '名额（扣除否决）', '止于第几名', '实有']
const WIDTHS = [16, 34, 14, 10, 16, 12, 10]

const HAIR = '0.000000001'

const whole = (formula: string, value: number | null): ReckoningCell => ({ formula, value, format: '0' })

/** How a grade is limited; the limit itself stands beside it, where it may be changed. */
const ruleWords = (limit: GradeLimit, grading: Grading): string => {
  if (limit.atMost !== undefined) return '占分母的比例，不超过'
  if (limit.atLeast !== undefined) return '占分母的比例，不少于'
  if (limit.upTo !== undefined) return '由高到低，累计到分母的'
  return limit.from === undefined ? limitWords(limit, grading) : '得分不低于'
}

const limitCell = ({ atMost, atLeast, upTo, from }: GradeLimit): ReckoningCell => {
  const share = atMost ?? atLeast ?? upTo
  if (share !== undefined) return { number: share, format: '0.0%' }
  return from === undefined ? null : { number: from, format: 'General' }
}

/** Places a grade may or must have: whole units of the share, as `allowedOf`. */
const allowedFormula = (plan: GradePlan, index: number): string | null => {
  const limits = plan.grading.grades
  const limit = limits[index]
  const share = `${gradeCell(LIMIT, index)}*${countCells(plan).whole}`
  if (limit?.atMost !== undefined) return `ROUNDDOWN(${share}+${HAIR},0)`
  if (limit?.atLeast !== undefined) return `MAX(0,ROUNDUP(${share}-${HAIR},0))`
  if (limit?.upTo === undefined) return null
  const before = limits.slice(0, index).flatMap(({ upTo }, i) => (upTo === undefined ? [] : [gradeCell(LIMIT, i)]))
  const from = `MAX(0${before.map((cell) => `,${cell}`).join('')})*${countCells(plan).whole}`
  return `ROUNDDOWN(${share}+${HAIR},0)-ROUNDDOWN(${from}+${HAIR},0)`
}

type Drawn = { plan: GradePlan; standing: Standing; counts: GradeResult['counts']; counted: Counted }

const gradeRow = ({ plan, standing, counts, counted }: Drawn, index: number): ReckoningCell[] => {
  const limit = plan.grading.grades[index]
  if (!limit) return []
  const { vetoed, held } = countCells(plan)
  const [allowed, formula] = [standing.allowed[index] ?? null, allowedFormula(plan, index)]
  const isVeto = limit.grade === plan.vetoTo
  const room = isVeto ? `MAX(0,${gradeCell(ALLOWED, index)}-${vetoed})` : gradeCell(ALLOWED, index)
  const left = allowed === null ? null : Math.max(0, allowed - (isVeto ? standing.vetoed : 0))
  const { sheet, columns, rows } = counted
  return [
    { text: limit.grade, centred: true },
    { text: ruleWords(limit, plan.grading) },
    limitCell(limit),
    formula === null ? null : whole(formula, allowed),
    formula === null ? null : whole(room, left),
    plan.kind === 'cut' ? null : whole(endFormula(plan, index, held), standing.ends[index] ?? null),
    whole(`COUNTIF('${sheet}'!${wholeColumn(columns.grade, rows)},"${limit.grade}")`, counts[index]?.held ?? 0),
  ]
}

const wholeCell = ({ plan, standing, counted }: Drawn): ReckoningCell => {
  const { denominator = 'graded' } = plan.grading
  const { queued, vetoed } = countCells(plan)
  if (typeof denominator === 'number') return { number: denominator }
  if (denominator === 'all') return { number: counted.inputs }
  return whole(denominator === 'ranked' ? queued : `${queued}+${vetoed}`, standing.whole)
}

const countRows = (scheme: Scheme, drawn: Drawn): ReckoningCell[][] => {
  const { plan, standing, counted } = drawn
  const { sheet, columns, rows } = counted
  const column = (letters: string): string => `'${sheet}'!${wholeColumn(letters, rows)}`
  const queued = standing.entering.filter((score) => score !== null).length
  const pad = [null, null, null, null]
  const held: ReckoningCell[] =
    columns.lifted === null || plan.floor === null
      ? []
      : [
          { text: heldAtWords(plan.floor) },
          { text: '得分不到而按名单占名额的个数' },
          whole(`SUM(${column(columns.lifted)})`, standing.held),
          ...pad,
        ]
  return [
    [{ text: '比例的分母' }, { text: denominatorWords(scheme) }, wholeCell(drawn), ...pad],
    [
      { text: '按得分排队' },
      { text: '有得分，不在否决、不评名单的个数' },
      whole(`COUNT(${column(columns.entering)})`, queued),
      ...pad,
    ],
    [
      { text: VETO },
      { text: `归入 ${plan.vetoTo} 的个数` },
      whole(`COUNTIF(${column(columns.mark)},"${VETO}")`, standing.vetoed),
      ...pad,
    ],
    ...(held.length > 0 ? [held] : []),
  ]
}

/** The sheet that divides the queue into grades: shares, places, ends. A reader may change the shares. */
export const gradeSheet = (
  scheme: Scheme,
  drawn: Drawn,
  { title, foot, nameOf }: { title: string; foot: string; nameOf: (code: string) => string },
): ReckoningSheet => {
  const ties = tieWords(scheme, nameOf)
  const isShared = drawn.plan.kind !== 'cut'
  return {
    name: GRADES,
    title: `${title}：等次（改动比例、${drawn.counted.sheet}表的名单或数据后，等次随之变动）`,
    head: HEAD,
    widths: WIDTHS,
    freezeColumns: 1,
    rows: [...drawn.plan.grading.grades.map((_, i) => gradeRow(drawn, i)), ...countRows(scheme, drawn)],
    notes: [
      ...(isShared && ties !== null ? [ties] : []),
      `“${drawn.counted.sheet}”的名单可填：${marksAllowed(drawn.plan).join('、')}；空白的按得分。表内改动只供测算，不改系统里的结果`,
    ],
    foot,
  }
}

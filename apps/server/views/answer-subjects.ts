import { contributions, FINDING_FORMULAS, type Finding } from '@yundiao/analysis'
import type { AnswerIndicator, AnswerLine, AnswerPlace, AnswerUnit, Run, Worked } from '@yundiao/briefings'
import { rowSentence } from '@yundiao/briefings'
import { DUTY_WORDS, economyCatalogue, SPOKEN_NAMES, SUMS } from '@yundiao/domains/economy'
import type { FigureRef, FoundFigure } from '@yundiao/figures'
import { fromCanonical, type Region, showNumber } from '@yundiao/kernel'
import type { PlaceDrags } from './answer-drags.ts'
import { boardLine, type FigureFinder, kindOf, PLACE_CODES, placeLine, publishedPull } from './answer-lines.ts'
import { type CityTarget, otherTargets, targetWords } from './answer-targets.ts'
import type { PlacedTask, Tasks } from './answer-tasks.ts'
import type { Board, BoardRow } from './board-schema.ts'
import type { Compare } from './figure-schema.ts'
import { reviewRow } from './review-rows.ts'
import { runsOfSaid } from './said-runs.ts'

/** All a subject is written from; `leadOf` gives the unit an indicator's duty falls to. */
export type SubjectBasis = {
  board: Board
  figures: readonly FoundFigure[]
  find: FigureFinder
  findings: readonly Finding[]
  /** The city's targets of the year. */
  targets: readonly CityTarget[]
  /** Indicators the board judges by a target that was never made public. */
  innerTargets: ReadonlySet<string>
  tasks: Tasks
  drags: PlaceDrags
  leadOf: (indicator: { leadDuty: string }) => string | null
  /** Duties a unit holds, by their names in code. */
  dutiesOf: (unit: string) => readonly string[]
  /** Units that speak for a county or zone. */
  unitsIn: (region: string) => readonly string[]
}

/** What a place's own line does not tell already: since when it falls. */
const BEYOND_LINE: readonly Finding['kind'][] = ['falling-streak', 'unusual']

type Told = Pick<SubjectBasis, 'innerTargets'>

const sentencesOf = ({ indicator, sentences }: Finding, { innerTargets }: Told): readonly (readonly Run[])[] =>
  sentences.map(runsOfSaid).map((runs) => (innerTargets.has(indicator) ? withTargetsMarked(runs) : runs))

const firstSentences = (findings: readonly Finding[], told: Told): readonly (readonly Run[])[] =>
  findings.flatMap((finding) => sentencesOf(finding, told).slice(0, 1))

const tasksWhere = (tasks: Tasks, belongs: (task: PlacedTask) => boolean) =>
  tasks.all.filter(belongs).map(({ task }) => task)

const indicatorsOf = (codes: readonly string[]) => codes.flatMap((code) => economyCatalogue.get(code) ?? [])

/** A county or a zone: its lines in the series of its group, what waits in it, who weighs most. */
export const placesOf = (
  regions: readonly Region[],
  { board, figures, find, findings, innerTargets, tasks, drags, unitsIn }: SubjectBasis,
): AnswerPlace[] => {
  const { period } = board
  const reading = { find, period, city: board.city.code }
  const kinds = new Map(
    (['county', 'zone'] as const).map((kind) => {
      const codes = new Set(regions.filter((region) => region.kind === kind).map(({ code }) => code))
      return [
        kind,
        new Map(
          indicatorsOf(PLACE_CODES).map((one) => [
            one.code,
            kindOf(figures, { indicator: one, regions: codes, period }),
          ]),
        ),
      ]
    }),
  )
  return regions.map((region) => {
    const kind = region.kind === 'zone' ? 'zone' : 'county'
    const speaking = new Set(unitsIn(region.code))
    return {
      id: region.code,
      name: kind === 'zone' ? region.shortName : region.name,
      kind,
      words: [region.shortName],
      lines: indicatorsOf(PLACE_CODES).map((one) =>
        placeLine(one, region.code, kinds.get(kind)?.get(one.code) ?? null, reading),
      ),
      tasks: tasksWhere(tasks, (one) => one.region === region.code || one.units.some((unit) => speaking.has(unit))),
      findings: firstSentences(
        findings
          .filter((one) => one.region === region.code && BEYOND_LINE.includes(one.kind))
          .toSorted((a, b) => PLACE_CODES.indexOf(a.indicator) - PLACE_CODES.indexOf(b.indicator)),
        { innerTargets },
      ),
      drags: drags.of(region.code),
      sees: { projects: tasks.seesProjects, enterprises: drags.seesEnterprises },
    }
  })
}

const workedOf = (compare: Compare): Worked | null =>
  compare.kind === 'value'
    ? {
        formula: { id: compare.formula, version: compare.version, inputs: compare.inputs },
        shown: compare.shown.replace('\u2212', '-'),
      }
    : null

const vsTargetOf = ({ vsTarget }: BoardRow): AnswerIndicator['vsTarget'] =>
  vsTarget.kind === 'refused' ? (vsTarget.code === 'target-missing' ? '待明确' : null) : workedOf(vsTarget)

/** Formulas that reckon with a target: what they say of one never made public is marked. */
const withTargetsMarked = (runs: readonly Run[]): readonly Run[] =>
  runs.map((run) => ('formula' in run && run.formula.id.startsWith('target.') ? { ...run, mark: '内部' } : run))

/** 拉动 of the parts of a sum, from the board's own levels and rates; none where one of them lacks. */
const partsOf = (row: BoardRow, { board, find }: SubjectBasis): AnswerIndicator['parts'] => {
  const sum = SUMS.find(({ total }) => total === row.indicator)
  const parts = (sum?.parts ?? []).flatMap((code) => board.rows.find(({ indicator }) => indicator === code) ?? [])
  if (!sum || parts.length !== sum.parts.length || row.growth?.value == null) return []
  const given = parts.map(({ label, level, growth }) => ({
    name: label,
    level: level?.value ?? Number.NaN,
    growth: growth?.value ?? Number.NaN,
  }))
  const pulled = contributions(given)
  if (pulled.kind !== 'contributions') return []
  const inputs = parts.flatMap(({ level, growth }) => [level, growth].flatMap((fig) => fig?.ref ?? []))
  return pulled.parts.map(({ name, pull }, at) => {
    const indicator = economyCatalogue.all.find(({ shortName }) => shortName === name)
    const label = indicator?.name ?? name
    const told = indicator && publishedPull(indicator, parts[at]?.growth?.ref, { whole: row.indicator, find })
    if (told) return { name: label, published: true, pull: { figure: told.ref, shown: `拉动${told.shown}个百分点` } }
    return {
      name: label,
      pull: {
        formula: { id: 'growth.pull', version: FINDING_FORMULAS['growth.pull'].version, inputs: inputs as FigureRef[] },
        shown: `拉动${showNumber(Number((fromCanonical(pull, '%') ?? 0).toPrecision(12)), 2)}个百分点`,
      },
    }
  })
}

/** A line of sheet T1: against target, province, last period; its parts. */
export const indicatorOf = (
  row: BoardRow,
  basis: SubjectBasis,
  nameOf: (unit: string) => string | null,
): AnswerIndicator[] => {
  const { board, find, findings, leadOf } = basis
  const indicator = economyCatalogue.get(row.indicator)
  const line = boardLine(row, board.period, find)
  if (!indicator || !line) return []
  const lead = leadOf(indicator)
  const own = findings.filter((one) => one.indicator === row.indicator && one.region === board.city.code && !one.mark)
  return [
    {
      id: row.indicator,
      name: indicator.name,
      words: [indicator.shortName, ...(SPOKEN_NAMES[row.indicator] ?? [])],
      tasks: [],
      findings: own.flatMap((finding) => sentencesOf(finding, basis)),
      line,
      told: rowSentence(reviewRow(row, board.period)),
      vsTarget: vsTargetOf(row),
      target: { words: targetWords(row.target?.layer ?? null), inner: basis.innerTargets.has(row.indicator) },
      otherTargets: otherTargets(row, indicator, basis.targets),
      vsLastPeriod: workedOf(row.vsLastPeriod),
      vsLastYear: workedOf(row.vsLastYear),
      required: workedOf(row.required),
      leadUnit: lead === null ? null : nameOf(lead),
      parts: partsOf(row, basis),
    },
  ]
}

/** A department: the lines its duty leads, its items, the matters it must answer. */
export const unitOf = (
  unit: { id: string; name: string; duties: readonly string[] },
  basis: SubjectBasis,
): AnswerUnit => {
  const { board, find, findings, tasks, leadOf } = basis
  const rows = board.rows.filter(({ indicator }) => {
    const of = economyCatalogue.get(indicator)
    return of !== undefined && leadOf(of) === unit.id
  })
  const codes = new Set(rows.map(({ indicator }) => indicator))
  const lines: AnswerLine[] = rows.flatMap((row) => boardLine(row, board.period, find) ?? [])
  return {
    id: unit.id,
    name: unit.name,
    words: [...lines.map(({ label }) => label), ...unit.duties.flatMap((duty) => DUTY_WORDS[duty] ?? [])],
    lines,
    tasks: tasksWhere(tasks, ({ units, task }) => units.includes(unit.id) && task.kind !== 'project'),
    findings: firstSentences(
      findings.filter((one) => codes.has(one.indicator) && one.region === board.city.code && !one.mark),
      basis,
    ),
  }
}

import { issues, NATIONAL_TOPICS, type Score, scores } from '@yundiao/domains/business-environment'
import type { LocalDate } from '@yundiao/kernel'
import { regions } from '../regions.ts'
import { DEMO_NOTE, type DemoEntry, demoId } from './entry.ts'
import { PROBLEMS, type ProblemRow } from './environment-list.ts'

const blank = (fields: Readonly<Record<string, unknown>>): Record<string, null> =>
  Object.fromEntries(Object.keys(fields).map((field) => [field, null]))

/** A closed one was finished early in the month it was due. */
const earlyIn = (day: LocalDate): LocalDate => `${day.slice(0, 8)}${day.slice(8) > '05' ? '05' : '01'}` as LocalDate

const issueEntry = ([region, state, foundOn, dueOn, values]: ProblemRow, at: number): DemoEntry => {
  const isDone = state === '已销号' && dueOn !== null
  return {
    ledger: issues.id,
    id: demoId('reform', at + 1),
    region,
    state,
    values: {
      ...blank(issues.fields),
      foundOn,
      dueOn,
      ...values,
      finishedOn: isDone ? earlyIn(dueOn) : null,
      closedOn: isDone ? dueOn : null,
      checkedBy: isDone ? 'zwfw' : null,
      remark: DEMO_NOTE,
    },
    knownFrom: isDone ? dueOn : foundOn,
    demo: true,
  }
}

const COUNTIES = regions.filter(({ kind }) => kind === 'county')

/** Scores of counties by topic, invented; a few were not assessed. */
const scoreEntry = (county: (typeof COUNTIES)[number], at: number, topic: string, which: number): DemoEntry => {
  const isLacking = (at * 7 + which * 5) % 41 === 3
  const values: Score = {
    ...(blank(scores.fields) as unknown as Score),
    name: `${county.shortName}（演示）`,
    year: 2021,
    indicator: topic as Score['indicator'],
    score: isLacking ? null : 57 + ((at * 17 + which * which * 5 + which * 11) % 39) + ((at * 3 + which) % 10) / 10,
    source: '部门业务',
    assessor: '演示评估单位',
    assessedOn: '2022-03-18',
    evidence: isLacking ? null : '演示核验底稿',
    remark: DEMO_NOTE,
  }
  return {
    ledger: scores.id,
    id: demoId('environment', at * 100 + which + 1),
    region: county.code,
    state: isLacking ? '退回修改' : '已核实',
    values: { ...values, score: values.score === null ? null : Number(values.score.toFixed(1)) },
    knownFrom: '2022-03-25',
    demo: true,
  }
}

/** Problems of the business environment, and scores of counties by topic. */
export const environmentEntries: readonly DemoEntry[] = [
  ...PROBLEMS.map(issueEntry),
  ...COUNTIES.flatMap((county, at) => NATIONAL_TOPICS.map((topic, which) => scoreEntry(county, at, topic, which))),
]

import type { Block, Run } from '../paper.ts'
import { joinRuns } from '../review-sentences.ts'
import type { AnswersInput, AnswerUnit } from './answer-input.ts'
import { type AnswerPage, type Brevity, isPressing, noteBlock, pageOf, paragraph, taskTopics } from './answer-page.ts'
import { countRun, isBehind } from './answer-sentences.ts'
import { lineTable, taskTable } from './answer-tables.ts'
import { periodRuns, say, type Wording } from './answer-words.ts'

const count = (inputs: readonly string[], words: string): readonly Run[] =>
  inputs.length === 0 ? [] : [countRun(inputs, words)]

const stateWords = (unit: AnswerUnit, state: string): readonly Run[] => {
  const own = unit.tasks.filter((task) => task.kind === 'item' && task.state === state)
  return count(
    own.flatMap(({ link }) => ('item' in link ? `item:${link.item}` : [])),
    `${state}${own.length}件`,
  )
}

const itemWords = (unit: AnswerUnit): readonly Run[] => {
  const items = unit.tasks.flatMap(({ link }) => ('item' in link ? `item:${link.item}` : []))
  const states = joinRuns([stateWords(unit, '逾期'), stateWords(unit, '欠序时')], '、')
  const all = count(items, `未办结督办事项${items.length}件`)
  return states.length === 0 ? all : [...all, { text: '（其中' }, ...states, { text: '）' }]
}

const partsOf = (unit: AnswerUnit): readonly Run[] => {
  const indicators = unit.lines.map(({ indicator }) => `indicator:${indicator}`)
  const matters = unit.tasks.filter(({ kind }) => kind === 'matter')
  return joinRuns(
    [
      count(indicators, `负责指标${indicators.length}项`),
      itemWords(unit),
      count(
        matters.flatMap(({ link }) => ('entry' in link ? `entry:${link.entry}` : [])),
        `需协调事项${matters.length}件`,
      ),
    ],
    '，',
  )
}

const questionOf = ({ tasks }: AnswerUnit): Wording => {
  const has = (state: string) => tasks.some((task) => task.kind === 'item' && task.state === state)
  return has('逾期') ? 'askUnitOverdue' : has('欠序时') ? 'askUnitBehind' : 'askUnit'
}

/** One unit: the indicators its duty leads, its items and the matters it must answer, overdue first. */
export const unitAnswer = (unit: AnswerUnit, input: AnswersInput, { sentences, rows }: Brevity): AnswerPage => {
  const held = unit.lines.filter(({ growth, level }) => growth !== undefined || level !== undefined)
  const missing = unit.lines.filter((line) => !held.includes(line))
  const parts = partsOf(unit)
  const wider: readonly Block[] =
    held.length === 0
      ? []
      : [lineTable(held, { caption: `${unit.name}负责的指标`, wider: '全省', standing: new Map() })]
  const lacks = [...Map.groupBy(missing, ({ gap }) => gap ?? '未报送')].map(([gap, own]): readonly Run[] =>
    say('noFigures', { names: own.map(({ label }) => label).join('、'), gap: [{ gap }] }),
  )
  return pageOf({
    kind: 'unit',
    subject: unit,
    question: say(questionOf(unit), { name: unit.name }),
    weight: held.filter(isBehind).length + unit.tasks.filter(isPressing).length,
    known: held.length > 0 || unit.tasks.length > 0,
    topics: taskTopics(unit.tasks),
    blocks: [
      paragraph(
        parts.length === 0
          ? say('unitNone', { name: unit.name })
          : say('unitLead', { name: unit.name, parts: [{ text: '：' }, ...parts] }),
      ),
      ...unit.findings.slice(0, sentences).map(paragraph),
      ...wider,
      ...(unit.tasks.length === 0 || rows === 0 ? [] : [taskTable(unit.tasks, rows)]),
      ...noteBlock([
        ...lacks,
        unit.tasks.some(({ demo }) => demo) ? say('demonstration') : [],
        held.length > 0 ? say('scope', { city: input.city.name, period: periodRuns(input.periodWords) }) : [],
      ]),
    ],
  })
}

import type { Run } from '../paper.ts'
import { pointsDifference } from '../points-difference.ts'
import type { BoundNumber } from '../review-input.ts'
import { comparisonRun, growthRun, joinRuns } from '../review-sentences.ts'
import type { AnswerLine, AnswerTask, Worked } from './answer-input.ts'
import { type PlaceRank, rankMoved, rankUse } from './answer-ranks.ts'
import { say } from './answer-words.ts'

/** How a line stands among the counties, now and a period ago. */
export type Standing = { rank: PlaceRank | null; before: PlaceRank | null }

/** A count of things, bound to them: 3项, 2件. */
export const countRun = (inputs: readonly string[], shown: string, id = 'count-indicators'): Run => ({
  formula: { id, version: 1, inputs },
  shown,
})

const points = (own: BoundNumber, other: BoundNumber | undefined) =>
  other ? pointsDifference(own.shown, other.shown) : null

/** 较上期回落0.6个百分点, 较上期加快…, 与上期持平; null where the two cannot be subtracted. */
const moveRun = (own: BoundNumber, before: BoundNumber | undefined, whose: '上期' | '上年同期'): Run | null => {
  const difference = points(own, before)
  if (!difference || !before) return null
  const shown =
    difference.sign === 0
      ? `与${whose}持平`
      : `较${whose}${difference.sign > 0 ? '加快' : '回落'}${difference.digits}个百分点`
  return { formula: { id: 'difference-in-points', version: 1, inputs: [own.ref, before.ref] }, shown }
}

/** The same of a difference worked out elsewhere, with its sign in front (`-0.4`). */
export const workedRun = (
  { formula, shown }: Worked,
  words: { up: string; down: string; level: string },
  isInner = false,
): Run => {
  const digits = shown.replace(/^[-+−]/u, '')
  const mark = isInner ? ({ mark: '内部' } as const) : {}
  if (/^(?:0(?:\.0+)?|持平)$/u.test(digits)) return { formula, shown: words.level, ...mark }
  return { formula, ...mark, shown: `${/^[-−]/u.test(shown) ? words.down : words.up}${digits}个百分点` }
}

/** Whether a line grows slower than the wider region, or than it did a period ago. */
export const isBehind = ({ growth, wider }: AnswerLine): boolean =>
  growth !== undefined && points(growth, wider)?.sign === -1
export const isSlower = ({ growth, before }: AnswerLine): boolean =>
  growth !== undefined && points(growth, before)?.sign === -1

/** By how many points a line is behind; 0 where it is not or cannot be told. Only for the order of sentences. */
export const shortfallOf = (own: BoundNumber | undefined, other: BoundNumber | undefined): number => {
  const difference = own && points(own, other)
  return difference?.sign === -1 ? Number(difference.digits) : 0
}

const rankRuns = (standing: Standing): readonly Run[] => {
  const { rank, before } = standing
  if (!rank) return []
  const use = rankUse(rank)
  const moved = rankMoved(rank, before)
  const steps = moved ? Number(moved.shown) : 0
  const said: Run = { formula: use.formula, shown: `居${rank.of}个${rank.group}第${rank.rank}位` }
  if (!moved || steps === 0) return [said]
  const words = `${steps > 0 ? '前移' : '后移'}${Math.abs(steps)}位`
  return [said, { text: '、较上期' }, { formula: moved.formula, shown: words }]
}

/** 规模以上工业增加值同比增长8.1%，低于全市1.0个百分点，较上期回落0.6个百分点，居9个县（市、区）第7位。 Empty without a growth. */
export const lineSentence = (line: AnswerLine, standing: Standing): readonly Run[] => {
  const { growth } = line
  if (!growth) return []
  const one = (run: Run | null): readonly Run[] => (run ? [run] : [])
  const said = joinRuns(
    [
      [growthRun(growth)],
      one(line.wider ? comparisonRun(growth, line.wider, '全市') : null),
      one(moveRun(growth, line.before, '上期')),
      rankRuns(standing),
    ],
    '，',
  )
  return say('line', { label: line.label, said })
}

const COUNTED: readonly [kind: AnswerTask['kind'], words: string, counter: string][] = [
  ['project', '重点项目', '个'],
  ['item', '督办事项', '件'],
  ['matter', '需协调事项', '件'],
]

const keyOf = ({ link }: AnswerTask): string => ('item' in link ? `item:${link.item}` : `entry:${link.entry}`)

const byState = (tasks: readonly AnswerTask[], counter: string): readonly Run[] =>
  joinRuns(
    [...Map.groupBy(tasks, ({ state }) => state)].map(([state, own]): readonly Run[] => [
      countRun(own.map(keyOf), `${state}${own.length}${counter}`, 'count-listed'),
    ]),
    '、',
  )

/** 重点项目欠序时3个、应开未开1个；督办事项逾期1件。 Of what is not done; empty without a task. */
export const taskSentence = (tasks: readonly AnswerTask[]): readonly Run[] => {
  const parts = COUNTED.map(([kind, words, counter]): readonly Run[] => {
    const own = tasks.filter((task) => task.kind === kind)
    return own.length === 0 ? [] : [{ text: words }, ...byState(own, counter)]
  })
  const counts = joinRuns(parts, '；')
  return counts.length === 0 ? [] : say('tasks', { counts })
}

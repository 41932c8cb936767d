import { fromCanonical, showNumber } from '@yundiao/kernel'
import type { Run } from '../paper.ts'
import { joinRuns } from '../review-sentences.ts'
import type { AnswerDrag, DragPart } from './answer-input.ts'
import { nameRun, say } from './answer-words.ts'

const YI = 1e8

/** 3.21亿元, below that 4200万元: two decimals, or none. Canonical 元 in. */
const amountWords = (yuan: number): string =>
  Math.abs(yuan) >= YI
    ? `${showNumber(fromCanonical(Math.abs(yuan), '亿元') ?? 0, 2)}亿元`
    : `${showNumber(fromCanonical(Math.abs(yuan), '万元') ?? 0, 0)}万元`

const WORDS = {
  output: { less: '减少', more: '增加', formula: 'dispatch.change' },
  investment: { less: '少', more: '多', formula: 'projects.behind' },
} as const

const changeRun = ({ kind, change, inputs }: AnswerDrag, of: number = change): Run => {
  const { less, more, formula } = WORDS[kind]
  return { formula: { id: formula, version: 1, inputs }, shown: `${of < 0 ? less : more}${amountWords(of)}` }
}

const partRuns = (drag: AnswerDrag, { name, change, entry, demo }: DragPart): readonly Run[] => {
  const shown = `${WORDS[drag.kind].less}${amountWords(change)}`
  const marked = demo && !name.includes('演示') ? `${name}（演示）` : name
  if (entry === null) return [nameRun(name), { text: '（' }, changeRun(drag, change), { text: '）' }]
  return [{ entry, text: `${marked}（${shown}）` }]
}

const named = (drag: AnswerDrag, parts: readonly DragPart[], most: number): readonly Run[] =>
  joinRuns(
    parts.slice(0, most).map((part) => partRuns(drag, part)),
    '、',
  )

const counted = ({ kind, count, inputs }: AnswerDrag): readonly Run[] => [
  { formula: { id: 'count-listed', version: 1, inputs }, shown: `${count}${kind === 'output' ? '户' : '个'}` },
]

/**
 * Who weighs most in a place: the change of all counted, the industries (or classes) it falls most in, the enterprises (or
 * projects) it falls most at, each with its amount, at most `most` of each. Says nothing of parts that did not fall.
 */
export const dragSentence = (drag: AnswerDrag, most: number): readonly Run[] => {
  const isOutput = drag.kind === 'output'
  const head = say(isOutput ? 'dragOutput' : 'dragInvestment', { count: counted(drag), change: [changeRun(drag)] })
  const groups = isOutput && drag.groups.length > 0 ? say('dragGroups', { names: named(drag, drag.groups, most) }) : []
  const parts =
    drag.parts.length > 0
      ? say(isOutput ? 'dragEnterprises' : 'dragProjects', { names: named(drag, drag.parts, most) })
      : []
  return [...joinRuns([head, groups, parts], '；'), { text: '。' }]
}

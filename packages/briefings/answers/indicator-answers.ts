import type { Block, Run } from '../paper.ts'
import { joinRuns } from '../review-sentences.ts'
import type { AnswerIndicator, AnswersInput } from './answer-input.ts'
import { type AnswerPage, type Brevity, noteBlock, pageOf, paragraph, tasksOf } from './answer-page.ts'
import { countRun, isBehind, workedRun } from './answer-sentences.ts'
import { type PlaceLine, placeTable } from './answer-tables.ts'
import { periodRuns, say, type Wording } from './answer-words.ts'
import { standingsOf } from './place-answers.ts'

const fell = (worked: AnswerIndicator['vsLastPeriod'] | '待明确'): boolean =>
  worked !== null && worked !== '待明确' && /^[-−]/u.test(worked.shown)

/** 低于奋斗目标1.4个百分点（内部）。 Of targets of other layers; empty without one. */
const otherTargetRuns = ({ otherTargets = [] }: AnswerIndicator): readonly Run[] => {
  const runs = otherTargets.map(({ words, inner, compared: worked }): readonly Run[] => [
    workedRun(worked, targetWords(words), inner),
  ])
  return runs.length === 0 ? [] : [...joinRuns(runs, '，'), { text: '。' }]
}

const innerWords = ({ target, otherTargets = [] }: AnswerIndicator): readonly string[] => [
  ...new Set([target, ...otherTargets].filter(({ inner }) => inner).map(({ words }) => words)),
]

const isEmpty = ({ line }: AnswerIndicator): boolean => line.growth === undefined && line.level === undefined

const questionOf = (of: AnswerIndicator): Wording => {
  if (isEmpty(of)) return 'askIndicatorGap'
  if (fell(of.vsTarget)) return 'askIndicatorTarget'
  if (isBehind(of.line)) return 'askIndicatorProvince'
  return fell(of.vsLastPeriod) ? 'askIndicatorSlower' : 'askIndicator'
}

const targetWords = (target: string) => ({ up: `高于${target}`, down: `低于${target}`, level: `与${target}持平` })
const PERIOD = { up: '较上期加快', down: '较上期回落', level: '与上期持平' }
const YEAR = { up: '较上年同期加快', down: '较上年同期回落', level: '与上年同期持平' }

const compared = (of: AnswerIndicator): readonly Run[] => {
  const { vsTarget, target, vsLastPeriod, vsLastYear, required } = of
  const mark = target.inner ? ({ mark: '内部' } as const) : {}
  const parts: readonly Run[] = [
    ...(vsTarget !== null && vsTarget !== '待明确'
      ? [workedRun(vsTarget, targetWords(target.words), target.inner)]
      : []),
    ...(vsLastPeriod ? [workedRun(vsLastPeriod, PERIOD)] : []),
    ...(vsLastYear ? [workedRun(vsLastYear, YEAR)] : []),
    ...(required ? [{ formula: required.formula, shown: `后期需增长${required.shown}%`, ...mark }] : []),
  ]
  return parts.length === 0
    ? []
    : [
        ...joinRuns(
          parts.map((run) => [run]),
          '，',
        ),
        { text: '。' },
      ]
}

/** Counties that have a number of the indicator, the slowest growth first; none where some are out of sight. */
const placeLines = (of: AnswerIndicator, input: AnswersInput): readonly PlaceLine[] =>
  (input.seesAllPlaces ? input.places : [])
    .filter(({ kind }) => kind === 'county')
    .flatMap((place) => {
      const line = place.lines.find(({ indicator }) => indicator === of.line.indicator)
      if (!line?.growth) return []
      const standing = standingsOf(place, input).get(line.indicator) ?? { rank: null, before: null }
      return [{ name: place.name, line, standing }]
    })
    .toSorted((a, b) => Number(a.line.growth?.shown) - Number(b.line.growth?.shown))

const countiesBlocks = (lines: readonly PlaceLine[], label: string): readonly Block[] => {
  if (lines.length === 0) return []
  const refs = (own: readonly PlaceLine[]) => own.flatMap(({ line }) => line.growth?.ref ?? [])
  const behind = lines.filter(({ line }) => isBehind(line))
  const known = [countRun(refs(lines), `${lines.length}个`)]
  const sentence =
    behind.length === 0
      ? say('countiesLevel', { known })
      : say('countiesBehind', {
          known,
          behind: [countRun(refs(behind), `${behind.length}个`)],
          names: behind.map(({ name }) => name).join('、'),
        })
  const isCompared = lines.some(({ line }) => line.wider !== undefined)
  return [...(isCompared ? [paragraph(sentence)] : []), placeTable(lines, `县（市、区）${label}`)]
}

const whose = (published: boolean | undefined): string => (published ? '（公布）' : '（测算）')

/** What each part pulls; whose the numbers are is said once where all are of one kind. */
const partsBlock = ({ parts }: AnswerIndicator): readonly Block[] => {
  const isMixed = new Set(parts.map(({ published }) => published === true)).size > 1
  return parts.length === 0
    ? []
    : [
        paragraph(
          say('parts', {
            parts: joinRuns(
              parts.map(({ name, pull, published }): readonly Run[] => [
                { text: name },
                pull,
                ...(isMixed ? [{ text: whose(published) }] : []),
              ]),
              '、',
            ),
            whose: isMixed ? '' : whose(parts[0]?.published),
          }),
        ),
      ]
}

const inputsOf = (runs: readonly Run[]): readonly string[] =>
  runs.flatMap((run) => ('formula' in run ? [[...run.formula.inputs].sort().join(' ')] : []))

/** Sentences of findings that say more than the first one did: a comparison told there is not told again. */
const newSentences = ({ findings, told }: AnswerIndicator): readonly (readonly Run[])[] => {
  const known = new Set(inputsOf(told))
  return findings.filter((runs) => {
    const inputs = inputsOf(runs)
    return inputs.length === 0 || runs.some((run) => 'figure' in run) || inputs.some((input) => !known.has(input))
  })
}

const leadRuns = ({ leadUnit }: AnswerIndicator): readonly Run[] =>
  say('leadUnit', { unit: leadUnit === null ? [{ gap: '待明确' }] : [{ text: leadUnit }] })

const leadBlock = (of: AnswerIndicator, period: string): Block =>
  paragraph(
    isEmpty(of)
      ? say('indicatorGap', { period: periodRuns(period), name: of.name, gap: [{ gap: of.line.gap ?? '未报送' }] })
      : [
          ...say('indicatorLead', { period: periodRuns(period), told: of.told }),
          ...(of.findings.length > 0 ? [] : compared(of)),
        ],
  )

/** One indicator: the number, against target, province, last period; its parts; the counties behind; who leads. */
export const indicatorAnswer = (of: AnswerIndicator, input: AnswersInput, { sentences, rows }: Brevity): AnswerPage => {
  const counties = placeLines(of, input)
  const isLagging = fell(of.vsTarget) || isBehind(of.line) || fell(of.vsLastPeriod)
  const isDemo = counties.some(({ line }) => line.growth?.mark === '演示')
  return pageOf({
    kind: 'indicator',
    subject: of,
    question: say(questionOf(of), { name: of.name, target: of.target.words }),
    weight: [fell(of.vsTarget), isBehind(of.line), fell(of.vsLastPeriod)].filter(Boolean).length + of.tasks.length,
    known: !isEmpty(of),
    blocks: [
      leadBlock(of, input.periodWords),
      paragraph(otherTargetRuns(of)),
      paragraph(newSentences(of).slice(0, sentences).flat()),
      ...partsBlock(of),
      ...countiesBlocks(counties, of.name),
      ...tasksOf(of.tasks, rows),
      paragraph(leadRuns(of)),
      ...noteBlock([
        isLagging ? say('noCause', { who: of.leadUnit ?? '牵头单位' }) : [],
        innerWords(of).length > 0 ? say('innerTarget', { target: innerWords(of).join('、') }) : [],
        of.vsTarget === '待明确' && of.findings.length === 0 ? say('noTarget', { gap: [{ gap: '待明确' }] }) : [],
        counties.length > 0 ? say('computed') : [],
        isDemo ? say('demonstration') : [],
      ]),
    ],
  })
}

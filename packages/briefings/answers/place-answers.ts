import type { Block, Run } from '../paper.ts'
import { joinRuns } from '../review-sentences.ts'
import type { AnswerLine, AnswerPlace, AnswersInput } from './answer-input.ts'
import {
  type AnswerPage,
  type Brevity,
  isPressing,
  noteBlock,
  pageOf,
  paragraph,
  tasksOf,
  taskTopics,
} from './answer-page.ts'
import { rankAmong } from './answer-ranks.ts'
import { countRun, isBehind, isSlower, lineSentence, type Standing, shortfallOf } from './answer-sentences.ts'
import { lineTable } from './answer-tables.ts'
import { periodRuns, say, type Wording } from './answer-words.ts'
import { dragSentence } from './drag-sentences.ts'

const GROUPS = { county: '县（市、区）', zone: '园区' } as const

/** The last of a group that are called so. */
const LAST = 3

const known = (lines: readonly (AnswerLine | undefined)[], of: 'growth' | 'before') =>
  lines.flatMap((line) => line?.[of] ?? [])

/** How each line of a place stands among its group (counties or zones), now and a period ago. */
export const standingsOf = (
  place: AnswerPlace,
  { places, seesAllPlaces }: Pick<AnswersInput, 'places' | 'seesAllPlaces'>,
): ReadonlyMap<string, Standing> => {
  const group = seesAllPlaces ? places.filter(({ kind }) => kind === place.kind) : []
  return new Map(
    place.lines.map((line) => {
      const all = group.map(({ lines }) => lines.find(({ indicator }) => indicator === line.indicator))
      const name = GROUPS[place.kind]
      // A place among six is no place among nine: ranks move only where the same places had a number.
      const isSameField = all.every((one) => (one?.growth === undefined) === (one?.before === undefined))
      return [
        line.indicator,
        {
          rank: rankAmong(line.growth, known(all, 'growth'), name),
          before: isSameField ? rankAmong(line.before, known(all, 'before'), name) : null,
        },
      ]
    }),
  )
}

const isLast = ({ rank }: Standing): boolean => rank !== null && rank.of > 2 * LAST && rank.rank > rank.of - LAST

const leadOf = (place: AnswerPlace, standings: ReadonlyMap<string, Standing>, period: string): readonly Run[] => {
  const held = place.lines.filter(({ growth }) => growth !== undefined)
  if (held.length === 0)
    return say('placeNone', { period: periodRuns(period), name: place.name, gap: [{ gap: gapOf(place) }] })
  const count = (lines: readonly AnswerLine[], words: string): readonly Run[] =>
    lines.length === 0
      ? []
      : [
          countRun(
            lines.flatMap(({ growth }) => growth?.ref ?? []),
            `${words}${lines.length}项`,
          ),
        ]
  const standing = joinRuns(
    [
      count(held.filter(isBehind), '增速低于全市的'),
      count(held.filter(isSlower), '较上期回落的'),
      count(
        held.filter(({ indicator }) => isLast(standings.get(indicator) ?? { rank: null, before: null })),
        '居后三位的',
      ),
    ],
    '、',
  )
  return say('placeLead', {
    period: periodRuns(period),
    name: place.name,
    known: count(held, ''),
    standing: standing.length === 0 ? '' : [{ text: '，其中' }, ...standing],
  })
}

const gapOf = ({ lines }: AnswerPlace) => lines.find(({ gap }) => gap !== undefined)?.gap ?? '未报送'

/** The lines worth a sentence: behind the city or slower than before, the widest first. */
const worstLines = (lines: readonly AnswerLine[]): readonly AnswerLine[] =>
  lines.filter((line) => isBehind(line) || isSlower(line)).toSorted((a, b) => weightOf(b) - weightOf(a))

const weightOf = ({ growth, wider, before }: AnswerLine): number =>
  shortfallOf(growth, wider) + shortfallOf(growth, before)

const questionOf = (place: AnswerPlace): { title: Wording; about: AnswerLine | null } => {
  // A leader asks by the total first: 江油GDP为什么掉.
  const [first] = place.lines
  const slower = first && isSlower(first) ? first : worstLines(place.lines).find(isSlower)
  if (slower) return { title: 'askPlaceSlower', about: slower }
  const behind = worstLines(place.lines).find(isBehind)
  if (behind) return { title: 'askPlaceBehind', about: behind }
  return { title: place.tasks.length > 0 ? 'askPlaceTasks' : 'askPlace', about: null }
}

/** What was asked about first, then the worst of the others. */
const toldLines = (lines: readonly AnswerLine[], about: AnswerLine | null, most: number): readonly AnswerLine[] => {
  const others = worstLines(lines).filter((line) => line !== about)
  return (about ? [about, ...others] : others).slice(0, most)
}

const notesOf = (place: AnswerPlace, standings: ReadonlyMap<string, Standing>): readonly (readonly Run[])[] => {
  const missing = place.lines.filter(({ growth, level }) => growth === undefined && level === undefined)
  const isRanked = [...standings.values()].some(({ rank }) => rank !== null)
  const held = place.lines.length - missing.length
  return [
    missing.length > 0 && held > 0
      ? say('noFigures', { names: missing.map(({ label }) => label).join('、'), gap: [{ gap: gapOf(place) }] })
      : [],
    held > 0 && !isRanked ? say('noRank') : [],
    place.sees.projects ? [] : say('noProjects'),
    place.sees.enterprises ? [] : say('noEnterprises'),
    place.drags.length === 0 && held > 0 ? say('noDrags') : [],
  ]
}

const isDemo = (place: AnswerPlace): boolean =>
  place.tasks.some(({ demo }) => demo) || place.lines.some(({ growth }) => growth?.mark === '演示')

/** The count of what lags, then the lines; where room is short the first line alone, with the period it is of. */
const openingOf = (
  lead: readonly Run[],
  lines: readonly (readonly Run[])[],
  period: string,
  sentences: number,
): readonly Block[] => {
  const [first] = lines
  if (sentences > 1 || !first) return [lead, ...lines].map(paragraph)
  return [paragraph([...periodRuns(period), { text: '，' }, ...first])]
}

/** One place: how many of its indicators lag, the worst in words, the table, who weighs most, what waits. */
export const placeAnswer = (
  place: AnswerPlace,
  input: AnswersInput,
  { sentences, drags, rows, names }: Brevity,
): AnswerPage => {
  const standings = standingsOf(place, input)
  const held = place.lines.filter(({ growth, level }) => growth !== undefined || level !== undefined)
  const worst = worstLines(held)
  const { title, about } = questionOf(place)
  const lines = toldLines(held, about, sentences).map((line) =>
    lineSentence(line, standings.get(line.indicator) ?? { rank: null, before: null }),
  )
  // Beyond them, since when it falls.
  const found = place.findings.slice(0, sentences > 1 ? 1 : 0)
  const table: readonly Block[] =
    held.length === 0 ? [] : [lineTable(held, { caption: `${place.name}主要指标`, wider: '全市', standing: standings })]
  const hasComputed =
    held.some(({ wider, before }) => wider !== undefined || before !== undefined) ||
    place.tasks.some(({ kind, state }) => kind === 'project' && state === '欠序时')
  return pageOf({
    kind: 'place',
    subject: place,
    question: say(title, { name: place.name, indicator: about?.label ?? '' }),
    weight: worst.length + place.tasks.filter(isPressing).length,
    known: held.length > 0 || place.tasks.length > 0 || place.drags.length > 0,
    topics: [
      ...taskTopics(place.tasks),
      ...(place.drags.some(({ kind }) => kind === 'output') ? ['企业', '行业'] : []),
    ],
    blocks: [
      ...openingOf(leadOf(place, standings, input.periodWords), lines, input.periodWords, sentences),
      ...found.map(paragraph),
      ...table,
      ...place.drags.slice(0, drags).map((drag) => paragraph(dragSentence(drag, names))),
      ...tasksOf(place.tasks, rows),
      ...noteBlock([
        worst.length > 0 ? say('noCause', { who: place.name }) : [],
        ...notesOf(place, standings),
        hasComputed ? say('computed') : [],
        isDemo(place) ? say('demonstration') : [],
      ]),
    ],
  })
}

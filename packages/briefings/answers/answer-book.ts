import { chineseNumber } from '../heading-numbers.ts'
import type { Block, Paper, PaperRow } from '../paper.ts'
import type { AnswersInput, SubjectKind } from './answer-input.ts'
import type { AnswerPage, Brevity } from './answer-page.ts'
import { answerPages } from './answer-pages.ts'
import { nameRun, say } from './answer-words.ts'
import { heightOf, PAGE_ROOM } from './page-room.ts'

const few = (rows: readonly number[], told: Omit<Brevity, 'rows'>): readonly Brevity[] =>
  rows.map((most) => ({ ...told, rows: most }))

/**
 * How much a page tells, the most that fits first. The lines beside the one asked about stand in the table anyhow and go
 * first; then rows of what waits down to five; then names, and last who drags.
 */
const TRIED: readonly Brevity[] = [
  ...few([20, 16, 14, 12, 10, 8], { sentences: 3, drags: 2, names: 3 }),
  ...few([12, 10, 8, 7, 6, 5], { sentences: 1, drags: 2, names: 3 }),
  ...few([6, 5, 4, 3], { sentences: 1, drags: 2, names: 2 }),
  ...few([5, 4, 3, 2, 1, 0], { sentences: 1, drags: 1, names: 1 }),
]

const GROUPS: readonly [SubjectKind, string][] = [
  ['place', '县（市、区）和园区'],
  ['unit', '单位'],
  ['indicator', '指标'],
]

/** A page says whose its tables are by its question: their captions are left out for room. */
const headed = ({ question, blocks }: AnswerPage): readonly Block[] => [
  { kind: 'heading', level: 1, startsPage: true, runs: [nameRun(question)] },
  ...blocks.map((block) => (block.kind === 'table' ? { ...block, caption: '' } : block)),
]

/** Each question with as much as leaves it on one page; with the least where nothing does. */
const fitted = (input: AnswersInput, ids: ReadonlySet<string>): readonly AnswerPage[] => {
  const tries = TRIED.map((brevity) => answerPages(input, brevity).filter(({ id }) => ids.has(id)))
  const shortest = tries.at(-1) ?? []
  return shortest.map(
    (page, at) => tries.map((pages) => pages[at] ?? page).find((each) => heightOf(headed(each)) <= PAGE_ROOM) ?? page,
  )
}

const contents = (pages: readonly AnswerPage[]): Block => {
  const numbers = new Map(pages.map(({ id }, at) => [id, chineseNumber(at + 1)]))
  const rows = GROUPS.flatMap(([kind, name]): PaperRow[] => {
    const own = pages.filter((page) => page.kind === kind)
    if (own.length === 0) return []
    return [
      { section: true, cells: [[{ text: name }]] },
      ...own.map(({ id, subject, question }) => ({
        cells: [[{ text: numbers.get(id) ?? '' }], [nameRun(subject)], [nameRun(question)]],
      })),
    ]
  })
  return {
    kind: 'table',
    caption: '目录',
    unitLine: '',
    columns: [
      { label: '序号', share: 14, align: 'center' },
      { label: '对象', share: 46, align: 'left' },
      { label: '问题', share: 96, align: 'left' },
    ],
    rows,
  }
}

/**
 * `knownTo` is whose sight a booklet was cut to where that is not every reader of papers: printed at its head. One
 * `keptFor` its `equals` is kept, and opens for who may see as much.
 */
export type AnswerBookFrame = Pick<Paper, 'checkpoint' | 'foot'> & { knownTo?: string; keptFor?: 'equals' }

const knownToNote = ({ knownTo, keptFor }: AnswerBookFrame): readonly Block[] => {
  if (keptFor !== undefined) return [{ kind: 'note', runs: [...say('keptFor')] }]
  return knownTo === undefined ? [] : [{ kind: 'note', runs: [...say('knownTo', { who: knownTo })] }]
}

/**
 * 备询手册: contents by place, unit and indicator, then one question a page in that order, as many of its projects and
 * items as the page holds. `questions` are ids of `answerPages`; unknown ones are left out.
 */
export const answerBookPaper = (input: AnswersInput, questions: readonly string[], frame: AnswerBookFrame): Paper => {
  const pages = fitted(input, new Set(questions))
  return {
    kind: 'answer-book',
    title: `${input.city.name}${input.periodWords}备询手册`,
    city: input.city,
    asKnownOn: input.asKnownOn,
    checkpoint: frame.checkpoint,
    booklet: true,
    blocks: [...knownToNote(frame), contents(pages), ...pages.flatMap(headed)],
    foot: frame.foot,
  }
}

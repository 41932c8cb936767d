import { describe, expect, it } from 'vitest'
import { checkBinding } from '../check-binding.ts'
import { dumpPaper } from '../dump-paper.ts'
import { answersSample as sample } from '../testing/answers-sample.ts'
import { answerBookPaper } from './answer-book.ts'
import { answerPages } from './answer-pages.ts'
import { heightOf, PAGE_ROOM } from './page-room.ts'

const ids = answerPages(sample).map(({ id }) => id)
const frame = { checkpoint: null, foot: { preparedBy: null } }
const book = answerBookPaper(sample, ids, frame)
const plain = (text: string): string => text.replaceAll(/⟦([^|]*)\|[^⟧]*⟧/gu, '$1')

describe('answerBookPaper', () => {
  it('has contents by place, unit and indicator, then a page for each question', async () => {
    await expect(plain(dumpPaper(book))).toMatchFileSnapshot('../testing/answer-book.golden.txt')
    const begun = book.blocks.filter((block) => block.kind === 'heading' && block.startsPage)
    expect(begun).toHaveLength(ids.length)
  })

  it('binds every number', () => expect(checkBinding(book).unbound).toEqual([]))

  it('takes the questions asked, in the order of the pages', () => {
    const some = answerBookPaper(sample, ['indicator:gdp', 'place:510781', 'place:000000'], frame)
    const asked = some.blocks.flatMap((block) =>
      block.kind === 'heading' ? block.runs.map((run) => ('text' in run ? run.text : '')) : [],
    )
    expect(asked).toEqual(['江油市：地区生产总值增速为什么回落？', '地区生产总值为什么低于年度目标？'])
  })

  it('leaves out rows until a question fits its page, and still counts all of them', () => {
    const [first] = sample.places.filter(({ id }) => id === '510781')
    if (!first) throw new Error('no sample')
    const many = Array.from({ length: 40 }, (_, at) => ({
      kind: 'project' as const,
      state: '欠序时',
      link: { entry: `projects.project/${at}` },
      title: `名称很长很长的重点建设项目之${at}（一期工程）`,
      unit: '江油市',
      words: '完成年度计划12.0%，欠序时13.0个百分点',
      demo: false,
    }))
    const long = answerBookPaper({ ...sample, places: [{ ...first, tasks: many }] }, ['place:510781'], frame)
    expect(heightOf(long.blocks.slice(1))).toBeLessThanOrEqual(PAGE_ROOM)
    expect(plain(dumpPaper(long))).toContain('重点项目欠序时40个')
  })
})

describe('heightOf', () => {
  const paragraph = (text: string) => heightOf([{ kind: 'paragraph', runs: [{ text }] }])
  it.each([
    ['one line', 30, 1],
    ['a character more', 31, 2],
  ])('%s of Chinese', (_, length, lines) =>
    expect(paragraph('数'.repeat(length))).toBeCloseTo(lines * paragraph('数'), 9),
  )
  it('takes half for digits', () => expect(paragraph('1'.repeat(50))).toBe(paragraph('数')))
})

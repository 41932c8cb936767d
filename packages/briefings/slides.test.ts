import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankPlaces } from './slide-rank.ts'
import { MOST_ROWS, type SlideTopic, slidesOf } from './slides.ts'

const topic = (rows: number, fields: Partial<SlideTopic> = {}): SlideTopic => ({
  id: 't',
  title: '题',
  lead: null,
  columns: [],
  rows: Array.from({ length: rows }, (_, n) => ({ name: `第${n}行`, cells: [{ text: String(n), mark: '测算' }] })),
  note: null,
  isInner: false,
  ...fields,
})

describe('slides', () => {
  it.each([
    [0, []],
    [1, [1]],
    [9, [9]],
    [10, [5, 5]],
    [21, [7, 7, 7]],
  ])('of %d rows hold %j', (rows, sizes) =>
    expect(slidesOf([topic(rows)]).map((slide) => slide.rows.length)).toEqual(sizes),
  )

  it('of prose hold fewer, and long words are cut with a sign', () => {
    const [slide] = slidesOf([topic(5, { isProse: true, rows: [{ name: '长'.repeat(60), cells: [] }] })])
    expect(slide?.rows[0]?.name).toBe(`${'长'.repeat(39)}…`)
    expect(slidesOf([topic(6, { isProse: true })]).map((one) => one.rows.length)).toEqual([3, 3])
  })

  it('keep a topic that is only a sentence, and leave out one that says nothing', () =>
    expect(slidesOf([topic(0, { lead: '一句' }), topic(0)]).map(({ lead }) => lead)).toEqual(['一句']))

  it('never hold more than a screen, lose no row, no mark and no watermark', () =>
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 60 }), { maxLength: 6 }), fc.boolean(), (counts, isInner) => {
        const slides = slidesOf(counts.map((count, n) => topic(count, { id: String(n), isInner })))
        for (const slide of slides) expect(slide.rows.length).toBeLessThanOrEqual(MOST_ROWS)
        const rows = slides.flatMap((slide) => slide.rows)
        expect(rows).toHaveLength(counts.reduce((sum, count) => sum + count, 0))
        expect(rows.every((row) => row.cells[0]?.mark === '测算')).toBe(true)
        expect(slides.every((slide) => slide.isInner === isInner)).toBe(true)
      }),
      { numRuns: 40 },
    ))
})

describe('places by growth', () => {
  const place = (name: string, value: number | null) => ({ name, value, cells: [{ text: String(value) }] })

  it('share a place when equal, skip the next, and name three at each end', () => {
    const { rows, isWhole } = rankPlaces([1, 7, 7, 3, 5, 2].map((value, n) => place(`县${n}`, value)))
    expect(isWhole).toBe(true)
    expect(rows.map((row) => [row.name, row.cells[0]?.text, row.end])).toEqual([
      ['县1', '1', 'first'],
      ['县2', '1', 'first'],
      ['县4', '3', 'first'],
      ['县3', '4', 'last'],
      ['县5', '5', 'last'],
      ['县0', '6', 'last'],
    ])
  })

  it('have no number while one is lacking; that one stands last', () => {
    const { rows, isWhole } = rankPlaces([place('甲', null), place('乙', 2), place('丙', 3)])
    expect(isWhole).toBe(false)
    expect(rows.map((row) => [row.name, row.cells[0]?.text, row.end])).toEqual([
      ['丙', '3', undefined],
      ['乙', '2', undefined],
      ['甲', 'null', undefined],
    ])
  })

  it('of fewer than six have no ends', () =>
    expect(rankPlaces([place('甲', 1), place('乙', 2)]).rows.every((row) => row.end === undefined)).toBe(true))
})

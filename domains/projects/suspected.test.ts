import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameProject } from './same-project.ts'
import { suspectedPairs } from './suspected.ts'

describe('suspectedPairs', () => {
  it.each([
    ['the city left out', '惠科模组项目', '绵阳惠科模组项目', 'same'],
    ['width and blanks', '第三发电项目（一期）', '第三发电 项目(一期)', 'same'],
    ['a word more', '绵阳三江医院项目', '绵阳三江医院新建项目', 'similar'],
    ['another phase', '三江医院一期', '三江医院二期', 'similar'],
    ['nothing shared', '惠科模组项目', '天然气处理厂工程', undefined],
    ['only common words shared', '建设项目', '工程建设项目', undefined],
  ])('%s', (_, a, b, kind) => expect(suspectedPairs([a, b], '绵阳')[0]?.kind).toBe(kind))
  it('does not depend on the order of a pair', () => {
    const name = fc.string({ unit: fc.constantFrom(...'绵阳三江医院一二期项目'), maxLength: 8 })
    fc.assert(
      fc.property(name, name, (a, b) => {
        const [there, back] = [suspectedPairs([a, b], '绵阳'), suspectedPairs([b, a], '绵阳')]
        expect(there).toEqual(back)
      }),
    )
  })
  it('finds among many what it finds two by two, in the order of the list', () => {
    const name = fc.string({ unit: fc.constantFrom(...'绵阳三江医院一二期项目'), maxLength: 6 })
    fc.assert(
      fc.property(fc.array(name, { maxLength: 8 }), (names) => {
        const two = names.flatMap((_, a) =>
          names.flatMap((other, b) =>
            a < b ? suspectedPairs([names[a] ?? '', other], '绵阳').map((pair) => ({ ...pair, a, b })) : [],
          ),
        )
        expect(suspectedPairs(names, '绵阳')).toEqual(two)
      }),
    )
  })
  it.each([
    ['one character alike', '甲项目', '甲工程', 1],
    ['one character other', '甲项目', '乙项目', undefined],
    ['nothing left of either', '建设项目', '项目', undefined],
  ])('%s', (_, a, b, likeness) => expect(suspectedPairs([a, b], '绵阳')[0]?.likeness).toBe(likeness))
})

describe('[projects.same-project]', () => {
  const row = (id: string, name: string) => ({ id, values: { name } })
  it('answers from the rows of the caller, most alike first', () => {
    const rows = [
      row('1', '三江医院一期'),
      row('2', '惠科模组项目'),
      row('3', '绵阳惠科模组项目'),
      row('4', '三江医院二期'),
    ]
    const found = sameProject.answer({ projects: rows }, { cityName: '绵阳' }, '2022-04-26')
    expect(found).toMatchObject([
      { kind: 'same', entries: [{ id: '2' }, { id: '3' }] },
      { kind: 'similar', entries: [{ id: '1' }, { id: '4' }] },
    ])
  })
  it('refuses parameters it does not know', () =>
    expect(() => sameProject.answer({ projects: [] }, { city: '绵阳' }, '2022-04-26')).toThrow())
})

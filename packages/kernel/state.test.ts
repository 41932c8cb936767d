import { describe, expect, it } from 'vitest'
import { compareStates, isClosed, isState, lampOf, STATES, type State } from './state.ts'

describe('state words', () => {
  it('sort worst first, closed last', () => {
    const mixed: State[] = ['已销号', '达序时', '欠序时', '未评', '逾期', '未启动']
    expect(mixed.toSorted(compareStates)).toEqual(['逾期', '欠序时', '未启动', '达序时', '未评', '已销号'])
  })
  it('only 逾期 is red, only 欠序时 is yellow', () => {
    expect(STATES.filter((state) => lampOf(state).colour === 'red')).toEqual(['逾期'])
    expect(STATES.filter((state) => lampOf(state).colour === 'yellow')).toEqual(['欠序时'])
  })
  it('what cannot be judged is never green', () => {
    for (const state of ['未评', '暂缓', '未启动', '已办结待核'] as const) expect(lampOf(state).colour).toBe('grey')
  })
  it('each colour can be told by shape alone', () => {
    const byShape = new Map<string, Set<string>>()
    for (const state of STATES) {
      const { colour, shape } = lampOf(state)
      if (colour === 'red' || colour === 'yellow') byShape.set(shape, (byShape.get(shape) ?? new Set()).add(colour))
    }
    expect([...byShape.values()].every((colours) => colours.size === 1)).toBe(true)
    expect(lampOf('逾期').shape).not.toBe(lampOf('欠序时').shape)
  })
  it('closed is 已办结 or 已销号; 待核 is not', () => {
    expect(STATES.filter(isClosed)).toEqual(['已办结', '已销号'])
  })
  it('knows its words', () => {
    expect([isState('达序时'), isState('正常'), isState('')]).toEqual([true, false, false])
  })
})

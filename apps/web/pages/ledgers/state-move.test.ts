import { describe, expect, it } from 'vitest'
import { movesFrom } from './state-move.tsx'

const states = ['储备', '签约', '在建']

describe('movesFrom', () => {
  it.each([
    ['every other state when the definition says nothing', null, '签约', ['储备', '在建']],
    ['only what the definition allows', { 签约: ['在建'] }, '签约', ['在建']],
    ['every other state where that one is not named', { 签约: ['在建'] }, '储备', ['签约', '在建']],
  ])('%s', (_, moves, state, allowed) => expect(movesFrom({ states, moves }, state)).toEqual(allowed))
})

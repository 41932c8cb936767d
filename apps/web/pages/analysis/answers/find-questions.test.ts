import { describe, expect, it } from 'vitest'
import type { Question } from '../../../api/types.ts'
import { findQuestions } from './find-questions.ts'

const question = (id: string, words: readonly [string, ...string[]], asked = `${words[0]}怎么样？`): Question => ({
  id,
  kind: 'place',
  subject: words[0],
  question: asked,
  words: [...words],
  weight: 0,
})

const questions = [
  question('fc', ['涪城区', '涪城']),
  question('jy', ['江油市', '江油']),
  question('jxj', ['市经信局', '规模以上工业增加值']),
  question('va2', ['第二产业增加值', '二产']),
  question('ind', ['工业增加值', '工业']),
  question('iva', ['规模以上工业增加值', '规上工业'], '规模以上工业增加值增速为什么低于全省？'),
]

const found = (typed: string): string[] => findQuestions(questions, typed).map(({ id }) => id)

describe('findQuestions', () => {
  it.each([
    ['江油', ['jy']],
    ['jy', ['jy']],
    ['JY ', ['jy']],
    ['工业', ['ind', 'iva', 'jxj']],
    ['经信局', ['jxj']],
    ['sjxj', ['jxj']],
    ['低于全省', ['iva']],
    ['外星', []],
  ])('%s', (typed, ids) => expect(found(typed)).toEqual(ids))

  it('lists all in their order where nothing is typed', () => expect(found(' ')).toHaveLength(questions.length))
})

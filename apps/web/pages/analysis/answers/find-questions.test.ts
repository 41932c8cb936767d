import { describe, expect, it } from 'vitest'
import type { Question } from '../../../api/types.ts'
import { findQuestions } from './find-questions.ts'

const question = (
  id: string,
  words: readonly [string, ...string[]],
  asked = `${words[0]}怎么样？`,
  over: Partial<Question> = {},
): Question => ({
  id,
  kind: 'place',
  subject: words[0],
  question: asked,
  words: [...words],
  weight: 0,
  known: true,
  ...over,
})

const questions = [
  question('fc', ['涪城区', '涪城', '项目']),
  question('jy', ['江油市', '江油', '项目'], undefined, { weight: 9 }),
  question('jxj', ['市经信局', '规模以上工业增加值'], undefined, { kind: 'unit' }),
  question('zrzy', ['市自然资源和规划局'], undefined, { kind: 'unit' }),
  question('va2', ['第二产业增加值', '二产']),
  question('ind', ['工业增加值', '工业'], undefined, { known: false }),
  question('iva', ['规模以上工业增加值', '规上工业', '工业'], '规模以上工业增加值增速为什么低于全省？'),
  question('retail', ['社会消费品零售总额', '社零', '消费'], undefined, { known: false }),
]

const found = (typed: string): string[] => findQuestions(questions, typed).map(({ id }) => id)

describe('findQuestions', () => {
  it.each([
    ['江油', ['jy']],
    ['jy', ['jy']],
    ['JY ', ['jy']],
    // What has no number comes after what answers, unless its name is typed out.
    ['工业', ['iva', 'ind', 'jxj']],
    ['工业增加值', ['ind', 'iva', 'jxj']],
    ['经信局', ['jxj']],
    ['sjxj', ['jxj']],
    ['低于全省', ['iva']],
    ['经信委', ['jxj']],
    ['自规局', ['zrzy']],
    ['项目', ['jy', 'fc']],
    ['涪城 项目', ['fc', 'jy']],
    ['江油工业', ['jy', 'ind', 'iva']],
    ['一季度消费', ['retail']],
    ['江油为什么掉', ['jy']],
    ['外星', []],
    ['亿元', []],
  ])('%s', (typed, ids) => expect(found(typed)).toEqual(ids))

  it('lists all in their order where nothing is typed', () => expect(found(' ')).toHaveLength(questions.length))
})

import { expect, it } from 'vitest'
import { changedPart } from './changed-part.ts'

it.each([
  [
    '一季度，绵阳市地区生产总值784.28亿元，同比增长6.6%，高于全省。',
    '一季度，绵阳市地区生产总值785.28亿元，同比增长6.6%，高于全省。',
    { before: '…季度，绵阳市地区生产总值', was: '784.28', now: '785.28', after: '亿元，同比增长6.6%，…' },
  ],
  ['存在的不足', '存在的短板', { before: '存在的', was: '不足', now: '短板', after: '' }],
  ['增长。', '较快增长。', { before: '', was: '', now: '较快', after: '增长。' }],
  ['甲', '乙', { before: '', was: '甲', now: '乙', after: '' }],
  ['增增', '增', { before: '增', was: '增', now: '', after: '' }],
])('%s → %s', (was, now, part) => expect(changedPart(was, now)).toEqual(part))

import { expect, it } from 'vitest'
import { proofOf } from './drag-cells.ts'

const points = { digits: 2, unit: '个百分点' } as const

it.each([
  [
    'printed digits that add up say no more',
    [3.36, 2.98, 0.3, -0.04],
    6.6,
    '各项之和 +6.60个百分点 ＝ 合计 +6.60个百分点',
  ],
  [
    'three thirds print 0.33 each: the hundredth is rounding, and is said',
    [1 / 3, 1 / 3, 1 / 3],
    1,
    '各项之和 +1.00个百分点 ＝ 合计 +1.00个百分点；表中各数分别四舍五入，直接相加为 +0.99，相差 +0.01 是舍入差，不调平',
  ],
  ['what is hidden is told together', [1, null, null], 3, '合计 +3.00个百分点；列出各项 +1.00，隐去 2 项合计 +2.00'],
])('%s', (_, parts, whole, said) => expect(proofOf(parts, whole, points)).toBe(said))

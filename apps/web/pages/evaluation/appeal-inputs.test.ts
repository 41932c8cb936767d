import { expect, it } from 'vitest'
import type { CardInput } from '../../api/types.ts'
import { appealInputs } from './appeal-inputs.ts'

const input = (indicator: string, role: CardInput['role'], label: string, fieldLabel: string): CardInput => ({
  role,
  code: role === 'value' ? indicator : label,
  indicator,
  label,
  unitShown: '万元',
  ledger: 'l',
  ledgerTitle: '表',
  fieldLabel,
  sourceClass: '税务',
  clause: '第一条',
  value: 1,
  shown: '1',
  missingWords: null,
  entry: 'e',
  entryVersion: 1,
  knownOn: null,
})

it('offers each number once, with every indicator it goes into, a divisor too', () => {
  const all = appealInputs([
    input('亩均税收', 'value', '税收', '税收・实缴'),
    input('亩均税收', 'denominator', '用地面积', '用地・自有'),
    input('亩均收入', 'value', '收入', '收入・金额'),
    input('亩均收入', 'denominator', '用地面积', '用地・自有'),
    input('研发强度', 'denominator', '收入总额', '收入・金额'),
  ])
  expect(all.map(({ code, usedIn }) => [code, usedIn])).toEqual([
    ['亩均税收', ['亩均税收']],
    ['用地面积', ['亩均税收', '亩均收入']],
    ['亩均收入', ['亩均收入', '研发强度']],
  ])
})

import { expect, it } from 'vitest'
import { sheetNumber } from './sheet-number.ts'

const figure = 'fig:510700/gdp.level.ytd.official/510700/2022Q1@1' as const

it.each([
  [{ figure, value: 784.28 }, 'level', '784.28'],
  [{ figure, value: 16.05, decimals: 2 }, 'rate', '16.05'],
  [{ figure, value: 6.6 }, 'rate', '6.6'],
  [{ number: 3 }, 'integer', '3'],
  [{ formula: { id: 'x', version: 1, inputs: [] }, value: -1.5 }, 'difference', '−1.5'],
  [{ formula: { id: 'x', version: 1, inputs: [] }, value: 0 }, 'difference', '持平'],
  [{ formula: { id: 'x', version: 1, inputs: [] }, value: -1 }, 'rank-change', '↓1'],
  [{ number: 12.5 }, 'text', '12.5'],
] as const)('%j under %s reads %s', (cell, format, words) => expect(sheetNumber(cell, format)).toBe(words))

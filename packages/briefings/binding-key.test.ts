import { describe, expect, it } from 'vitest'
import { bindingKey, formulaKey, parseFormulaKey } from './binding-key.ts'

describe('binding keys', () => {
  it.each([
    [{ figure: 'fig:a/b', shown: '1' } as const, 'fig:a/b'],
    [{ item: '7', text: '一' }, 'item:7'],
    [{ text: '一' }, null],
    [{ gap: '缺' } as const, null],
  ])('%o', (run, key) => expect(bindingKey(run)).toBe(key))

  it('reads back what it writes', () => {
    for (const inputs of [[], ['fig:a'], ['fig:a', 'fig:b']]) {
      const use = { id: 'difference-in-points', version: 2, inputs }
      expect(parseFormulaKey(formulaKey(use))).toEqual(use)
    }
    expect(parseFormulaKey('fig:a')).toBeNull()
  })
})

import { expect, it } from 'vitest'
import { uuidV7 } from './uuid-v7.ts'

it('carries its millisecond, version 7 and the RFC variant', () => {
  const id = uuidV7(1_650_931_200_123)
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(1_650_931_200_123)
  expect(id[14]).toBe('7')
  expect('89ab').toContain(id[19])
})

it('sorts by time and never repeats', () => {
  const ids = Array.from({ length: 1000 }, (_, i) => uuidV7(1_650_931_200_000 + i))
  expect([...ids].sort()).toEqual(ids)
  expect(new Set(Array.from({ length: 1000 }, () => uuidV7(1))).size).toBe(1000)
})

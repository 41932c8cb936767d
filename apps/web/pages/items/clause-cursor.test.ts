import { describe, expect, it } from 'vitest'
import type { ClauseRow, Disposition } from '../../api/types.ts'
import { nextPending, stepFrom } from './clause-cursor.ts'

const clause = (id: string, disposition: Disposition = 'pending', heading = false): ClauseRow => ({
  id,
  seq: 1,
  parent: null,
  level: 1,
  start: 0,
  end: 1,
  text: id,
  simplified: id,
  heading,
  theme: 'projects',
  themeLabel: '项目',
  responsible: [],
  deadline: null,
  measures: [],
  disposition,
  reason: null,
  item: null,
  suggestions: { leadUnit: null },
  version: 1,
})

const clauses = [clause('h', 'pending', true), clause('a'), clause('b', 'item'), clause('c')]

describe('stepFrom', () => {
  it.each([
    [null, 1, 'a'],
    ['a', 1, 'b'],
    ['a', -1, 'a'],
    ['c', 1, 'c'],
  ] as const)('from %s by %d', (current, step, next) => expect(stepFrom(clauses, current, step)).toBe(next))
})

describe('nextPending', () => {
  it.each([
    [null, 'a'],
    ['a', 'c'],
    ['c', 'a'],
  ] as const)('after %s', (current, next) => expect(nextPending(clauses, current)).toBe(next))

  it('is null when all are settled', () => {
    expect(nextPending([clause('a', 'item'), clause('b', 'declined')], 'a')).toBeNull()
  })
})

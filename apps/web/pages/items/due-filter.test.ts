import { describe, expect, it } from 'vitest'
import { isDue } from './due-filter.ts'

describe('isDue', () => {
  it.each([
    ['the day before is overdue', '2022-04-25', 'overdue', true],
    ['the day itself is not', '2022-04-26', 'overdue', false],
    ['the day after is not', '2022-04-27', 'overdue', false],
    ['the day itself is due this month', '2022-04-26', 'month', true],
    ['the last of the month is', '2022-04-30', 'month', true],
    ['the first of the next is not', '2022-05-01', 'month', false],
    ['what is past is not due this month', '2022-04-25', 'month', false],
    ['no deadline is unset', null, 'unset', true],
    ['no deadline is never overdue', null, 'overdue', false],
    ['words are not a day', '6月底前', 'overdue', false],
  ] as const)('%s', (_, deadline, filter, answer) => expect(isDue(deadline, filter, '2022-04-26')).toBe(answer))
})

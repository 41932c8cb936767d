import { describe, expect, it } from 'vitest'
import { dayOfSerial, isDayFormat } from './excel-day.ts'

describe('dayOfSerial', () => {
  it.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [60, false, null],
    [61, false, '1900-03-01'],
    [44_677, false, '2022-04-26'],
    [44_677.75, false, '2022-04-26'],
    [43_215, true, '2022-04-26'],
    [0, true, '1904-01-01'],
    [0, false, null],
    [-1, false, null],
    [2_958_465, false, '9999-12-31'],
    [2_958_466, false, null],
    [Number.NaN, false, null],
  ])('%d (1904 %s) is %s', (serial, is1904, day) => expect(dayOfSerial(serial, is1904)).toBe(day))
})

describe('isDayFormat', () => {
  it.each([
    [14, null, true],
    [31, null, true],
    [2, null, false],
    [176, 'yyyy"年"m"月"d"日"', true],
    [177, '0.00_ ;[Red]-0.00', false],
    [178, '#,##0"万元"', false],
    [179, 'h:mm', false],
    [180, 'm"月"', true],
    [181, '[$-804]yyyy-mm-dd', true],
    [182, '"day "0', false],
  ])('%i %s → %s', (id, pattern, expected) => expect(isDayFormat(id, pattern)).toBe(expected))
})

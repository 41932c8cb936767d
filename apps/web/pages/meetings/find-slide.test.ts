import { describe, expect, it } from 'vitest'
import type { SlideView } from '../../api/types.ts'
import { findSlide } from './find-slide.ts'

const slide = (title: string, ...names: string[]): SlideView => ({
  id: title,
  title,
  lead: null,
  columns: [],
  rows: names.map((name) => ({ name, cells: [] })),
  note: null,
  isInner: false,
  page: 1,
  pages: 1,
})
const slides = [slide('主要指标', 'GDP', '一产'), slide('GDP增速', '江油市', '涪城区'), slide('投资增速', '江油市')]

describe('findSlide', () => {
  it.each([
    ['江油', 0, { slide: 1, row: 0 }],
    ['江油', 1, { slide: 2, row: 0 }],
    ['江油', 2, { slide: 1, row: 0 }],
    ['gdp', 0, { slide: 0, row: 0 }],
    ['投资', 0, { slide: 2, row: null }],
    ['成都', 0, null],
    [' ', 0, null],
  ] as const)('%s from slide %d', (name, shown, found) => expect(findSlide(slides, name, shown)).toEqual(found))
})

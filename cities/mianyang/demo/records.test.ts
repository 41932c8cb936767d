import { economyCatalogue } from '@yundiao/domains/economy'
import { DEMONSTRATION } from '@yundiao/figures'
import { describe, expect, it } from 'vitest'
import { demonstration, mianyang } from '../index.ts'

const { records, changes, figures, links, entries } = demonstration
const of = (table: string) => records.filter((record) => record.table === table)
const units = new Set(mianyang.units.map((unit) => unit.id))
const regions = new Set(mianyang.regions.map((region) => region.code))
const indicators = new Set(economyCatalogue.all.map(({ code }) => code))
const ids = new Set(records.map((record) => record.id))

describe('records of the demonstration', () => {
  it('say so in their own words, wherever they are printed without the mark', () => {
    for (const { values } of [...of('meeting'), ...of('item'), ...of('post')]) expect(values.title).toContain('演示')
    for (const { values } of of('post')) expect(values.holder).toMatch(/^演示.$/)
    for (const { values } of of('progress')) expect(values.text).toContain('演示')
    for (const figure of figures)
      expect([figure.series.concept, figure.note]).toEqual([DEMONSTRATION, '演示数据，非真实数据'])
  })

  it('name units, places, indicators and posts that there are', () => {
    const known = { unit: units, region: regions, indicator: indicators } as const
    for (const { values } of of('charge')) {
      expect(ids).toContain(values.post)
      expect(known[values.subjectKind as keyof typeof known], String(values.subject)).toContain(values.subject)
    }
    const named = (column: string) => of('item').map(({ values }) => values[column])
    const missing = (held: ReadonlySet<unknown>, wanted: readonly unknown[]) =>
      wanted.flat().filter((one) => one !== null && !held.has(one))
    expect(missing(units, [...named('leadUnit'), ...named('assistUnits')])).toEqual([])
    expect(missing(regions, [...named('region'), ...figures.map(({ region }) => region)])).toEqual([])
    expect(missing(new Set(of('post').map(({ values }) => values.holder)), named('leadLeader'))).toEqual([])
  })

  it('hang on what there is', () => {
    for (const { values } of of('item')) expect(ids).toContain(values.meeting)
    for (const { values } of of('progress')) expect(ids).toContain(values.item)
    const rows = new Set(entries.map(({ id }) => id))
    for (const link of links) {
      expect(ids).toContain(link.item)
      if ('entry' in link) expect(rows).toContain(link.entry)
    }
  })

  it('were known by the day the demonstration is pinned to, each id once', () => {
    for (const { knownFrom } of records) expect(knownFrom <= mianyang.demonstrationDay).toBe(true)
    for (const { on } of changes) expect(on <= mianyang.demonstrationDay).toBe(true)
    expect(ids.size).toBe(records.length)
  })
})

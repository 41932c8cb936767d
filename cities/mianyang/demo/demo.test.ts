import { readFileSync } from 'node:fs'
import { domains } from '@yundiao/domains'
import { isWithin, type Polygon, parsePolygon } from '@yundiao/kernel'
import { parseEntry } from '@yundiao/ledgers'
import { describe, expect, it } from 'vitest'
import { mianyang } from '../index.ts'
import { demoEntries } from './index.ts'

const ledgers = new Map(domains.flatMap((domain) => domain.ledgers).map((ledger) => [ledger.id, ledger]))
const of = (ledger: string) => demoEntries.filter((entry) => entry.ledger === ledger)
const at = (ledger: string, region: string) => of(ledger).filter((entry) => entry.region === region)

type Feature = { properties: { adcode: string }; geometry: { coordinates: Polygon[] } }
const counties = JSON.parse(
  readFileSync(new URL('../data/geo/mianyang_counties.geojson', import.meta.url), 'utf8'),
) as {
  features: Feature[]
}
const areaOf = (code: string): Polygon[] =>
  counties.features.find((one) => one.properties.adcode === code)?.geometry.coordinates ?? []

describe('rows of the demonstration', () => {
  it('are enough of each', () => {
    expect(at('projects.project', '510781')).toHaveLength(36)
    expect(at('projects.project', '510703')).toHaveLength(11)
    expect(of('land.parcel')).toHaveLength(16)
    expect(of('coordination.matter')).toHaveLength(6)
    expect(of('parks.efficiency').filter(({ values }) => values.year === 2021)).toHaveLength(80)
    expect(of('parks.park')).toHaveLength(8)
    expect(of('business-environment.issue')).toHaveLength(22)
    expect(of('business-environment.score')).toHaveLength(9 * 18)
  })

  it('of per-mu evaluation show what makes it hard, and no source that the law keeps for statistics', () => {
    const rows = of('parks.efficiency').filter(({ values }) => values.year === 2021)
    const n = (test: (values: (typeof rows)[number]['values']) => boolean) =>
      rows.filter(({ values }) => test(values)).length
    expect(n(({ emission }) => emission === null)).toBe(7)
    expect(n(({ taxPaid }) => Number(taxPaid) < 0)).toBe(3)
    expect(n(({ tenure }) => tenure === '租赁')).toBe(7)
    expect(n(({ exclusion }) => exclusion !== null)).toBe(4)
    expect(n(({ veto }) => veto !== null)).toBe(2)
    expect(n(({ taxRefunded, taxPaid }) => Number(taxPaid) < 0 && !(Number(taxRefunded) > 0))).toBe(0)
    for (const { values } of rows)
      for (const field of Object.keys(values).filter((name) => name.endsWith('Source')))
        expect(['税务', '电力', '自然资源', '企业自报', '部门业务']).toContain(values[field])
  })

  it('are rows their ledgers take as they stand: canonical, in a state of the ledger, in a place of the city', () => {
    const places = new Set(mianyang.regions.map((region) => region.code))
    for (const entry of demoEntries) {
      const ledger = ledgers.get(entry.ledger)
      if (!ledger) throw new Error(`no ledger ${entry.ledger}`)
      const parsed = parseEntry(ledger, entry.values, 'new')
      expect(parsed).toMatchObject({ kind: 'ok', values: entry.values })
      expect(ledger.states).toContain(entry.state)
      expect(places).toContain(entry.region)
    }
  })

  it('are marked, named 演示, known on the day of the demonstration, and have one id each', () => {
    expect(new Set(demoEntries.map((entry) => entry.id)).size).toBe(demoEntries.length)
    for (const entry of demoEntries) {
      const ledger = ledgers.get(entry.ledger)
      expect(entry.demo).toBe(true)
      expect(String(entry.values[ledger?.key ?? ''])).toContain('演示')
      expect(entry.knownFrom <= mianyang.demonstrationDay).toBe(true)
    }
  })

  it('name units the city has, and sources that are rows', () => {
    const units = new Set(mianyang.units.map((unit) => unit.id))
    const ids = new Set(demoEntries.map((entry) => entry.id))
    for (const { values } of demoEntries) {
      for (const name of ['coordinationUnit', 'raisedBy', 'responsible', 'checkedBy'])
        if (values[name]) expect(units).toContain(values[name])
      if (values.sourceEntry) expect(ids).toContain(values.sourceEntry)
    }
  })

  it('never did more in a month than since January, nor paid more than done, nor did more than the whole', () => {
    for (const { values } of of('projects.project')) {
      const n = (name: string) => Number(values[name] ?? 0)
      expect(n('doneThisMonth')).toBeLessThanOrEqual(n('doneThisYear'))
      expect(n('paidThisYear')).toBeLessThanOrEqual(n('doneThisYear'))
      expect(n('doneBeforeYear') + n('doneThisYear')).toBeLessThanOrEqual(n('totalInvestment'))
    }
  })

  it('lie inside their counties', () => {
    for (const entry of of('land.parcel')) {
      const parsed = parsePolygon(String(entry.values.outline))
      if (parsed.kind === 'bad') throw new Error(parsed.message)
      expect([entry.values.location, isWithin(parsed.polygon, areaOf(entry.region))]).toEqual([
        entry.values.location,
        true,
      ])
    }
  })
})

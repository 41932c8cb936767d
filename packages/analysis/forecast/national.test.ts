import { expect, it } from 'vitest'
import { fixture } from '../testing/fixture.ts'
import type { NamedSeries } from './back-test-record.ts'

it('holds every national series the back-test is about, gaps as null', () => {
  const all = fixture<NamedSeries[]>('national')
  expect(all.length).toBeGreaterThanOrEqual(25)
  for (const { values } of all) expect(values.length).toBeGreaterThan(60)
})

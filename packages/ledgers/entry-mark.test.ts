import { describe, expect, it } from 'vitest'
import { readMark, writeMark } from './entry-mark.ts'
import { parcels } from './sample.fixture.ts'
import { ENTRY_HEAD, mapHead } from './sheet-head.ts'

const ID = '01900000-0000-7000-8000-000000000001'

describe('entry marks', () => {
  it('read back what was written', () =>
    expect(readMark(writeMark({ id: ID, version: 12 }))).toEqual({ id: ID, version: 12 }))
  it.each(['', ID, `${ID}/0`, `${ID}/x`, `${ID}/1/2`, '合计', `${ID.slice(1)}/1`])('are not read from %j', (text) =>
    expect(readMark(text)).toBeNull(),
  )
  it('have a column of their own, which an office’s own 编号 is not', () => {
    const targets = (head: string) => mapHead(parcels, [['名称', head]]).columns.map(({ target }) => target.kind)
    expect(targets(ENTRY_HEAD)).toContain('entry')
    expect(targets('编号(勿改)')).toContain('entry')
    expect(targets('编号')).not.toContain('entry')
  })
})

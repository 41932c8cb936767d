import { checkDefinition, fieldOf } from '@yundiao/ledgers'
import { describe, expect, it } from 'vitest'
import { domains } from './index.ts'

const ledgers = domains.flatMap((domain) => domain.ledgers)
const ids = new Set(ledgers.map((ledger) => ledger.id))

describe('domains', () => {
  it('give every ledger and view an id of its own, under the domain', () => {
    for (const { id, ledgers: own, views } of domains)
      for (const part of [...own, ...views]) expect(part.id.startsWith(`${id}.`)).toBe(true)
    const all = domains.flatMap((domain) => [...domain.ledgers, ...domain.views].map((part) => part.id))
    expect(new Set(all).size).toBe(all.length)
  })
  it.each(ledgers.map((ledger) => [ledger.id, ledger] as const))('%s can become a table', (_, ledger) => {
    expect(checkDefinition(ledger)).toEqual([])
    expect(fieldOf(ledger, ledger.key)?.searchable).toBe(true)
  })
  it('views read ledgers that are defined', () => {
    for (const view of domains.flatMap((domain) => domain.views))
      for (const ledger of Object.values(view.reads)) expect(ids.has(ledger.id)).toBe(true)
  })
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type EventBody, eventHash, eventText, GENESIS } from './event.ts'
import { digest } from './hash.ts'
import { canonicalJson } from './jcs.ts'

const event: EventBody = {
  city: '510700',
  stream: 'item',
  seq: 1,
  at: '2022-04-26T01:00:00.000Z',
  actor: 'clerk',
  kind: 'item.added',
  subject: null,
  body: '{"after":{"title":"甲"}}',
}

it('hashes the previous hash, a line feed and the text', () => {
  const text =
    '{"actor":"clerk","at":"2022-04-26T01:00:00.000Z","body":{"after":{"title":"甲"}},"city":"510700",' +
    '"kind":"item.added","seq":1,"stream":"item","subject":null,"v":1}'
  expect(eventText(event)).toBe(text)
  expect(eventHash(event, GENESIS, 'sha256')).toEqual(digest('sha256', Buffer.alloc(32), Buffer.from([10]), text))
})
it('set together or written anew, the text is the same', () => {
  const text = fc.string({ unit: 'grapheme' })
  const any = fc.record({
    city: text,
    stream: text,
    seq: fc.maxSafeNat(),
    at: text,
    actor: text,
    kind: text,
    subject: fc.option(text),
    body: fc.dictionary(text, fc.jsonValue()),
  })
  fc.assert(
    fc.property(any, (facts) => {
      expect(eventText({ ...facts, body: canonicalJson(facts.body) })).toBe(canonicalJson({ v: 1, ...facts }))
    }),
  )
})
it.each([
  ['city', { city: '510800' }],
  ['stream', { stream: 'meeting' }],
  ['number', { seq: 2 }],
  ['instant', { at: '2022-04-26T01:00:00.001Z' }],
  ['actor', { actor: 'other' }],
  ['kind', { kind: 'item.changed' }],
  ['subject', { subject: '' }],
  ['body', { body: '{"after":{"title":"乙"}}' }],
] as const)('another %s is another hash', (_, change) => {
  expect(eventHash({ ...event, ...change }, GENESIS, 'sha256')).not.toEqual(eventHash(event, GENESIS, 'sha256'))
})
it('another previous event is another hash', () => {
  expect(eventHash(event, Buffer.alloc(32, 1), 'sha256')).not.toEqual(eventHash(event, GENESIS, 'sha256'))
})
it('refuses text that is not well-formed', () => {
  expect(() => eventText({ ...event, actor: '\ud800' })).toThrow(TypeError)
})

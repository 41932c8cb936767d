import { expect, it } from 'vitest'
import { digest, isHashAlg } from './hash.ts'

it('SHA-256 of abc as FIPS 180-4 has it, whole and in parts', () => {
  const known = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  expect(digest('sha256', 'abc').toString('hex')).toBe(known)
  expect(digest('sha256', 'a', Buffer.from('b'), 'c').toString('hex')).toBe(known)
})
it('SM3 of abc as GB/T 32905 has it', () => {
  const known = '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'
  expect(digest('sm3', 'abc').toString('hex')).toBe(known)
})
it('text counts as UTF-8', () => {
  expect(digest('sha256', '绵阳')).toEqual(digest('sha256', Buffer.from('绵阳', 'utf8')))
})
it('knows its algorithms', () => {
  expect(['sha256', 'sm3', 'md5', null].map(isHashAlg)).toEqual([true, true, false, false])
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { digest } from './hash.ts'
import { leafHash, merkleRoot } from './merkle.ts'

/** The leaves RFC 6962's own implementation is tested with, and the roots it published for the first n of them. */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const leaves = LEAVES.map((hex) => leafHash('sha256', Buffer.from(hex, 'hex')))

it.each(ROOTS.map((root, index) => [index + 1, root] as const))('root of the first %i leaves', (count, root) => {
  expect(merkleRoot(leaves.slice(0, count), 'sha256').toString('hex')).toBe(root)
})
it('refuses no leaves', () => {
  expect(() => merkleRoot([], 'sha256')).toThrow(RangeError)
})
it('no leaf passes for an inner node', () => {
  const [a, b] = leaves as [Buffer, Buffer]
  expect(leafHash('sha256', Buffer.concat([a, b]))).not.toEqual(merkleRoot([a, b], 'sha256'))
  expect(leafHash('sha256', Buffer.from('x'))).not.toEqual(digest('sha256', 'x'))
})
it('a leaf changed, dropped, added or swapped changes the root', () => {
  const list = fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 40 })
  const root = (texts: readonly string[]) =>
    merkleRoot(
      texts.map((text) => leafHash('sm3', Buffer.from(text))),
      'sm3',
    ).toString('hex')
  fc.assert(
    fc.property(list, fc.nat(), (texts, n) => {
      const at = n % (texts.length - 1)
      const swapped = texts.with(at, texts[at + 1] as string).with(at + 1, texts[at] as string)
      const others = [texts.with(at, `${texts[at]}!`), texts.toSpliced(at, 1), [...texts, texts[at] as string], swapped]
      expect(others.map(root)).not.toContain(root(texts))
    }),
  )
})

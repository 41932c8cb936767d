import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkpointKey, keyIdOf, readPublicKey } from './checkpoint-key.ts'
import { createKeyFile, keyFolder } from './key-files.ts'
import { destroyPurposeKey, destructionOf, purposeKey } from './purpose-key.ts'
import { sealer } from './sealer.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'yd-keys-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const inKeys = (name: string): string => path.join(keyFolder(home), name)
const modeOf = (file: string): number => statSync(file).mode & 0o777
const faultOf = (work: () => unknown): unknown => {
  try {
    work()
    return null
  } catch (error) {
    return (error as { code?: unknown }).code
  }
}

describe('purpose keys', () => {
  it('are made once, and read again the same', () => {
    const first = purposeKey(home, 'talent')
    expect(purposeKey(home, 'talent')).toEqual(first)
    expect(purposeKey(home, 'visit').keyId).not.toBe(first.keyId)
    expect(first.sealing).toHaveLength(32)
    expect(first.sealing).not.toEqual(first.lookup)
    expect(first.keyId).toMatch(/^[0-9a-f]{16}$/)
  })
  it('lie in a folder and in files only this account may read, and leave no drafts', () => {
    purposeKey(home, 'talent')
    checkpointKey(home)
    expect(modeOf(keyFolder(home))).toBe(0o700)
    expect(readdirSync(keyFolder(home)).sort()).toEqual(['checkpoint-ed25519.pem', 'purpose-talent.key'])
    for (const name of readdirSync(keyFolder(home))) expect(modeOf(inKeys(name))).toBe(0o600)
  })
  it('of two makers of one key the second takes what the first made', () => {
    expect(createKeyFile(home, 'purpose-talent.key', Buffer.alloc(32, 7))).toBe(true)
    expect(createKeyFile(home, 'purpose-talent.key', Buffer.alloc(32, 8))).toBe(false)
    expect(readFileSync(inKeys('purpose-talent.key'))).toEqual(Buffer.alloc(32, 7))
    expect(readdirSync(keyFolder(home))).toEqual(['purpose-talent.key'])
  })
  it.each([0o640, 0o604])('are refused when others may read them (%o)', (mode) => {
    purposeKey(home, 'talent')
    chmodSync(inKeys('purpose-talent.key'), mode)
    expect(faultOf(() => purposeKey(home, 'talent'))).toBe('key.unavailable')
  })
  it.each([0, 31, 33])('are refused when %i bytes long', (length) => {
    purposeKey(home, 'talent')
    writeFileSync(inKeys('purpose-talent.key'), Buffer.alloc(length))
    expect(faultOf(() => purposeKey(home, 'talent'))).toBe('key.unavailable')
  })
  it.each(['', '../x', 'a/b', 'A', '.a', 'a'.repeat(122)])('refuses the name %j', (name) => {
    expect(() => purposeKey(home, name)).toThrow(RangeError)
    expect(() => destroyPurposeKey(home, name, '2026-01-01')).toThrow(RangeError)
  })
})

describe('destruction', () => {
  it('gives the certificate, removes the file and lasts', () => {
    const { keyId } = purposeKey(home, 'talent')
    const certificate = { name: 'talent', keyId, destroyedAt: '2026-04-26T00:00:00.000Z' }
    expect(destructionOf(home, 'talent')).toBeNull()
    expect(destroyPurposeKey(home, 'talent', certificate.destroyedAt)).toEqual(certificate)
    expect(readdirSync(keyFolder(home))).toEqual(['purpose-talent.destroyed'])
    expect(faultOf(() => purposeKey(home, 'talent'))).toBe('key.destroyed')
    expect(readdirSync(keyFolder(home))).toEqual(['purpose-talent.destroyed'])
    expect(destroyPurposeKey(home, 'talent', '2027-01-01')).toEqual(certificate)
  })
  it('stays, when the key file is put back', () => {
    purposeKey(home, 'talent')
    const kept = readFileSync(inKeys('purpose-talent.key'))
    destroyPurposeKey(home, 'talent', '2026-04-26')
    writeFileSync(inKeys('purpose-talent.key'), kept, { mode: 0o600 })
    expect(faultOf(() => purposeKey(home, 'talent'))).toBe('key.destroyed')
    destroyPurposeKey(home, 'talent', '2026-04-27')
    expect(readdirSync(keyFolder(home))).toEqual(['purpose-talent.destroyed'])
  })
  it('of what never was is refused', () => {
    expect(faultOf(() => destroyPurposeKey(home, 'talent', '2026-04-26'))).toBe('not-found')
    expect(purposeKey(home, 'talent').name).toBe('talent')
  })
  it('counts at once where the key was in use, and for that ledger only', () => {
    const seal = sealer(home)
    const closed = seal.close('talent.visit', 'phone', '13800000000')
    const other = seal.close('land.parcel', 'phone', '13800000000')
    expect(seal.open('talent.visit', 'phone', closed)).toBe('13800000000')
    destroyPurposeKey(home, 'ledger.talent.visit', '2026-04-26')
    for (const use of [
      () => seal.open('talent.visit', 'phone', closed),
      () => seal.close('talent.visit', 'phone', '1'),
      () => seal.hmac('talent.visit', '1'),
    ])
      expect(faultOf(use)).toBe('key.destroyed')
    expect(seal.open('land.parcel', 'phone', other)).toBe('13800000000')
  })
})

describe('the key of checkpoints', () => {
  it('is made once; its public half reads back', () => {
    const key = checkpointKey(home)
    expect(checkpointKey(home).publicKey).toBe(key.publicKey)
    expect(keyIdOf(readPublicKey(key.publicKey))).toBe(key.keyId)
    const pem = readPublicKey(key.publicKey).export({ type: 'spki', format: 'pem' }).toString()
    expect(keyIdOf(readPublicKey(pem))).toBe(key.keyId)
  })
  it('is refused when damaged, and never made anew over it', () => {
    checkpointKey(home)
    writeFileSync(inKeys('checkpoint-ed25519.pem'), 'x')
    expect(faultOf(() => checkpointKey(home))).toBe('key.unavailable')
    expect(readFileSync(inKeys('checkpoint-ed25519.pem'), 'utf8')).toBe('x')
  })
  it.each(['', 'x', 'AAAA', '-----BEGIN PUBLIC KEY-----\nx\n-----END PUBLIC KEY-----'])(
    '%j is no public key',
    (text) => {
      expect(faultOf(() => readPublicKey(text))).toBe('input.invalid')
    },
  )
})

import { createHash, type KeyObject } from 'node:crypto'
import { keyIdOf, readPublicKey } from '../secrets/checkpoint-key.ts'
import type { Fault } from './check-events.ts'
import { checkpointFault } from './checkpoint.ts'
import { expectHeads } from './expected-heads.ts'
import { checkpointLine, checkpointSchema, type ExportFacts, headerLine, headerSchema } from './export-format.ts'
import { fault, isWrittenAs, type Progress, parseLine, type VerifyOptions } from './verify-progress.ts'

const keyFault = (told: string | null, given: string | undefined): string | null => {
  if (given === undefined) return null
  if (told === null) return '文件没有附公钥，不能与所给公钥核对'
  const same = readPublicKey(given).equals(readPublicKey(told))
  return same ? null : '文件所附的公钥不是所给的公钥：检查点由另一把密钥签名'
}

const keysOf = ({ publicKey, earlierKeys = [] }: ExportFacts): KeyObject[] | null => {
  try {
    return [...(publicKey === null ? [] : [publicKey]), ...earlierKeys].map(readPublicKey)
  } catch {
    return null
  }
}

export const takeHeader = (progress: Progress, bytes: Buffer, options: VerifyOptions): Fault | null => {
  const header = parseLine(bytes, headerSchema)
  if (!header || !isWrittenAs(bytes, headerLine(header)))
    return fault(1, '首行不是操作记录导出文件的文件头，或已被改动')
  const keys = keysOf(header)
  if (!keys) return fault(1, '文件头所附的公钥不成其为公钥')
  const why = keyFault(header.publicKey, options.publicKey)
  if (why) return fault(1, why)
  const preamble = createHash(header.alg)
  progress.facts = header
  progress.publicKey = header.publicKey === null ? null : (keys[0] ?? null)
  progress.keys = new Map(keys.map((key) => [keyIdOf(key), key]))
  progress.addPreamble = (line) => void preamble.update(line).update('\n')
  progress.preamble = () => preamble.digest('hex')
  progress.addPreamble(bytes)
  return null
}

export const takeCheckpoint = (progress: Progress, bytes: Buffer, facts: ExportFacts): Fault | null => {
  const { line } = progress
  const checkpoint = parseLine(bytes, checkpointSchema)?.checkpoint
  if (!checkpoint || !isWrittenAs(bytes, checkpointLine(checkpoint)))
    return fault(line, '检查点已被改动，写法不是规范形式')
  if (checkpoint.city !== facts.city) return fault(line, '检查点属于另一个城市')
  if (!progress.publicKey) return fault(line, '文件没有附公钥，检查点的签名无从核对')
  const why = checkpointFault(checkpoint, progress.last, progress.keys.get(checkpoint.keyId) ?? progress.publicKey)
  if (why) return fault(line, `第 ${checkpoint.seq} 号检查点：${why}`)
  expectHeads(progress.expected, checkpoint)
  progress.last = checkpoint
  progress.hashes.push(checkpoint.hash)
  progress.addPreamble(bytes)
  return null
}

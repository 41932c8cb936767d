import { keyIdOf } from '../secrets/checkpoint-key.ts'
import type { Fault } from './check-events.ts'
import { type Checkpoint, checkpointCode } from './checkpoint.ts'
import { firstMissing } from './expected-heads.ts'
import { type ExportFacts, endLine, endSchema } from './export-format.ts'
import { headsRoot } from './heads.ts'
import { fault, isWrittenAs, type Progress, parseLine, type VerifyOptions } from './verify-progress.ts'

const missingFault = (progress: Progress, heads: Checkpoint['heads'], by: string): Fault | null => {
  const reached = new Map((progress.events?.heads() ?? []).map((head) => [head.stream, head.seq]))
  const missing = firstMissing(heads, reached)
  if (!missing) return null
  const { stream, seq } = missing
  const held = reached.get(stream) ?? 0
  return { line: progress.line, stream, seq: held + 1, why: `${by}记到第 ${seq} 条，文件只有 ${held} 条：其余被删去` }
}

export const cutFault = (progress: Progress, why: string): Fault => {
  const missing = missingFault(progress, progress.last?.heads ?? [], '检查点')
  return missing ? { ...missing, why: `${why}；${missing.why}` } : fault(progress.line, why)
}

const rootFault = (progress: Progress, rootHash: string, root: string | undefined): string | null => {
  if (root === undefined) return null
  const wanted = root.trim().toLowerCase()
  const full = [rootHash, ...progress.hashes].includes(wanted)
  const byCode =
    wanted.length === 8 && progress.hashes.some((one) => checkpointCode({ hash: one }).toLowerCase() === wanted)
  return full || byCode ? null : '没有与所给根哈希（或校验码）相符的检查点或总根：不是同一份记录，或其后被截去'
}

/** An earlier key vouches for nothing by itself: whoever holds one could write the rest. */
const signerFault = ({ last, publicKey }: Progress): string | null =>
  last && publicKey && last.keyId !== keyIdOf(publicKey) ? '最后一个检查点不是用文件所附的公钥签名' : null

export const takeEnd = (
  progress: Progress,
  bytes: Buffer,
  facts: ExportFacts,
  options: VerifyOptions,
): Fault | null => {
  const { line } = progress
  const heads = progress.events?.heads() ?? []
  const end = parseLine(bytes, endSchema)
  if (!end) return fault(line, '内容已被改动，既不是记录也不是结尾')
  const missing =
    missingFault(progress, progress.last?.heads ?? [], '检查点') ?? missingFault(progress, end.heads, '结尾')
  if (missing) return missing
  const rootHash = headsRoot(facts.alg, heads)
  const { hashes, eventCount: events } = progress
  const told = { events, checkpoints: hashes.length, heads, rootHash, preamble: progress.preamble() }
  if (!isWrittenAs(bytes, endLine(told))) return fault(line, '结尾的合计与前文不符：有内容被删去、添加或改动')
  const why = signerFault(progress) ?? rootFault(progress, rootHash, options.root)
  if (why) return fault(line, why)
  if (options.publicKey !== undefined && hashes.length === 0) return fault(line, '文件里没有检查点，不能用所给公钥核对')
  progress.rootHash = rootHash
  return null
}

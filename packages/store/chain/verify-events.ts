import { createReadStream } from 'node:fs'
import { Problem } from '@yundiao/kernel'
import { readPublicKey } from '../secrets/checkpoint-key.ts'
import { checkEvents, type Fault } from './check-events.ts'
import { checkpointCode } from './checkpoint.ts'
import { lineBatches } from './line-batches.ts'
import { cutFault, takeEnd } from './verify-end.ts'
import { takeCheckpoint, takeHeader } from './verify-preamble.ts'
import { begin, fault, type Progress, type VerifyOptions } from './verify-progress.ts'

/**
 * What the verification of an export came to. `rootHash` is null where the file fails. `code` is the 校验码 of the last
 * checkpoint; `unsigned` counts events after it, which only a rootHash noted elsewhere can vouch for.
 */
export type Verification = {
  events: number
  streams: number
  rootHash: string | null
  ok: boolean
  checkpoints: number
  code: string | null
  unsigned: number
  firstBad?: Fault
}

const CHECKPOINT = Buffer.from('{"checkpoint":')
const EVENT = Buffer.from('{"hash":')

const startsWith = (bytes: Buffer, start: Buffer): boolean => bytes.subarray(0, start.length).equals(start)

const takeLine = (progress: Progress, bytes: Buffer, options: VerifyOptions): Fault | null => {
  progress.line += 1
  const { facts } = progress
  if (!facts) return takeHeader(progress, bytes, options)
  if (progress.rootHash !== null) return fault(progress.line, '结尾之后还有内容')
  if (startsWith(bytes, EVENT)) {
    progress.events ??= checkEvents(facts.city, facts.alg, progress.expected)
    const bad = progress.events.take(bytes, progress.line)
    if (!bad) progress.eventCount += 1
    return bad
  }
  if (!startsWith(bytes, CHECKPOINT)) return takeEnd(progress, bytes, facts, options)
  if (progress.events) return fault(progress.line, '检查点应在全部记录之前')
  return takeCheckpoint(progress, bytes, facts)
}

const takeAll = async (
  progress: Progress,
  source: AsyncIterable<Uint8Array>,
  options: VerifyOptions,
): Promise<Fault | null> => {
  for await (const batch of lineBatches(source)) {
    for (const bytes of batch.lines) {
      const bad = takeLine(progress, bytes, options)
      if (bad) return bad
    }
    if (batch.rest === 'none') continue
    progress.line += 1
    return cutFault(progress, batch.rest === 'cut' ? '最后一行不完整：文件被截断' : '这一行过长，不是操作记录')
  }
  if (progress.rootHash !== null) return null
  progress.line += 1
  return cutFault(progress, progress.facts ? '文件没有结尾：被截断' : '文件是空的')
}

async function* readPath(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: 2 ** 20 })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new Problem('not-found', `没有文件 ${path}，请核对路径。`, { path })
    if (code === 'EISDIR' || code === 'EACCES')
      throw new Problem('input.invalid', `不能读取 ${path}（${code}），请核对路径和权限。`, { path })
    throw error
  }
}

/**
 * Verifies an export without a database and stops at the first fault. A key of `options` is trusted, one in the file is
 * not: without `publicKey` or `root` it proves that the file is whole, not who made it.
 * Throws Problem not-found, input.invalid (the path cannot be read, or `publicKey` is no key).
 */
export const verifyEventFile = async (
  source: string | AsyncIterable<Uint8Array>,
  options: VerifyOptions = {},
): Promise<Verification> => {
  if (options.publicKey !== undefined) readPublicKey(options.publicKey)
  const progress = begin()
  const firstBad = await takeAll(progress, typeof source === 'string' ? readPath(source) : source, options)
  const { eventCount: events, hashes, last } = progress
  const vouched = (last?.heads ?? []).reduce((sum, head) => sum + head.seq, 0)
  return {
    events,
    streams: progress.events?.heads().length ?? 0,
    rootHash: firstBad ? null : progress.rootHash,
    ok: !firstBad,
    checkpoints: hashes.length,
    code: last ? checkpointCode(last) : null,
    unsigned: Math.max(0, events - vouched),
    ...(firstBad ? { firstBad } : {}),
  }
}

import type { KeyObject } from 'node:crypto'
import type { PoolClient } from 'pg'
import { type Checkpoint, checkpointFault } from '../chain/checkpoint.ts'
import type { StreamHead } from '../chain/heads.ts'
import { firstFallen, readCheckpoints, readHeadRows } from '../chain/read-chain.ts'
import type { Findings } from './findings.ts'

/** Heads looked up at once. */
const BATCH = 1000

const FALLEN = '检查点记下的这一条已不在或被改写：末尾被截去，或整段被重写'

const movedHeads = (checkpoint: Checkpoint, previous: Checkpoint | null): StreamHead[] => {
  const before = new Map(previous?.heads.map((head) => [head.stream, head.seq]))
  return checkpoint.heads.filter((head) => before.get(head.stream) !== head.seq)
}

const faultOf = (checkpoint: Checkpoint, previous: Checkpoint | null, keys: ReadonlyMap<string, KeyObject>) => {
  const key = keys.get(checkpoint.keyId)
  return key ? checkpointFault(checkpoint, previous, key) : `检查点由未知的密钥（${checkpoint.keyId}）签名`
}

/** Holds every checkpoint to its signature, to the one before and to the events; answers the last that is sound. */
export const checkCheckpoints = async (
  client: PoolClient,
  city: string,
  keys: ReadonlyMap<string, KeyObject>,
  findings: Findings,
): Promise<Checkpoint | null> => {
  let previous: Checkpoint | null = null
  let waiting: StreamHead[] = []
  const lookUp = async (): Promise<void> => {
    const fallen = await firstFallen(client, city, waiting)
    if (fallen) findings.bad(fallen.stream, fallen.seq, FALLEN)
    waiting = []
  }
  for await (const checkpoint of readCheckpoints(client, city)) {
    const why = faultOf(checkpoint, previous, keys)
    if (why) {
      findings.bad('checkpoint', checkpoint.seq, why)
      break
    }
    waiting.push(...movedHeads(checkpoint, previous))
    if (waiting.length >= BATCH) await lookUp()
    previous = checkpoint
  }
  await lookUp()
  return previous
}

/** Holds the table of heads to where the events end. */
export const checkHeadRows = async (
  client: PoolClient,
  city: string,
  reached: readonly StreamHead[],
  findings: Findings,
): Promise<void> => {
  const ends = new Map(reached.map((head) => [head.stream, head]))
  for (const { stream, seq, hash } of await readHeadRows(client, city)) {
    const end = ends.get(stream)
    if (!end || end.seq < seq) findings.bad(stream, (end?.seq ?? 0) + 1, `末条登记为第 ${seq} 条，其后的记录缺失`)
    else if (end.seq !== seq || end.hash !== hash) findings.bad(stream, seq, '末条登记与实有记录不符')
    ends.delete(stream)
  }
  for (const { stream, seq } of ends.values()) findings.bad(stream, seq, '有记录而没有末条登记')
}

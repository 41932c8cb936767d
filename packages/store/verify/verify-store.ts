import type { KeyObject } from 'node:crypto'
import type { PoolClient } from 'pg'
import { checkpointCode } from '../chain/checkpoint.ts'
import type { HashAlg } from '../chain/hash.ts'
import { compareStreams, headsRoot, type StreamHead } from '../chain/heads.ts'
import { readStream, readStreams } from '../chain/read-chain.ts'
import { inSnapshot } from '../chain/snapshot.ts'
import { checkState, type RowVersion, type StateMismatch } from '../chain/state-check.ts'
import type { StoreParts } from '../door/store-parts.ts'
import { verifyingKeys } from '../secrets/known-keys.ts'
import { checkChain } from './check-chain.ts'
import { checkCheckpoints, checkHeadRows } from './check-checkpoints.ts'
import { checkDefinitions } from './check-definitions.ts'
import { checkFigures } from './check-figures.ts'
import { checkVersions } from './check-versions.ts'
import { type BadEvent, type Findings, type Mismatch, newFindings } from './findings.ts'
import { readFigureLeaves, readSeries, type SeriesText } from './read-figures.ts'
import { readRowVersions } from './read-rows.ts'
import { type RowTable, rowTables } from './row-tables.ts'

/**
 * What a verification of the database came to. `rootHash` is that of an export of the same moment; `code` the 校验码 of
 * the last sound checkpoint. `mismatches` is cut short beyond 200.
 */
export type StoreVerification = {
  ok: boolean
  events: number
  streams: number
  rootHash: string
  code: string | null
  checkpointAt: string | null
  firstBad: BadEvent | null
  state: { checked: number; mismatches: Mismatch[] }
}

type Place = { client: PoolClient; city: string; findings: Findings }

async function* counted(rows: AsyncIterable<RowVersion>, findings: Findings): AsyncGenerator<RowVersion> {
  for await (const row of rows) {
    findings.checked += 1
    yield row
  }
}

const note = (findings: Findings, { stream, seq, leafNo, row, why }: StateMismatch): void => {
  const [table, ...rest] = row?.split(' ') ?? []
  const place = `${stream} 第 ${seq} 条${leafNo === null ? '' : `的第 ${leafNo + 1} 行`}`
  findings.differs(table ?? stream, rest.length > 0 ? rest.join(' ') : place, why)
}

/** The chain of each stream and, in the same reading, the rows its events vouch for. */
const checkStreams = async (
  { client, city, findings }: Place,
  tables: ReadonlyMap<string, readonly RowTable[]>,
  series: SeriesText,
): Promise<StreamHead[]> => {
  const reached: StreamHead[] = []
  const streams = new Set([...(await readStreams(client, city)), ...tables.keys(), 'figure'])
  for (const stream of [...streams].sort(compareStreams)) {
    const events = checkChain(findings, readStream(client, city, stream), (head) => reached.push(head))
    const rows =
      stream === 'figure'
        ? readFigureLeaves(client, city, series)
        : readRowVersions(client, city, tables.get(stream) ?? [])
    for await (const found of checkState(stream, events, counted(rows, findings))) note(findings, found)
  }
  return reached
}

/** Verifies inside a transaction of the owner's that sees one snapshot. `keys` are the public keys trusted, by key id. */
const verifyIn = async (
  client: PoolClient,
  city: string,
  alg: HashAlg,
  keys: ReadonlyMap<string, KeyObject>,
): Promise<StoreVerification> => {
  const findings = newFindings()
  const tables = await rowTables(client, city)
  const series = await readSeries(client, city)
  const heads = await checkStreams({ client, city, findings }, tables, series)
  await checkHeadRows(client, city, heads, findings)
  const checkpoint = await checkCheckpoints(client, city, keys, findings)
  for (const [stream, held] of tables)
    for (const { table } of held) await checkVersions(client, city, { table, stream }, findings)
  await checkDefinitions(client, city, findings)
  if (!findings.firstBad) await checkFigures(client, city, series, findings)
  const { firstBad, mismatches, events, checked } = findings
  return {
    ok: !firstBad && mismatches.length === 0,
    events,
    streams: heads.length,
    rootHash: headsRoot(alg, heads),
    code: checkpoint ? checkpointCode(checkpoint) : null,
    checkpointAt: checkpoint?.at ?? null,
    firstBad,
    state: { checked, mismatches },
  }
}

/**
 * Verifies a city's chain and that the tables are what its events say, in one snapshot. Whoever owns the database can
 * rewrite both, but not sign a checkpoint: compare `code` with one printed on a paper.
 */
export const verifyStore = (parts: StoreParts, city: string): Promise<StoreVerification> =>
  inSnapshot(parts.owner, (client) => verifyIn(client, city, parts.alg, verifyingKeys(parts.home)))

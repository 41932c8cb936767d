import { availableParallelism, loadavg } from 'node:os'
import process from 'node:process'
import { analysisClaims } from './analysis.ts'
import { commitClaims } from './commit.ts'
import { figuresClaims } from './figures.ts'
import { ledgerListClaims } from './ledger-list.ts'
import type { Claim } from './measure.ts'
import { readoutClaims } from './readout.ts'
import { scorecardsClaims } from './scorecards.ts'
import { isSmall } from './size.ts'
import { verifyEventsClaims } from './verify-events.ts'
import { stateClaims } from './verify-state.ts'

const BENCHES: Readonly<Record<string, () => Promise<Claim[]>>> = {
  commit: commitClaims,
  'ledger-list': ledgerListClaims,
  figures: figuresClaims,
  'verify-events': verifyEventsClaims,
  'verify-state': stateClaims,
  analysis: analysisClaims,
  scorecards: scorecardsClaims,
  readout: readoutClaims,
}

const VERDICT = { true: '达到', false: '未达到', null: '—' } as const

/** Chinese characters take two columns of a terminal. */
const width = (text: string): number => [...text].reduce((sum, one) => sum + (one > '\u2e7f' ? 2 : 1), 0)

const table = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))))
  const pad = (text: string, column: number): string => text + ' '.repeat((widths[column] ?? 0) - width(text))
  return rows.map((row) => row.map(pad).join('  ').trimEnd()).join('\n')
}

const print = (claims: readonly Claim[]): void => {
  const rows = claims.map(({ what, bar, got, ok }) => [what, bar, got, VERDICT[`${ok}`]])
  console.log(table([['测什么', '界线', '实测', '结论'], ...rows]))
  for (const { what, note } of claims) if (note) console.log(`\n${what}\n  ${note}`)
  if (isSmall) console.log('\n小规模（二十分之一）运行，仅供编写时参考，不作结论')
  const load = loadavg().map((one) => Number(one.toFixed(2)))
  console.log(`\n${availableParallelism()} 核，负载 ${load.join(' ')}：负载高于核数时，绝对时间不作数，比值仍可参考`)
  console.log(JSON.stringify({ size: isSmall ? 'small' : 'full', cpus: availableParallelism(), load, claims }))
}

const run = async (names: readonly string[]): Promise<number> => {
  const claims: Claim[] = []
  for (const name of names) {
    const bench = BENCHES[name]
    if (!bench) {
      console.error(`没有“${name}”这项测速，可选：${Object.keys(BENCHES).join('、')}`)
      return 2
    }
    console.error(`正在测 ${name} …`)
    claims.push(...(await bench()))
  }
  print(claims)
  return claims.some((claim) => claim.ok === false) ? 1 : 0
}

const asked = process.argv.slice(2)
process.exitCode = await run(asked.length > 0 ? asked : Object.keys(BENCHES))

import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import {
  type Indicator,
  type Inputs,
  type Robustness,
  type RobustnessSpec,
  robustnessOf,
  runScorecard,
  type Scheme,
  type Uncertainty,
} from '@yundiao/scorecards'
import type { Claim } from './measure.ts'
import { isSmall, sized } from './size.ts'

type Case = { scheme: Scheme; inputs: Inputs }
type Meta = {
  iCode: string[]
  Level: (number | null)[]
  Direction: (1 | -1)[]
  Weight: number[]
  Parent: (string | null)[]
}

const FIXTURES = join(import.meta.dirname, '..', 'packages', 'scorecards', 'fixtures')
const fixture = async <T>(name: string): Promise<T> =>
  JSON.parse(await readFile(join(FIXTURES, `${name}.json`), 'utf8'))

const asem = async (): Promise<Case & { levels: readonly number[] }> => {
  const { iMeta } = await fixture<{ iMeta: Meta }>('asem-input')
  const { Imputed } = await fixture<{ Imputed: { units: string[]; columns: Inputs['values'] } }>('asem-example-build')
  const used = iMeta.iCode.map((_, i) => i).filter((i) => iMeta.Level[i] !== null)
  const indicators = used.map((i): Indicator => {
    const parent = iMeta.Parent[i]
    const code = iMeta.iCode[i] ?? ''
    return { code, direction: iMeta.Direction[i] ?? 1, weight: iMeta.Weight[i] ?? 1, ...(parent ? { parent } : {}) }
  })
  const scheme: Scheme = {
    indicators,
    missing: 'fail',
    treat: { method: 'auto' },
    normalise: { method: 'minmax', range: [1, 100] },
    aggregate: { method: 'arithmetic' },
  }
  const inputs = { units: Imputed.units, values: Imputed.columns }
  return { scheme, inputs, levels: used.map((i) => iMeta.Level[i] ?? 1) }
}

/** COINr's published example. */
const EXAMPLE: Uncertainty = {
  weights: { kind: 'relative', by: 0.25, levels: [2, 3] },
  treat: [1, 2, 3, 4, 5].map((most) => ({ method: 'auto', most })),
  normalise: [
    { method: 'minmax', range: [1, 100] },
    { method: 'zscore', mean: 10, deviation: 2 },
  ],
  aggregate: [{ method: 'arithmetic' }, { method: 'geometric' }],
}

const assessed = ({ scheme, inputs }: Case, spec: RobustnessSpec): Robustness => {
  const done = robustnessOf(scheme, inputs, spec)
  if (done.kind === 'refused') throw new Error(done.message)
  return done
}

const seconds = (work: () => void): number => {
  const from = performance.now()
  work()
  return (performance.now() - from) / 1000
}

const best = (times: number, work: () => void): number =>
  Math.min(...Array.from({ length: times }, () => seconds(work)))

/** What the draws replace: the engine of a single run, once for every draw, with weights drawn before it. */
const runAgain = ({ scheme, inputs }: Case, uncertainty: Uncertainty, draws: number): void => {
  const pick = <T>(list: readonly T[] | undefined, draw: number, step: number): T | undefined =>
    list?.[(draw * step) % list.length]
  for (let draw = 0; draw < draws; draw += 1) {
    const indicators = scheme.indicators.map((one, i) => ({
      ...one,
      weight: one.weight * (0.75 + (((draw * 7919 + i * 104_729) % 1013) / 1013) * 0.5),
    }))
    const treat = pick(uncertainty.treat, draw, 1)
    const again = {
      ...scheme,
      indicators,
      ...(treat ? { treat } : {}),
      normalise: pick(uncertainty.normalise, draw, 3) ?? scheme.normalise,
      aggregate: pick(uncertainty.aggregate, draw, 5) ?? scheme.aggregate,
    }
    if (runScorecard(again, inputs).kind === 'refused') throw new Error('refused')
  }
}

const claim = (what: string, limit: number, got: number, note?: string): Claim => ({
  what,
  bar: `≤ ${limit} s`,
  got: `${got.toFixed(2)} s`,
  ok: got <= limit,
  ...(note ? { note } : {}),
})

const ratio = (what: string, peer: number, own: number): Claim => ({
  what,
  bar: '—',
  got: `${(peer / own).toFixed(1)} ×（${peer.toFixed(2)} s）`,
  ok: null,
})

const csv = (head: readonly string[], rows: readonly (readonly unknown[])[]): string =>
  [head, ...rows].map((row) => row.join(',')).join('\n')

/** Seconds of plain R on the same draws, and its medians; null where R is not installed. */
const plainR = async (draws: number): Promise<{ taken: number; medians: number[] } | null> => {
  const { scheme, inputs, levels } = await asem()
  const folder = await mkdtemp(join(tmpdir(), 'yundiao-bench-'))
  try {
    const [values, nodes] = [join(folder, 'values.csv'), join(folder, 'nodes.csv')]
    const codes = Object.keys(inputs.values)
    await writeFile(
      values,
      csv(
        codes,
        inputs.units.map((_, i) => codes.map((code) => inputs.values[code]?.[i])),
      ),
    )
    const rows = scheme.indicators.map(({ code, parent = '', direction, weight }, i) => [
      code,
      parent,
      direction,
      weight,
      levels[i],
    ])
    await writeFile(nodes, csv(['code', 'parent', 'direction', 'weight', 'level'], rows))
    const script = join(import.meta.dirname, 'asem-draws.R')
    const { stdout } = await promisify(execFile)('Rscript', ['--vanilla', script, values, nodes, String(draws)])
    const [taken = '', medians = ''] = stdout.split('\n')
    return { taken: Number(taken), medians: medians.trim().split(' ').map(Number) }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const asemClaims = async (): Promise<Claim[]> => {
  const draws = sized(1000)
  const given = await asem()
  const spec = { uncertainty: EXAMPLE, draws, seed: 20220426 }
  const first = seconds(() => assessed(given, spec))
  const own = best(3, () => assessed(given, spec))
  const claims = [
    claim(
      '排名把握程度，ASEM 51 × 49，1000 次',
      1,
      own,
      `头一次（未经编译）${first.toFixed(2)} s；4 个因素，20 种做法组合`,
    ),
    ratio(
      '　同样的抽样逐次重算（本引擎单次运行）是它的',
      seconds(() => runAgain(given, EXAMPLE, draws)),
      own,
    ),
  ]
  const peer = await plainR(draws)
  if (!peer) return [...claims, { what: '　R', bar: '—', got: '本机未装 R', ok: null }]
  const { median } = assessed(given, spec).rank
  const off = Math.max(...peer.medians.map((one, i) => Math.abs(one - (median[i] ?? 0))))
  return [...claims, { ...ratio('　不用包的 R 是它的', peer.taken, own), note: `与 R 的中位名次最多差 ${off}` }]
}

const noise = (i: number): number => (((i * 7919 + 104_729) % 65_537) + 0.5) / 65_537

/** Made-up enterprises with the skewed figures such evaluations have, some of them missing. */
const enterprises = (n: number): Case => {
  const codes = ['亩均税收', '亩均营收', '人均营收', '能耗营收', '研发强度', '亩均用电', '排放产出']
  const weights = [20, 20, 20, 5, 5, 15, 15]
  const units = Array.from({ length: n }, (_, i) => `企业${i}`)
  const values = Object.fromEntries(
    codes.map((code, k) => [
      code,
      units.map((_, i) => ((i * 7 + k) % 97 === 0 && k > 2 ? null : 20 * -Math.log(noise(i * 11 + k * 4001)))),
    ]),
  )
  const scheme: Scheme = {
    indicators: codes.map((code, k) => ({ code, direction: 1, weight: weights[k] ?? 1, benchmark: { of: 'mean' } })),
    missing: 'reweight',
    normalise: { method: 'benchmark', floor: 0, cap: 1.5 },
    aggregate: { method: 'arithmetic' },
    grades: { grades: [{ grade: 'A', atMost: 0.3 }, { grade: 'B' }, { grade: 'C', atLeast: 0.1 }] },
  }
  return { scheme, inputs: { units, values } }
}

const METHODS = [
  'geometric',
  'harmonic',
  'topsis',
  'grey-relational',
  'rank-sum-ratio',
  'coupling',
  'copeland',
] as const

/** Every other way of adding up: scores within 0 and 1 fit them all. */
const methodClaims = ({ scheme, inputs }: Case, draws: number): Claim[] =>
  METHODS.map((method) => {
    const given = {
      scheme: { ...scheme, normalise: { method: 'minmax', range: [0, 1] }, aggregate: { method } },
      inputs,
    }
    const uncertainty = { weights: { kind: 'relative', by: 0.25 } } as const
    return claim(
      `　合成方法 ${method}`,
      5,
      best(1, () => assessed(given as Case, { uncertainty, draws, seed: 1 })),
    )
  })

const enterpriseClaims = (): Claim[] => {
  const given = enterprises(sized(5000))
  const draws = 1000
  const weights = { kind: 'relative', by: 0.25 } as const
  const choices: Uncertainty = {
    weights,
    normalise: [given.scheme.normalise, { method: 'minmax' }, { method: 'percentile' }],
    aggregate: [{ method: 'arithmetic' }, { method: 'geometric' }],
  }
  const timed = (uncertainty: Uncertainty): number => best(2, () => assessed(given, { uncertainty, draws, seed: 1 }))
  const plain = timed({ weights })
  const again = seconds(() => runAgain(given, {}, isSmall ? 50 : 10)) * (draws / (isSmall ? 50 : 10))
  return [
    claim('排名把握程度，5000 家 × 7 项 × 1000 次，权重浮动，评等次', 5, plain),
    claim('　加标准化、合成方法的备选', 5, timed(choices)),
    ...methodClaims(given, draws),
    claim('　加数据误差（每次重新标准化）', 5, timed({ weights, data: { '*': { relative: 0.05 } } })),
    ratio('　逐次重算（由 10 次推算）是权重浮动的', again, plain),
  ]
}

/** What is claimed about scorecards. */
export const scorecardsClaims = async (): Promise<Claim[]> => [...(await asemClaims()), ...enterpriseClaims()]

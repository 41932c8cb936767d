import { parseJson } from '@yundiao/kernel'
import type * as z from 'zod'
import { endsOf } from '../normalise/goalposts.ts'
import type { Note } from '../run/result.ts'
import { buildTree } from '../run/tree.ts'
import type { Grading, Lists } from '../scheme/grading.ts'
import type { Goalposts, Normalisation } from '../scheme/normalisation.ts'
import type { Indicator, Inputs, Scheme } from '../scheme/scheme.ts'
import type { Comparison, Weighting } from '../scheme/weighting.ts'
import { type ScorecardFile, scorecardShape } from './shape.ts'
import { unreadNotes } from './unread.ts'

/** What a file held, or where it is wrong and what should stand there. */
export type Read<T> = { kind: 'read'; value: T } | { kind: 'fault'; where: string; message: string }

/** A scheme with the inputs to run it on, and notes on what of the file nothing reads. */
export type ScorecardCase = { scheme: Scheme; inputs: Inputs; notes: readonly Note[] }

const placed = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part + 1}]` : text ? `${text}.${String(part)}` : String(part),
    '',
  ) || '文件'

type Issue = z.core.$ZodIssue

/** The library's own English words. */
const isVague = ({ message }: Issue): boolean => message.startsWith('Invalid')

/** Of several ways of writing a thing, the one that came furthest before it failed is the one that was meant. */
const meant = (
  issue: Issue,
  path: readonly PropertyKey[] = issue.path,
): { issue: Issue; path: readonly PropertyKey[] } => {
  if (issue.code !== 'invalid_union') return { issue, path }
  const inner = issue.errors
    .flatMap(([first]) => (first ? [meant(first, [...path, ...first.path])] : []))
    .sort((a, b) => b.path.length - a.path.length || Number(isVague(a.issue)) - Number(isVague(b.issue)))
  const [best] = inner.filter((one) => one.path.length > path.length || one.issue.code === 'unrecognized_keys')
  const told = best ?? inner.find((one) => !isVague(one.issue))
  return told && isVague(issue) ? told : (best ?? { issue, path })
}

const wordsOf = (issue: Issue): string => {
  if (issue.code === 'unrecognized_keys') return `没有“${issue.keys.join('、')}”这一项`
  if (!isVague(issue)) return issue.message
  if (issue.code === 'invalid_value' && issue.input !== undefined)
    return `应为 ${issue.values.map(String).join('、')} 之一`
  return issue.input === undefined ? '缺少这一项' : '写法不对，可用的写法见 docs/scorecard-commands.md'
}

/** The first fault of a file, in words, with its place. */
export const faultOf = (error: z.ZodError): { kind: 'fault'; where: string; message: string } => {
  const [first] = error.issues
  if (!first) return { kind: 'fault', where: '文件', message: '内容有误' }
  const { issue, path } = meant(first)
  const words = wordsOf(issue)
  const isMissing = first.input === undefined && first.path.length > 0 && !words.startsWith('缺少')
  return { kind: 'fault', where: placed(path), message: isMissing ? `缺少这一项：${words}` : words }
}

/** Drops keys that are absent or null: they are one to a file, two to our types. */
export const present = <T extends object>(shape: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }

type NormaliseFile = ScorecardFile['normalise']

/** A normalisation as written; ends apart come as a range. */
export const normalisationOf = (file: NormaliseFile): Normalisation => {
  const rest: Record<string, unknown> = { ...file }
  for (const key of ['goalposts', 'targets', 'benchmarks', 'benchmark', 'lower', 'upper']) delete rest[key]
  const { lower, upper } = file as { lower?: number; upper?: number }
  if (rest.range === undefined && (lower !== undefined || upper !== undefined)) rest.range = [lower ?? 0, upper ?? 100]
  return present(rest) as Normalisation
}

type Tables = {
  goalposts?: Record<string, Indicator['goalposts']>
  targets?: Record<string, number>
  benchmarks?: Record<string, Indicator['benchmark']>
  benchmark?: Indicator['benchmark'] | Record<string, Indicator['benchmark']>
}

const benchmarkOf = ({ benchmarks, benchmark }: Tables, code: string): Indicator['benchmark'] => {
  if (benchmarks?.[code] !== undefined) return benchmarks[code]
  const isOne = typeof benchmark !== 'object' || 'of' in benchmark
  return isOne ? (benchmark as Indicator['benchmark']) : benchmark[code]
}

const indicatorOf = (file: ScorecardFile['indicators'][number], tables: Tables, given: Record<string, number>) => {
  const { code } = file
  const goalposts = (file.goalposts ?? tables.goalposts?.[code]) as Goalposts | undefined
  // A logarithm beside ends in the values' own unit means a logarithmic scale between them.
  const isLogScale = file.treat?.method === 'log' && goalposts !== undefined
  return present({
    code,
    name: file.name,
    parent: file.parent ?? undefined,
    direction: file.direction,
    weight: given[code] ?? file.weight,
    treat: isLogScale ? ({ method: 'none' } as const) : file.treat && present(file.treat),
    missing: file.missing,
    goalposts: isLogScale ? { ...endsOf(goalposts, file.direction), scale: 'log' as const } : goalposts,
    target: file.target ?? tables.targets?.[code],
    benchmark: file.benchmark ?? benchmarkOf(tables, code),
    floor: file.floor,
    cap: file.cap,
    normalise: file.normalise && normalisationOf(file.normalise),
    denominator: file.denominator ?? undefined,
  }) as Indicator
}

type WeightsFile = NonNullable<ScorecardFile['weights']>

const comparisonsOf = (
  file: Extract<WeightsFile, { method: 'ahp' }>,
  indicators: readonly Indicator[],
): Record<string, Comparison> => {
  const { matrix, comparisons = {} } = file
  const tree = buildTree(indicators)
  if (!matrix || tree.kind === 'refused') return comparisons
  // A bare matrix compares what lies below the root, in the order of the indicators.
  const top = tree.nodes.at(-1)
  return { ...comparisons, [tree.root]: { codes: top?.parts ?? [], matrix } }
}

/** A weighting as written; a bare matrix compares what lies below the root. */
export const weightingOf = (file: WeightsFile, indicators: readonly Indicator[]): Weighting => {
  switch (file.method) {
    case 'given':
      return { method: 'given' }
    case 'ahp':
      return present({ method: file.method, by: file.by, comparisons: comparisonsOf(file, indicators) }) as Weighting
    case 'combined':
      return present({ ...file, of: file.of.map((one) => weightingOf(one, indicators)) }) as Weighting
    default:
      return present(file) as Weighting
  }
}

/** Columns by indicator; rows by unit, as some write it, are turned. */
const turned = (file: ScorecardFile, leaves: readonly string[]): Inputs['values'] => {
  const { values, units } = file
  const isByUnit = leaves.every((code) => !values[code]) && units.every((unit) => values[unit])
  if (!isByUnit) return values
  return Object.fromEntries(leaves.map((code, j) => [code, units.map((unit) => values[unit]?.[j] ?? null)]))
}

/** A weight given for a code the file does not have: a slip of the pen that would else be passed over. */
export const strayWeight = ({
  indicators,
  weights,
}: ScorecardFile): { kind: 'fault'; where: string; message: string } | null => {
  if (weights?.method !== 'given' || !('values' in weights)) return null
  const known = new Set(indicators.flatMap(({ code, parent }) => [code, parent]))
  const stray = Object.keys(weights.values ?? {}).find((code) => !known.has(code))
  return stray === undefined ? null : { kind: 'fault', where: `weights.values.${stray}`, message: '方案里没有这个代码' }
}

/** Scheme and inputs of a file; `json` is the file before what is not read was left out of it. */
export const caseOf = (file: ScorecardFile, json: unknown): ScorecardCase => {
  const given = file.weights?.method === 'given' && 'values' in file.weights ? (file.weights.values ?? {}) : {}
  const indicators = file.indicators.map((one) => indicatorOf(one, file.normalise as Tables, given))
  const tree = buildTree(indicators)
  const leaves = (tree.kind === 'tree' ? tree.leaves : indicators).map(({ code }) => code)
  const { veto, promote, ungraded, ...grading } = (file.grades ?? {}) as Lists & Partial<Grading>
  const lists = present({ ...file.lists, ...present({ veto, promote, ungraded }) }) as Lists
  const scheme = present({
    indicators,
    screen: file.screen,
    missing: file.missing,
    missingBy: file.missingBy,
    treat: file.treat && present(file.treat),
    normalise: normalisationOf(file.normalise),
    weights: file.weights && weightingOf(file.weights, indicators),
    aggregate: present(file.aggregate),
    grades: file.grades && present(grading),
  }) as Scheme
  const inputs = present({
    units: file.units,
    values: turned(file, leaves),
    denominators: file.denominators,
    groups: file.groups,
    bonuses: file.bonuses,
    lists: Object.keys(lists).length > 0 ? lists : undefined,
  }) as Inputs
  return { scheme, inputs, notes: unreadNotes(json, inputs.values, leaves) }
}

/**
 * Input of `scorecard run`: the scheme and its inputs in one file. Bare words stand for a method without settings; what
 * `normalise` lists by code (goalposts, targets, benchmarks) goes to the indicators.
 */
export const readScorecardInput = (text: string): Read<ScorecardCase> => {
  const json = parseJson(text)
  if (json.kind === 'fault') return json
  const read = scorecardShape.safeParse(json.value, { reportInput: true })
  return read.success
    ? (strayWeight(read.data) ?? { kind: 'read', value: caseOf(read.data, json.value) })
    : faultOf(read.error)
}

import type { ReckoningCell, ReckoningSheet } from '@yundiao/office'
import { buildTree, type Indicator, type Scheme, type Tree } from '@yundiao/scorecards'
import { inTreeOrder, nameOfItem } from '../../views/evaluation/items.ts'
import type { Run } from '../../views/evaluation/kept.ts'
import { missingWords } from '../../views/evaluation/scheme-words.ts'
import { footOf, PARAMETERS, parameter } from './columns.ts'

type Scored = Run & { result: NonNullable<Run['result']> }

/** The row of each indicator and node on the sheet of parameters. */
export type ParameterRows = { tree: Tree; rowOf: ReadonlyMap<string, number>; isGiven: boolean }

const HEAD = [
  '指标',
  '上级',
  '方向',
  '权重',
  '同级占比',
  '基准值或倍数',
  '下限（倍）',
  '上限（倍）',
  '满分系数',
  '缺数办法',
]
const WIDTHS = [26, 18, 10, 10, 12, 16, 12, 12, 12, 36]
export const WEIGHT_SHARE = 'E'
const [RAW_WEIGHT, BENCHMARK, FLOOR, CAP, SCALE] = ['D', 'F', 'G', 'H', 'I']

/** Null for a scheme whose tree does not hold, which no run has. */
export const parameterRows = ({ version }: Run): ParameterRows | null => {
  const tree = buildTree(version.scheme.indicators)
  if (tree.kind === 'refused') return null
  const order = inTreeOrder(tree).map(({ code }) => code)
  const isGiven = (version.scheme.weights ?? { method: 'given' }).method === 'given'
  return { tree, rowOf: new Map(order.map((code, i) => [code, i])), isGiven }
}

const limits = (scheme: Scheme, indicator: Indicator | undefined) => {
  const spec = indicator?.normalise ?? scheme.normalise
  if (spec.method !== 'benchmark' || !indicator) return { floor: null, cap: null, scale: null }
  const floor = indicator.floor === undefined ? (spec.floor === undefined ? 0 : spec.floor) : indicator.floor
  return { floor, cap: indicator.cap ?? spec.cap ?? null, scale: spec.scale ?? 100 }
}

const settingOf = ({ benchmark }: Indicator): number | null => {
  if (benchmark === undefined) return null
  return typeof benchmark === 'number' ? benchmark : (benchmark.k ?? 1)
}

/** Where the settings of an indicator stand; null for a limit the method does not have. */
export const settingCells = (scheme: Scheme, indicator: Indicator, row: number) => {
  const { floor, cap } = limits(scheme, indicator)
  return {
    benchmark: parameter(BENCHMARK, row),
    floor: floor === null ? null : parameter(FLOOR, row),
    cap: cap === null ? null : parameter(CAP, row),
    scale: parameter(SCALE, row),
  }
}

const number = (value: number | null): ReckoningCell => (value === null ? null : { number: value })

const shareCell = (run: Scored, { tree, rowOf, isGiven }: ParameterRows, code: string): ReckoningCell => {
  const value = run.result.weights[code] ?? 0
  if (!isGiven) return { number: value, format: '0.00%' }
  const siblings = tree.nodes.find(({ parts }) => parts.includes(code))?.parts ?? [code]
  const cells = siblings.map((one) => parameter(RAW_WEIGHT, rowOf.get(one) ?? 0))
  return { formula: `${parameter(RAW_WEIGHT, rowOf.get(code) ?? 0)}/(${cells.join('+')})`, value, format: '0.00%' }
}

/** The sheet a reader may change: weights, benchmarks, limits. */
export const parameterSheet = (run: Scored, rows: ParameterRows): ReckoningSheet => {
  const { scheme } = run.version
  return {
    name: PARAMETERS,
    title: `${run.record.title}：参数（改动权重、基准值后，“计算”和“结果”随之变动）`,
    head: HEAD,
    widths: WIDTHS,
    freezeColumns: 1,
    rows: [...rows.rowOf.keys()].map((code): ReckoningCell[] => {
      const indicator = scheme.indicators.find((one) => one.code === code)
      const isLeaf = rows.tree.leaves.some((one) => one.code === code)
      const { floor, cap, scale } = limits(scheme, isLeaf ? indicator : undefined)
      return [
        { text: nameOfItem(run, code) },
        { text: indicator?.parent === undefined ? '' : nameOfItem(run, indicator.parent) },
        { text: indicator?.direction === -1 ? '越低越好' : '越高越好', centred: true },
        { number: rows.tree.weights[code] ?? 0 },
        shareCell(run, rows, code),
        number(indicator && isLeaf ? settingOf(indicator) : null),
        number(floor),
        number(cap),
        number(scale),
        { text: indicator && isLeaf ? missingWords(scheme, indicator) : '' },
      ]
    }),
    notes: [
      '上限为空的，方案没有规定，按不封顶计',
      ...(rows.isGiven ? [] : ['权重由数据计算得出，表中为本次评价的数值']),
      ...run.version.unknowns.map(({ words, meanwhile }) => `待明确：${words}；试算时：${meanwhile}`),
    ],
    foot: footOf(run),
  }
}

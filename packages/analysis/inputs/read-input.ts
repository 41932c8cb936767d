import { parseJson } from '@yundiao/kernel'
import * as z from 'zod'
import type { AdjustSpec } from '../adjust/adjust-spec.ts'
import type { TimeSeries } from '../series/time-series.ts'
import type { StlSpec } from '../stl/stl.ts'
import type { TargetCase } from '../targets/assess-target.ts'

/** What a file held, or where it is wrong and what should stand there. */
export type Read<T> = { kind: 'read'; value: T } | { kind: 'fault'; where: string; message: string }

/** Squares of anything larger would be past what a number holds. */
const MOST = 1e100
const value = z
  .number({ error: '应为数字或 null' })
  .refine((one) => Math.abs(one) <= MOST, '绝对值不得大于 1e100，请换一个单位')
  .nullable()
const LONGEST = 200_000

const frame = {
  frequency: z.int({ error: '应为整数，例如 12' }).min(1, '应大于 0').max(366, '最大 366'),
  start: z.tuple([z.int().min(1).max(9999), z.int().min(1)], { error: '应为 [年, 期]，例如 [2016, 9]' }),
  values: z.array(value, { error: '应为数组' }).min(1, '没有数').max(LONGEST, `最多 ${LONGEST} 期`),
}

/** The first period lies in its year: month 13 would silently be next January. */
const isInYear = ({ frequency, start }: { frequency: number; start: readonly [number, number] }): boolean =>
  start[1] <= frequency
const IN_YEAR = { path: ['start'], error: '期不得大于每年期数（frequency），例如月度 1 至 12' }

const NOT_AN_OBJECT = { error: '应为一个对象，例如 {"frequency": 12, "start": [2016, 9], "values": [1, 2, …]}' }

const odd = z
  .int({ error: '应为整数' })
  .min(3, '至少为 3')
  .refine((n) => n % 2 === 1, '应为奇数')

/** R takes the next odd number where a window is even. */
const window = z.int({ error: '应为整数' }).min(2, '至少为 2')

/** What a file says for people; any other key may be a slip of the pen. */
const words = z.unknown().optional()
const forPeople = {
  id: words,
  name: words,
  title: words,
  description: words,
  unit: words,
  source: words,
  note: words,
  comment: words,
}

const adjustShape = z
  .strictObject(
    {
      ...frame,
      ...forPeople,
      spec: z
        .strictObject({
          mode: z.enum(['mult', 'add', 'logadd', 'auto'], { error: '应为 mult、add、logadd 或 auto' }).optional(),
          seasonalma: z
            .enum(['msr', 's3x1', 's3x3', 's3x5', 's3x9', 's3x15', 'stable'], {
              error: '应为 msr、s3x1、s3x3、s3x5、s3x9、s3x15 或 stable',
            })
            .optional(),
          trendma: odd.max(101, '最大 101').optional(),
          sigmalim: z
            .tuple([z.number().positive(), z.number().positive()], { error: '应为 [下限, 上限]' })
            .refine(([low, high]) => low < high, '下限应小于上限')
            .optional(),
          arima: z.enum(['airline', 'none', 'auto'], { error: '应为 airline、none 或 auto' }).optional(),
          holidays: z.enum(['spring-festival', 'none'], { error: '应为 spring-festival 或 none' }).optional(),
          tradingDays: z.enum(['td1', 'none', 'auto'], { error: '应为 td1、none 或 auto' }).optional(),
        })
        .optional(),
    },
    NOT_AN_OBJECT,
  )
  .refine(isInYear, IN_YEAR)

const step = z.int({ error: '应为整数' }).min(0, '至少为 0')
/** One setting for each of the three smoothings: by name, by R's letters, or in R's order. */
const triple = z.union(
  [
    z.strictObject({ seasonal: step.optional(), trend: step.optional(), low: step.optional() }),
    z
      .strictObject({ s: step.optional(), t: step.optional(), l: step.optional() })
      .transform(({ s: seasonal, t: trend, l: low }) => ({ seasonal, trend, low })),
    z.tuple([step, step, step]).transform(([seasonal, trend, low]) => ({ seasonal, trend, low })),
  ],
  { error: '应为 {"seasonal": 数, "trend": 数, "low": 数}，整数' },
)

const stlShape = z
  .strictObject(
    {
      ...frame,
      ...forPeople,
      spec: z.strictObject({
        seasonalWindow: z.union([odd, z.literal('periodic')], { error: '应为奇数或 periodic' }),
        robust: z.boolean({ error: '应为 true 或 false' }).optional(),
        trendWindow: window.optional(),
        lowWindow: window.optional(),
        degrees: triple.optional(),
        jumps: triple.optional(),
        inner: z.int().min(1).max(100).optional(),
        outer: z.int().min(0).max(100).optional(),
      }),
    },
    NOT_AN_OBJECT,
  )
  .refine(isInYear, IN_YEAR)

/** Other keys are left alone, so that one file serves the three commands. */
const forecastShape = z.object(frame, NOT_AN_OBJECT).refine(isInYear, IN_YEAR)

/** A plain number is growth, as a ratio; an amount says so. */
const MOST_GROWTH = 3

/** Rates of which half are beyond ±100 % are per cent, or amounts. */
const isRatios = ({ measure, history, elapsed }: RatesOrAmounts): boolean => {
  if (measure !== 'rate') return true
  const sizes = [...history, ...elapsed].filter((one) => one !== null).map(Math.abs)
  return sizes.filter((size) => size > 1).length * 2 <= sizes.length
}
type RatesOrAmounts = {
  measure?: string | undefined
  history: readonly (number | null)[]
  elapsed: readonly (number | null)[]
}

/** A target of more than 100 % beside rates that are not is per cent. */
const isRatioTarget = ({ measure, target }: { measure?: string | undefined; target: number | object }): boolean => {
  const growth = typeof target === 'number' ? target : 'growth' in target ? Number(target.growth) : 0
  return measure !== 'rate' || Math.abs(growth) <= 1
}

const targetShape = z
  .strictObject(
    {
      ...forPeople,
      target: z.union(
        [
          z.number().max(MOST_GROWTH, `像是总量：增速写小数（0.065），总量写 {"level": 数}`),
          z.strictObject({ growth: z.number() }),
          z.strictObject({ level: z.number().positive('应大于 0') }),
        ],
        { error: '应为增速（小数）或 {"level": 总量}' },
      ),
      measure: z.enum(['amount', 'rate'], { error: '应为 amount 或 rate' }).optional(),
      frequency: z.literal([12, 4], { error: '应为 12 或 4' }).optional(),
      history: z.array(value, { error: '应为数组' }),
      elapsed: z.array(value, { error: '应为数组' }),
      shares: z
        .tuple([z.number(), z.number()], { error: '应为 [下限, 上限]' })
        .refine(([from, to]) => from > 0 && from <= to && to < 1, '应在 0 与 1 之间，下限不大于上限')
        .optional(),
    },
    { error: '应为一个对象，例如 {"target": 0.065, "history": [1, 2, …], "elapsed": [1, 2, …]}' },
  )
  .refine(isRatios, { path: ['history'], error: '像是百分数或总量：增速写小数（6.5% 写 0.065）' })
  .refine(isRatioTarget, { path: ['target'], error: '像是百分数：增速写小数（6.5% 写 0.065）' })

const placed = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part + 1}]` : text ? `${text}.${String(part)}` : String(part),
    '',
  ) || '文件'

const TYPES: Readonly<Record<string, string>> = {
  int: '整数',
  number: '数字',
  boolean: ' true 或 false',
  array: '数组',
  object: '对象，例如 {}',
}

/** What the reader's own English would say, for shapes that have no words of their own. */
const plainWords = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'invalid_type')
    return `应为${TYPES[issue.expected] ?? '别的写法，请照 docs/series-commands.md 写'}`
  if (issue.code === 'too_small')
    return issue.inclusive === false ? `应大于 ${issue.minimum}` : `至少为 ${issue.minimum}`
  if (issue.code === 'too_big') return issue.inclusive === false ? `应小于 ${issue.maximum}` : `最大 ${issue.maximum}`
  return '写法不对，请照 docs/series-commands.md 写'
}

const faultOf = (error: z.ZodError): { where: string; message: string } => {
  const [issue] = error.issues
  if (!issue) return { where: '文件', message: '内容有误' }
  if (issue.code === 'unrecognized_keys')
    return { where: placed(issue.path), message: `没有“${issue.keys.join('、')}”这一项` }
  const isMissing = issue.code === 'invalid_type' && issue.input === undefined && issue.path.length > 0
  const isOwn = !/^[A-Z]/.test(issue.message)
  if (isMissing) return { where: placed(issue.path), message: isOwn ? `缺少这一项：${issue.message}` : '缺少这一项' }
  return { where: placed(issue.path), message: isOwn ? issue.message : plainWords(issue) }
}

/** Drops keys that are absent: a missing key and an undefined value are one to zod, two to our types. */
const withoutUndefined = <T extends object>(shape: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  JSON.parse(JSON.stringify(shape))

const readBy = <T>(shape: z.ZodType<T>, text: string): Read<T> => {
  const json = parseJson(text)
  if (json.kind === 'fault') return { ...json, message: `${json.message}；没有的数写 null，见 docs/series-commands.md` }
  const read = shape.safeParse(json.value, { reportInput: true })
  return read.success ? { kind: 'read', value: read.data } : { kind: 'fault', ...faultOf(read.error) }
}

/** Input of `series adjust`. */
export const readAdjustInput = (text: string): Read<TimeSeries & { spec?: AdjustSpec }> => {
  const read = readBy(adjustShape, text)
  return read.kind === 'fault'
    ? read
    : { kind: 'read', value: withoutUndefined(read.value) as TimeSeries & { spec?: AdjustSpec } }
}

/** Input of `series stl`. */
export const readStlInput = (text: string): Read<TimeSeries & { spec: StlSpec }> => {
  const read = readBy(stlShape, text)
  return read.kind === 'fault'
    ? read
    : { kind: 'read', value: withoutUndefined(read.value) as TimeSeries & { spec: StlSpec } }
}

/** Input of `series forecast`. */
export const readForecastInput = (text: string): Read<TimeSeries> => readBy(forecastShape, text)

/** Months when the history is whole years of them, two at least; quarters leave three places of a year at most. */
const frequencyOf = (history: readonly unknown[], elapsed: readonly unknown[]): 12 | 4 =>
  elapsed.length > 3 || (history.length % 12 === 0 && history.length >= 24) ? 12 : 4

/**
 * Input of `target assess`. A target that is a number is growth; `measure` is amounts unless said; `frequency` left out
 * is 12 when the history is two or more whole years of months or more than three periods have gone by, else 4.
 */
export const readTargetInput = (text: string): Read<TargetCase> => {
  const read = readBy(targetShape, text)
  if (read.kind === 'fault') return read
  const { target, measure, frequency, history, elapsed, shares } = read.value
  const kind = typeof target === 'number' || 'growth' in target ? 'growth' : 'level'
  const amount = typeof target === 'number' ? target : 'growth' in target ? target.growth : target.level
  return {
    kind: 'read',
    value: {
      measure: measure ?? 'amount',
      target: { kind, value: amount },
      frequency: frequency ?? frequencyOf(history, elapsed),
      history,
      elapsed,
      ...(shares ? { shares } : {}),
    },
  }
}

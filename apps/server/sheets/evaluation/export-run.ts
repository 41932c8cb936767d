import type { LocalDate } from '@yundiao/kernel'
import { type ReckoningCell, type ReckoningSheet, reckoningBytes } from '@yundiao/office'
import type { Caller, Store } from '@yundiao/store'
import { ledgerWords } from '../../views/evaluation/items.ts'
import { type Run, readRun, scoredRun } from '../../views/evaluation/kept.ts'
import { rankingOf } from '../../views/evaluation/ranking.ts'
import type { RankingView } from '../../views/evaluation/run-schema.ts'
import { sightOf } from '../../views/evaluation/sight.ts'
import { type Names, readNames } from '../../views/names.ts'
import { cellAt, footOf, SCORE, wholeColumn } from './columns.ts'
import { parameterRows, parameterSheet } from './parameters.ts'
import { type Made, RECKONING, reckoningSheet } from './reckoning.ts'

type Scored = Run & { result: NonNullable<Run['result']> }

const text = (words: string | null): ReckoningCell => (words === null ? null : { text: words })
const centred = (words: string | null): ReckoningCell => (words === null ? null : { text: words, centred: true })
const number = (value: number | null, format?: string): ReckoningCell =>
  value === null ? null : { number: value, ...(format === undefined ? {} : { format }) }
const share = (value: number | undefined): ReckoningCell =>
  value === undefined ? null : { number: value, format: '0.0%' }

const HEAD = [
  '位次',
  '名称',
  '地区',
  '园区',
  '行业',
  '得分',
  '等次',
  '位次区间（低）',
  '位次区间（高）',
  '等次把握程度',
  '说明',
]
const WIDTHS = [7, 28, 11, 24, 33, 10, 8, 12, 12, 10, 36]

/** Scores that differ by less than this share of themselves share a place, as in the engine. */
const NOISE = '1E-12'

const ofSheet = (reference: string): string => `'${RECKONING}'!${reference}`

/** Rank, score and grade from the sheet that reckons, for a reader who may have it; else as they were made public. */
const standing = (
  row: RankingView,
  at: number,
  made: Made | null,
  rows: number,
): [ReckoningCell, ReckoningCell, ReckoningCell] => {
  if (made === null || at === -1) return [number(row.rank), number(row.score, SCORE), centred(row.grade)]
  const own = ofSheet(cellAt(made.total, at))
  const all = ofSheet(wholeColumn(made.total, rows))
  const grade = made.grades === null ? null : ofSheet(cellAt(made.grades.column, at))
  return [
    { formula: `IF(${own}="","",COUNTIF(${all},">"&(${own}+ABS(${own})*${NOISE}))+1)`, value: row.rank },
    { formula: own, value: row.score, format: SCORE },
    grade === null ? centred(row.grade) : { formula: grade, value: row.grade, centred: true },
  ]
}

const DRAWN = '位次区间和把握程度由反复试算得出（测算），不是表内公式，不随改动变化，未测算的为空'
const LIVE = '得分、位次、等次都是公式：改“计算”里的数据、名单，或“参数”“等次”里的权重、比例，随之变动；说明一栏不变'
const FIXED = '等次按名额和名单划定，随本次评价固定，不随表内参数变动'

const notesOf = (made: Made | null): string[] => {
  if (made === null) return ['得分和基础数据只列本地的', FIXED, DRAWN]
  return [made.grades === null ? FIXED : LIVE, DRAWN]
}

const resultSheet = (run: Scored, rows: readonly RankingView[], made: Made | null): ReckoningSheet => {
  const at = new Map(run.result.units.map((unit, i) => [unit, i]))
  return {
    name: '结果',
    title: `${run.record.title}（${run.record.state}${run.record.onDemonstration ? '，演示' : ''}）`,
    head: HEAD,
    widths: WIDTHS,
    freezeColumns: 2,
    rows: rows.map((row): ReckoningCell[] => {
      const [rank, score, grade] = standing(row, at.get(row.unit) ?? -1, made, run.result.units.length)
      return [
        rank,
        { text: row.name },
        text(row.region?.name ?? null),
        text(row.park),
        text(row.industry),
        score,
        grade,
        number(row.rankLow),
        number(row.rankHigh),
        share(row.grade === null ? undefined : row.probability?.[row.grade]),
        text(row.reason),
      ]
    }),
    notes: notesOf(made),
    foot: footOf(run),
  }
}

const SOURCE_HEAD = ['名称', '数据', '数值', '单位', '台账', '栏目', '第几版', '来源', '依据']

type Cell = Run['inputs']['read']['cells'][number]

/** A number that several indicators take is one line, under all their clauses. */
const onceEach = (cells: readonly Cell[]): Cell[] =>
  [
    ...Map.groupBy(cells, ({ unit, row, fields, unitOfValue }) =>
      JSON.stringify([unit, row.id, fields, unitOfValue]),
    ).values(),
  ].flatMap(([first, ...others]) => {
    if (!first) return []
    const clauses = new Set([first, ...others].map(({ clause }) => clause))
    return [{ ...first, clause: [...clauses].join('；') }]
  })

const sourceSheet = (
  run: Scored,
  words: ReturnType<typeof ledgerWords>,
  sees: (unit: string) => boolean,
): ReckoningSheet => {
  const names = new Map(run.inputs.read.units.map(({ unit, name }) => [unit, name]))
  const labels = new Map([...run.version.inputs, ...run.version.denominators].map(({ code, label }) => [code, label]))
  return {
    name: '出处',
    title: `${run.record.title}：数据出处`,
    head: SOURCE_HEAD,
    widths: [28, 16, 13, 12, 18, 30, 8, 12, 62],
    freezeColumns: 1,
    rows: onceEach(run.inputs.read.cells.filter(({ unit }) => sees(unit))).map((cell): ReckoningCell[] => [
      text(names.get(cell.unit) ?? ''),
      text(labels.get(cell.code) ?? cell.code),
      number(cell.asItIs),
      centred(cell.unitOfValue),
      text(words.title),
      text(cell.fields.map(words.fieldLabel).join('、')),
      number(cell.row.version),
      centred(cell.sourceClass),
      text(cell.clause),
    ]),
    notes: [],
    foot: footOf(run),
  }
}

const sheetsOf = (
  run: Scored,
  caller: Caller,
  { names, words }: { names: Names; words: ReturnType<typeof ledgerWords> },
): ReckoningSheet[] => {
  const sight = sightOf(caller, run)
  const parameters = sight.isWhole ? parameterRows(run) : null
  const rows = rankingOf(run, caller, names)
  const sources = sourceSheet(run, words, sight.seesUnit)
  if (!parameters) return [resultSheet(run, rows, null), ...(sources.rows.length > 0 ? [sources] : [])]
  const made = reckoningSheet(run, parameters, (region) => names.place(region)?.name ?? '')
  const grades = made.grades ? [made.grades.sheet] : []
  return [resultSheet(run, rows, made), made.sheet, ...grades, parameterSheet(run, parameters), sources]
}

/**
 * A run as a workbook. Who may see everybody's values gets live formulas from the values to the score; others the places and
 * grades, and the values of their own. That it was carried out is an event before it is given.
 */
export const exportRun = async (
  store: Store,
  caller: Caller,
  id: string,
  { on, ...options }: { keepsValues?: boolean; on?: LocalDate } = {},
): Promise<{ name: string; bytes: Uint8Array }> => {
  const run = scoredRun(await readRun(store, caller, id, on))
  const [names, views] = await Promise.all([readNames(store, caller), store.ledgers(caller)])
  const sheets = sheetsOf(run, caller, { names, words: ledgerWords(run.evaluation.ledger, views) })
  const body = { evaluation: id, whole: sightOf(caller, run).isWhole }
  await store.commit(caller, [{ do: 'note', stream: 'access', kind: 'evaluation.exported', subject: id, body }])
  return { name: `${run.record.title}.xlsx`, bytes: await reckoningBytes(sheets, options) }
}

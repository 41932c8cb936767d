import {
  type BoardRow,
  boardOf,
  DEMONSTRATION,
  type FigureCell,
  type FigureRef,
  type FoundFigure,
  type Indicator,
} from '@yundiao/figures'
import { addDays, parsePeriod } from '@yundiao/kernel'
import { type Said, saidFigures, saidText } from './finding.ts'
import type { FindingsInput } from './findings-input.ts'
import { gapSaid, periodSaid, plainLevel, plainRate } from './words.ts'

/** The most characters a 快报 may have. */
export const QUICK_REPORT_LENGTH = 200

/** Why an indicator of sheet T1 is not in a 快报. */
export type LeftOut = { indicator: string; name: string; why: '未公布' | '超出字数' }

/** 快报 as plain text, with what it rests on and what it could not hold. */
export type QuickReport = {
  text: string
  sentences: readonly (readonly Said[])[]
  figures: readonly FigureRef[]
  leftOut: readonly LeftOut[]
}

/** Published: released, official, real, and no estimate. */
const isPublished = ({ state, series, round }: FoundFigure): boolean =>
  state === 'released' && series.origin === 'official' && series.concept !== DEMONSTRATION && round !== 'estimate'

const figureIn = (cell: FigureCell): FoundFigure | null => (cell.kind === 'figure' ? cell.figure : null)

const said = (figure: FoundFigure, shown: string): Said => ({ figure: figure.ref, shown })

const joined = (parts: readonly (readonly Said[])[], mark: string): readonly Said[] =>
  parts.filter((part) => part.length > 0).flatMap((part, i) => (i === 0 ? part : [{ text: mark }, ...part]))

const growthSaid = (figure: FoundFigure): Said => {
  const digits = plainRate(figure)
  const size = digits.replace('-', '')
  if (!/[1-9]/u.test(size)) return said(figure, '持平')
  return said(figure, `${digits.startsWith('-') ? '下降' : '增长'}${size}%`)
}

const comparisonSaid = (row: BoardRow): readonly Said[] => {
  const own = figureIn(row.growth)
  const [outcome, other, whose] =
    row.compare.province.kind === 'derived'
      ? ([row.compare.province, row.provinceGrowth, '全省'] as const)
      : ([row.compare.nation, row.nationGrowth, '全国'] as const)
  const theirs = figureIn(other)
  return own && theirs && outcome.kind === 'derived'
    ? [gapSaid(whose, outcome.value, [own, theirs], 'growth.difference')]
    : []
}

const ranksSaid = ({ ranks }: BoardRow): readonly Said[] => {
  const [total, growth] = [figureIn(ranks.total), figureIn(ranks.growth)]
  return joined(
    [
      total ? [{ text: '总量居全省' }, said(total, `第${total.value}位`)] : [],
      growth ? [{ text: '增速居全省' }, said(growth, `第${growth.value}位`)] : [],
    ],
    '、',
  )
}

const nameOf = (row: BoardRow, isShort: boolean): string => (isShort ? row.indicator.shortName : row.indicator.name)

/** 地区生产总值784.28亿元、增长6.6%. Empty without any number. */
const numbersSaid = (row: BoardRow, isShort: boolean): readonly Said[] => {
  const level = row.indicator.levelShown && !isShort ? figureIn(row.level) : null
  const growth = figureIn(row.growth)
  const numbers = joined(
    [level ? [said(level, plainLevel(row.indicator, level))] : [], growth ? [growthSaid(growth)] : []],
    '、',
  )
  return numbers.length === 0 ? [] : [{ free: nameOf(row, isShort) }, ...numbers]
}

type Line = { codes: readonly string[]; said: readonly Said[] }

/** Days after a period's end by which all cities are out. */
const CITIES_OUT = 62

const isNew = ({ period, on }: FindingsInput): boolean => {
  const ends = parsePeriod(period)?.ends
  return ends !== undefined && on <= addDays(ends, CITIES_OUT)
}

/** The total with how it compares and where it stands among the cities; places not yet out are said to be, while they may still come. */
const headLine = (row: BoardRow, place: readonly Said[], isNew: boolean): Line => {
  const numbers = numbersSaid(row, false)
  if (numbers.length === 0) return { codes: [row.indicator.code], said: [] }
  const ranks = ranksSaid(row)
  const rest = joined([comparisonSaid(row), ranks], '，')
  const waiting: readonly Said[] = ranks.length === 0 && isNew ? [{ text: '；位次待各市州出齐' }] : []
  return {
    codes: [row.indicator.code],
    said: [...place, ...joined([numbers, rest], '，'), ...waiting, { text: '。' }],
  }
}

const partsLine = (rows: readonly BoardRow[]): Line => {
  const parts = joined(
    rows.map((row) => numbersSaid(row, true)),
    '，',
  )
  return {
    codes: rows.map(({ indicator }) => indicator.code),
    said: parts.length === 0 ? [] : [{ text: '其中，' }, ...parts, { text: '。' }],
  }
}

const lineOf = (row: BoardRow, period: string): Line => {
  const numbers = numbersSaid(row, false)
  const lag: readonly Said[] = row.period === period ? [] : [periodSaid(row.period)]
  const line = joined([numbers, comparisonSaid(row)], '，')
  return { codes: [row.indicator.code], said: numbers.length === 0 ? [] : [...lag, ...line, { text: '。' }] }
}

const linesOf = (input: FindingsInput): readonly Line[] => {
  const { rows } = boardOf({ ...input, figures: input.figures.filter(isPublished), targets: [] })
  const heads = rows.filter(({ indicator }) => indicator.indent === 0)
  const [first, ...others] = heads
  if (!first) return []
  const parts = input.sums.find(({ total }) => total === first.indicator.code)?.parts ?? []
  const isPart = ({ indicator }: { indicator: Indicator }): boolean => parts.includes(indicator.code)
  const name = input.tree.get(input.regions.self)?.name ?? ''
  const place: readonly Said[] = [periodSaid(input.period), { text: '，' }, { free: name }]
  return [
    headLine(first, place, isNew(input)),
    partsLine(others.filter(isPart)),
    ...others.filter((row) => !isPart(row)).map((row) => lineOf(row, input.period)),
  ]
}

const lengthOf = (text: string): number => [...text].length

/**
 * 快报: published figures only (released, official, no demonstration, no estimate), at most 200 characters, whole sentences
 * left off from the end when it is too long. The first tells the total, how it compares with the province, and its
 * places once they are out. `leftOut` names every head line of sheet T1 that is not in it, and why.
 */
export const quickReport = (input: FindingsInput): QuickReport => {
  const lines = linesOf(input)
  const told: Line[] = []
  for (const line of lines) {
    if (line.said.length === 0) continue
    if (lengthOf(saidText([...told, line].flatMap((one) => one.said))) > QUICK_REPORT_LENGTH) break
    told.push(line)
  }
  const sentences = told.map((line) => line.said)
  const figures = [...new Set(sentences.flatMap(saidFigures))]
  const isTold = new Set(figures.map((ref) => input.figures.find((figure) => figure.ref === ref)?.series.indicator))
  const leftOut = lines.flatMap((line) =>
    line.codes
      .filter((code) => !isTold.has(code))
      .map(
        (code): LeftOut => ({
          indicator: code,
          name: input.catalogue.get(code)?.name ?? code,
          why: line.said.length > 0 && !told.includes(line) ? '超出字数' : '未公布',
        }),
      ),
  )
  return { text: sentences.map(saidText).join(''), sentences, figures, leftOut }
}

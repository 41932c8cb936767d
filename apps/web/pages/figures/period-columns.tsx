import { type Column, type Compare, CompareView, type Fig, FigureView, fill } from '@yundiao/ui'
import type { PeriodLine, PeriodSheet } from '../../api/types.ts'
import type { Words } from '../../messages.ts'

type CellProps = { of: Fig | Compare; label: string }

/** A published figure, or one we worked out, or why there is none: what does not apply at all is a stroke. */
const Either = ({ of, label }: CellProps) => {
  if ('ref' in of) return <FigureView fig={of} label={label} />
  if (of.kind === 'refused' && of.code === 'not-applicable') return <>—</>
  return <CompareView compare={of} label={label} />
}

type Field = 'single' | 'singleGrowth' | 'twoYear' | 'nominal' | 'price' | 'pace' | 'pull' | 'contribution' | 'ours'

const worked = (field: Field, label: string, unit: string, more: Partial<Column<PeriodLine>> = {}) =>
  ({
    id: field,
    label,
    unit,
    align: 'right',
    ...more,
    cell: (line) => {
      const of = line[field]
      return of === null ? null : <Either of={of} label={`${line.periodWords}${label}`} />
    },
  }) satisfies Column<PeriodLine>

const aloneColumns = (words: Words, { levelApplies, levelUnit }: PeriodSheet): Column<PeriodLine>[] => [
  {
    id: 'alone',
    label: words.period,
    under: [words.periodAlone],
    cell: ({ aloneWords }) => (
      <span className="nw">{aloneWords ?? <span className="muted">{words.sameAsCumulative}</span>}</span>
    ),
  },
  ...(levelApplies ? [worked('single', words.levelHead, levelUnit, { under: [words.periodAlone] })] : []),
  worked('singleGrowth', words.growthRate, '%', { under: [words.periodAlone] }),
]

/** Beside a published number where others of the column are ours: 公布. */
const published = (column: Column<PeriodLine>, field: 'pull' | 'contribution', words: Words): Column<PeriodLine> => ({
  ...column,
  cell: (line, at) => (
    <>
      {line[field] && 'ref' in line[field] ? <small className="muted">{words.publishedWord} </small> : null}
      {column.cell(line, at)}
    </>
  ),
})

/** 拉动 and 贡献率, published before ours; ours beside them when it is asked for. */
const pullColumns = (words: Words, { pullsOn }: PeriodSheet, withOurs: boolean): Column<PeriodLine>[] => {
  if (pullsOn === null) return []
  const under = { under: [fill(words.pullGroup, { whole: pullsOn })] }
  return [
    published(worked('pull', words.pullColumn, words.points, under), 'pull', words),
    published(worked('contribution', words.contributionColumn, '%', under), 'contribution', words),
    ...(withOurs ? [worked('ours', words.pullOurs, words.points, under)] : []),
  ]
}

/** The columns of 各期推算: what was published, the period alone, two years, prices, time, its weight in the whole. */
export const periodColumns = (words: Words, sheet: PeriodSheet, withOurs: boolean): Column<PeriodLine>[] => [
  {
    id: 'period',
    label: words.period,
    frozen: 'always',
    width: 118,
    cell: ({ periodWords }) => <span className="nw">{periodWords}</span>,
  },
  ...(sheet.levelApplies
    ? [
        {
          id: 'level',
          label: words.levelHead,
          unit: sheet.levelUnit,
          under: [words.cumulative],
          align: 'right' as const,
          cell: (line: PeriodLine) => <FigureView fig={line.level} label={`${line.periodWords}${words.levelHead}`} />,
        },
      ]
    : []),
  {
    id: 'growth',
    label: words.growthRate,
    unit: '%',
    under: [words.cumulative],
    align: 'right',
    cell: (line) => <FigureView fig={line.growth} label={`${line.periodWords}${words.growthRate}`} />,
  },
  ...(sheet.singleApplies ? aloneColumns(words, sheet) : []),
  worked('twoYear', words.twoYearAverage, '%'),
  ...(sheet.levelApplies ? [worked('nominal', words.nominalGrowth, '%')] : []),
  ...(sheet.price === null || (sheet.price === 'implied' && !sheet.levelApplies)
    ? []
    : [worked('price', sheet.price === 'implied' ? words.impliedPrice : words.deflatedGrowth, '%')]),
  ...(sheet.singleApplies && sheet.levelApplies ? [worked('pace', words.vsPace, words.points)] : []),
  ...pullColumns(words, sheet, withOurs),
]

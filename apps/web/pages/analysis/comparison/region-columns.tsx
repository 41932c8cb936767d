import { type Column, FigureView, fill, StateTag } from '@yundiao/ui'
import type { ComparedRegion, RegionComparison } from '../../../api/types.ts'
import type { Words } from '../../../messages.ts'
import { ComparedCell, EitherCell, End, MoveCell, RankCell } from './region-cells.tsx'

type RegionColumn = Column<ComparedRegion>

export const isHeld = (row: ComparedRegion): boolean =>
  (row.growth !== null && row.growth.shown !== null) || (row.level !== null && row.level.shown !== null)

const nameColumn = (words: Words): RegionColumn => ({
  id: 'name',
  label: words.region,
  width: 142,
  frozen: 'always',
  cell: (r) => (
    <span className={r.own ? 'own' : undefined}>
      {r.region.name} <End end={r.end} />
      {r.smallBase === null ? null : (
        <span title={r.smallBase}>
          {' '}
          <StateTag>{words.smallBase}</StateTag>
        </span>
      )}
    </span>
  ),
})

const levelColumns = (words: Words, { indicator }: RegionComparison): RegionColumn[] => [
  {
    id: 'level',
    label: indicator.levelUnit,
    under: [words.levelHead],
    align: 'right',
    optional: true,
    cell: (r) => <FigureView fig={r.level} label={`${r.region.name}${indicator.label}`} />,
  },
  {
    id: 'rank-level',
    label: words.rankHead,
    under: [words.levelHead],
    align: 'right',
    optional: true,
    cell: (r) => <RankCell rank={r.rankLevel} label={`${r.region.name}${indicator.label}${words.rankTotal}`} />,
  },
]

const growthColumns = (words: Words, { indicator }: RegionComparison): RegionColumn[] => [
  {
    id: 'growth',
    label: '%',
    under: [words.growthRate],
    align: 'right',
    cell: (r) => (
      <FigureView fig={r.growth} label={`${r.region.name}${indicator.label}${words.growthYoy}`} hole={r.hole} />
    ),
  },
  {
    id: 'rank-growth',
    label: words.rankHead,
    under: [words.growthRate],
    align: 'right',
    cell: (r) => <RankCell rank={r.rankGrowth} label={`${r.region.name}${indicator.label}${words.rankGrowth}`} />,
  },
  {
    id: 'move',
    label: words.rankMoved,
    align: 'right',
    optional: true,
    cell: (r) => <MoveCell compare={r.moveGrowth} label={`${r.region.name}${words.rankMoved}`} held={isHeld(r)} />,
  },
]

const comparedColumns = (words: Words, view: RegionComparison): RegionColumn[] => {
  const column = (
    id: string,
    { label, unit, of }: { label: string; unit?: string; of: (row: ComparedRegion) => ComparedRegion['vsMean'] },
  ): RegionColumn => ({
    id,
    label,
    ...(unit ? { unit } : {}),
    ...(id === 'vs-mean' ? {} : { under: [words.growthPoints], optional: true }),
    align: 'right',
    cell: (r) => <ComparedCell compare={of(r)} label={`${r.region.name}${label}`} held={isHeld(r)} />,
  })
  return [
    column('vs-mean', {
      label: fill(words.againstMean, { mean: view.meanWords }),
      unit: words.points,
      of: (r) => r.vsMean,
    }),
    column('vs-last-year', { label: words.vsLastYear, unit: view.lastYearWords, of: (r) => r.vsLastYear }),
    column('vs-before', { label: words.vsLastPeriod, unit: view.beforeWords, of: (r) => r.vsBefore }),
  ]
}

const workedColumns = (words: Words, { indicator, singleApplies }: RegionComparison): RegionColumn[] => [
  {
    id: 'two-year',
    label: words.twoYearAverage,
    unit: `%，${words.computed}`,
    align: 'right',
    optional: true,
    cell: (r) => <EitherCell of={r.twoYear} label={`${r.region.name}${words.twoYearAverage}`} held={isHeld(r)} />,
  },
  ...(singleApplies && indicator.levelApplies
    ? [
        {
          id: 'single',
          label: words.singlePeriod,
          unit: `${indicator.levelUnit}，${words.computed}`,
          align: 'right' as const,
          optional: true,
          cell: (r: ComparedRegion) => (
            <EitherCell of={r.single} label={`${r.region.name}${words.singlePeriod}`} held={isHeld(r)} />
          ),
        },
      ]
    : []),
]

/** The columns of 对比表: amounts where the indicator has them, growth, points, what we worked out. */
export const regionColumns = (words: Words, view: RegionComparison): RegionColumn[] => [
  nameColumn(words),
  ...(view.indicator.levelApplies ? levelColumns(words, view) : []),
  ...growthColumns(words, view),
  ...comparedColumns(words, view),
  ...workedColumns(words, view),
]

import { useQuery } from '@tanstack/react-query'
import { ChartFrame, fill, RankedDots, type ReferenceLine, ValueMap, type ValuePlace } from '@yundiao/ui'
import { cityBoundariesQuery } from '../../../api/comparison.ts'
import { boundariesQuery } from '../../../api/ledgers.ts'
import type { Boundaries, ComparedRegion, RegionComparison } from '../../../api/types.ts'
import { useWords } from '../../../shell/words.ts'
import { isDemonstration } from './kind-choice.tsx'
import { byGrowth } from './region-rows.ts'

const PERCENT = 100

type ChartProps = { view: RegionComparison; rows: readonly ComparedRegion[]; xlsx: string }

const holeOf = ({ growth, hole }: ComparedRegion): string => (growth?.shown === null ? '缺' : (hole ?? '未报送'))

const referencesOf = ({ mean, above }: RegionComparison): ReferenceLine[] =>
  [mean, ...above].flatMap(({ region, growth }) =>
    growth !== null && growth.value !== null && growth.shown !== null
      ? [{ label: region.name, value: growth.value * PERCENT, shown: growth.shown }]
      : [],
  )

const growthTable = (rows: readonly ComparedRegion[], heads: readonly string[]) => ({
  heads,
  rows: rows.map((row) => [
    row.region.name,
    row.growth?.shown ?? holeOf(row),
    row.rankGrowth ? (row.rankGrowth.fig?.shown ?? `${row.rankGrowth.words}`) : '',
    row.vsMean.kind === 'value' ? row.vsMean.shown : '',
  ]),
})

const useHeads = ({ meanWords }: RegionComparison): string[] => {
  const words = useWords()
  return [words.region, words.growthHead, words.rankHead, fill(words.againstMean, { mean: meanWords })]
}

const useCaption = (view: RegionComparison): string | null => {
  const words = useWords()
  return isDemonstration(view) ? words.demoCaption : null
}

/** Who has no number, by the word for it. */
const holesIn = (rows: readonly ComparedRegion[], sentence: string): string => {
  const without = rows.filter(({ growth }) => growth?.value == null)
  const words = [...new Set(without.map(holeOf))]
  return words
    .map((hole) =>
      fill(sentence, {
        hole,
        names: without
          .filter((row) => holeOf(row) === hole)
          .map(({ region }) => region.name)
          .join('、'),
      }),
    )
    .join('')
}

/** Growth by region with the lines it is measured by. */
export const GrowthDots = ({ view, rows, xlsx }: ChartProps) => {
  const words = useWords()
  const lines = referencesOf(view)
  const title = `${view.periodWords}${fill(words.dotsTitle, { indicator: view.indicator.label, mean: view.meanWords })}`
  const dots = byGrowth(rows, view.indicator.lowIsBetter).flatMap(({ region, growth, own }) =>
    growth !== null && growth.value !== null && growth.shown !== null
      ? [{ code: region.code, name: region.name, value: growth.value * PERCENT, shown: growth.shown, own }]
      : [],
  )
  const note = [
    dots.some(({ own }) => own) ? words.ownSquare : '',
    lines.length > 0 ? fill(words.linesAre, { lines: lines.map(({ label }) => label).join('、') }) : '',
    holesIn(rows, words.holesAre),
  ].join('')
  return (
    <ChartFrame title={title} xlsx={xlsx} note={note} table={growthTable(byGrowth(rows), useHeads(view))}>
      <RankedDots label={title} unit="%" dots={dots} lines={lines} caption={useCaption(view)} />
    </ChartFrame>
  )
}

const valuePlaces = (outlines: Boundaries['counties'], rows: readonly ComparedRegion[]): ValuePlace[] =>
  outlines.flatMap((outline) => {
    const row = rows.find(({ region }) => region.code === outline.code)
    if (!row) return []
    return [
      {
        ...outline,
        name: row.region.name,
        value: row.growth?.value ?? null,
        shown: row.growth?.shown ?? '',
        hole: holeOf(row),
        own: row.own,
      },
    ]
  })

/** Growth on the map, shaded by value. */
export const GrowthMap = ({ view, rows, xlsx }: ChartProps) => {
  const words = useWords()
  const isCities = view.scope === 'cities'
  const cities = useQuery({ ...cityBoundariesQuery, enabled: isCities })
  const counties = useQuery({ ...boundariesQuery, enabled: !isCities })
  const outlines = isCities ? cities.data?.cities : counties.data?.counties
  const heads = useHeads(view)
  const caption = useCaption(view)
  if (!outlines) return null
  const title = `${view.periodWords}${fill(words.mapTitle, { indicator: view.indicator.label })}`
  return (
    <ChartFrame title={title} xlsx={xlsx} note={words.mapNote} table={growthTable(rows, heads)}>
      <ValueMap label={title} unit="%" places={valuePlaces(outlines, rows)} caption={caption} />
    </ChartFrame>
  )
}

import { type CountySlot, countyColumns } from '@yundiao/figures'
import { type Column, FigureView, Mark } from '@yundiao/ui'
import type { CountyCells, CountyLine, CountyRanking } from '../../../api/types.ts'
import type { Words } from '../../../messages.ts'
import { ComparedCell, MoveCell, RankCell } from './region-cells.tsx'

/** Which block a line stands in; 全市 stands above both. */
export type SheetLine = CountyLine & { group: CountyRanking['groups'][number] }

const isHeld = ({ level, growth }: CountyCells): boolean => level?.shown != null || growth?.shown != null

const CENTRED: readonly CountySlot[] = ['rankLevel', 'rankGrowth', 'move']

/** A rank with its end in shape and shade. */
const EndRank = ({ cells, slot, label }: { cells: CountyCells; slot: 'rankLevel' | 'rankGrowth'; label: string }) => {
  const rank = <RankCell rank={cells[slot]} label={label} marked={false} />
  if (slot === 'rankLevel' || cells.end === null) return rank
  return (
    <span className={`end ${cells.end}`}>
      {cells.end === 'first' ? '▲' : '▽'}
      {rank}
    </span>
  )
}

type SlotProps = { cells: CountyCells; slot: CountySlot; label: string; hole: CountyCells['hole'] }

const Slot = ({ cells, slot, label, hole }: SlotProps) => {
  switch (slot) {
    case 'level':
    case 'growth':
      return <FigureView fig={cells[slot]} label={label} marked={false} hole={hole} />
    case 'rankLevel':
    case 'rankGrowth':
      return <EndRank cells={cells} slot={slot} label={label} />
    case 'move':
      return <MoveCell compare={cells.move} label={label} held={isHeld(cells)} />
    case 'vsMean':
      return <ComparedCell compare={cells.vsMean} label={label} held={isHeld(cells)} />
  }
}

/** The columns of sheet T2 on screen: the same heads in the same order. */
export const countySheetColumns = (words: Words, view: CountyRanking): Column<SheetLine>[] => [
  {
    id: 'name',
    label: words.countiesGroup,
    width: 104,
    frozen: 'always',
    cell: ({ region, group, cells }) => (
      <>
        {group.key === 'mean' ? <b>{words.wholeCityRow}</b> : region.name}{' '}
        {cells.some(({ level, growth }) => level?.mark === '演示' || growth?.mark === '演示') ? (
          <Mark word="演示" />
        ) : null}
      </>
    ),
  },
  ...countyColumns(view.period, view.periodWords).map(({ indicator, slot, label, under }, at): Column<SheetLine> => {
    const place = view.indicators.findIndex(({ code }) => code === indicator)
    return {
      id: `${indicator}-${slot}-${at}`,
      label,
      under,
      align: CENTRED.includes(slot) ? 'center' : 'right',
      cell: ({ cells, region }) => {
        const own = cells[place]
        // A line without any figure says so once, in its first cell.
        const hole = at === 0 && !cells.some(isHeld) ? (own?.hole ?? null) : null
        return own ? (
          <Slot cells={own} slot={slot} label={`${region.name}${under.join('')}${label}`} hole={hole} />
        ) : null
      },
    }
  }),
  {
    id: 'below',
    label: words.belowMeanCount,
    align: 'center',
    cell: ({ below, belowOf, group, region }) =>
      group.key === 'mean' ? (
        '—'
      ) : (
        <span title={words.belowOf.replace('{n}', String(belowOf))}>
          <ComparedCell compare={below} label={`${region.name}${words.belowMeanCount}`} held={belowOf > 0} />
        </span>
      ),
  },
]

import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Empty, fill, Mark, Segment, Sheet, StateWord } from '@yundiao/ui'
import { readItems } from '../../api/items.ts'
import type { ItemPage, ItemRow } from '../../api/types.ts'
import type { Words } from '../../messages.ts'
import { useOn } from '../../shell/on-day.ts'
import { Ready } from '../../shell/ready.tsx'
import { useWords } from '../../shell/words.ts'
import type { ItemsFilter } from './items-filter.tsx'

const GROUPS = ['state', 'unit', 'leader'] as const
type Group = (typeof GROUPS)[number]
/** As many as the server gives at once: a board of more is no board, and the filters narrow it. */
const MOST = 200

const keyOf = (row: ItemRow, by: Group, words: Words): string => {
  if (by === 'state') return row.state.word
  return (by === 'unit' ? row.leadUnit : row.leadLeader) ?? words.pending
}

/** Groups in the order of the list, which is worst first; 待明确 last. */
const lanesOf = (rows: readonly ItemRow[], by: Group, words: Words): [string, ItemRow[]][] => {
  const lanes = [...Map.groupBy(rows, (row) => keyOf(row, by, words))]
  return by === 'state'
    ? lanes
    : lanes.sort(([a, m], [b, n]) => Number(a === words.pending) - Number(b === words.pending) || n.length - m.length)
}

const Entry = ({ row, by }: { row: ItemRow; by: Group }) => (
  <li>
    <Link to="/items/$id" params={{ id: row.id }}>
      {row.title}
    </Link>
    <div className="note">
      {by === 'state' ? (row.leadUnit ?? <Mark word="待明确" />) : <StateWord state={row.state} />} ·{' '}
      {row.extendedTo ?? row.deadline ?? row.deadlineWords ?? <Mark word="待明确" />}
      {row.latest?.percent !== undefined && row.latest?.percent !== null ? ` · ${row.latest.percent}%` : ''}
      {row.demo ? (
        <>
          {' '}
          <Mark word="演示" />
        </>
      ) : null}
    </div>
  </li>
)

const Lanes = ({ page, by }: { page: ItemPage; by: Group }) => {
  const words = useWords()
  return (
    <>
      <div className="lanes">
        {lanesOf(page.rows, by, words).map(([key, rows]) => (
          <section key={key} className="lane" aria-label={key}>
            <h3>
              {key} <span className="note">{rows.length}</span>
            </h3>
            <ul>
              {rows.map((row) => (
                <Entry key={row.id} row={row} by={by} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {page.total > page.rows.length ? (
        <p className="note more-row">{fill(words.countShown, { n: page.total, m: page.rows.length })}</p>
      ) : null}
    </>
  )
}

/** 看板: the same items by state, by lead unit or by leader. */
export const ItemsBoard = ({ held }: { held: ItemsFilter }) => {
  const words = useWords()
  const on = useOn()
  const navigate = useNavigate()
  const asked = useSearch({ strict: false, select: (search) => search.by })
  const by = GROUPS.find((group) => group === asked) ?? 'state'
  const query = useQuery({
    queryKey: ['items', 'board', held.filter, on],
    queryFn: () => readItems(held.filter, undefined, on, MOST),
  })
  return (
    <Sheet
      title={words.itemsBoard}
      side={
        <Segment
          label={words.boardBy}
          value={by}
          options={[
            { key: 'state', label: words.byState },
            { key: 'unit', label: words.byUnit },
            { key: 'leader', label: words.byLeader },
          ]}
          onChange={(group) => void navigate({ to: '/items', search: (old) => ({ ...old, by: group }), replace: true })}
        />
      }
      flush
    >
      <Ready query={query} rows={10}>
        {(page) =>
          page.rows.length === 0 ? (
            <Empty
              action={
                <Button small onClick={held.clear}>
                  {words.showAll}
                </Button>
              }
            >
              {words.noSuchRows}
            </Empty>
          ) : (
            <Lanes page={page} by={by} />
          )
        }
      </Ready>
    </Sheet>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { DataTable, Dialog, Empty, fill, Mark, ProblemNote } from '@yundiao/ui'
import { useState } from 'react'
import { leftItemsQuery, moveLeftItems } from '../../api/posts.ts'
import type { LeftItem, PostRow } from '../../api/types.ts'
import { Ready } from '../../shell/ready.tsx'
import { useMay } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

type Chosen = { left: ReadonlySet<string>; toggle: (id: string) => void; may: boolean }

const ItemsTable = ({ items, chosen: { left, toggle, may } }: { items: readonly LeftItem[]; chosen: Chosen }) => {
  const words = useWords()
  return (
    <DataTable
      label={words.itemsOfEnded}
      rows={items}
      rowKey={(item) => item.id}
      columns={[
        ...(may
          ? [
              {
                id: 'pick',
                label: '',
                width: 36,
                cell: (item: LeftItem) => (
                  <input
                    type="checkbox"
                    aria-label={item.number}
                    checked={!left.has(item.id)}
                    onChange={() => toggle(item.id)}
                  />
                ),
              },
            ]
          : []),
        {
          id: 'number',
          label: words.itemNumber,
          width: 130,
          cell: (item) => (
            <Link to="/items/$id" params={{ id: item.id }} className="nw">
              {item.number}
            </Link>
          ),
        },
        {
          id: 'title',
          label: words.item,
          cell: (item) => (
            <>
              {item.title} {item.demo ? <Mark word="演示" /> : null}
            </>
          ),
        },
        {
          id: 'unit',
          label: words.leadUnit,
          width: 110,
          optional: true,
          cell: (item) => item.leadUnit ?? <Mark word="待明确" />,
        },
        { id: 'deadline', label: words.deadline, width: 100, cell: (item) => item.deadline ?? <Mark word="待明确" /> },
      ]}
    />
  )
}

type MoveProps = { post: PostRow; posts: readonly PostRow[]; items: readonly LeftItem[]; onClose: () => void }

const successorOf = (post: PostRow, posts: readonly PostRow[]): PostRow | undefined =>
  posts.find((one) => one.title === post.title && one.state === '现任')

const Move = ({ post, posts, items, onClose }: MoveProps) => {
  const words = useWords()
  const may = useMay('item.create')
  const held = posts.filter((one) => one.state === '现任')
  const [to, setTo] = useState(successorOf(post, posts)?.id ?? held[0]?.id ?? '')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const act = useAct(moveLeftItems, { done: words.movedItems, close: onClose, inPlace: true })
  const toggle = (id: string) =>
    setLeft((old) => (old.has(id) ? new Set([...old].filter((one) => one !== id)) : new Set([...old, id])))
  const chosen = items.filter((item) => !left.has(item.id)).map(({ id, version }) => ({ id, version }))
  if (items.length === 0) return <Empty>{words.noLeftItems}</Empty>
  return (
    <>
      <ItemsTable items={items} chosen={{ left, toggle, may }} />
      {act.problem ? <ProblemNote problem={act.problem} /> : null}
      {may ? (
        <div className="inline-form">
          <label>
            {words.handOverTo}
            <select className="field" value={to} onChange={(event) => setTo(event.target.value)}>
              {held.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.title} {one.holder ?? ''}
                </option>
              ))}
            </select>
          </label>
          <button
            type="button"
            className="btn primary"
            disabled={act.busy || chosen.length === 0}
            onClick={() => act.run({ id: post.id, to, items: chosen })}
          >
            {fill(words.moveItems, { n: chosen.length })}
          </button>
        </div>
      ) : (
        <p className="note">{words.moveItemsRights}</p>
      )}
    </>
  )
}

/** 遗留事项 of a post that ended: chosen ones go to a post that is held, in one act. */
export const LeftItemsDialog = ({ post, posts, onClose }: Omit<MoveProps, 'items'>) => {
  const words = useWords()
  const query = useQuery(leftItemsQuery(post.id))
  const who = `${post.title} ${post.holder ?? ''}`
  return (
    <Dialog title={`${words.itemsOfEnded}　${who}`} onClose={onClose} wide>
      <p className="note">{fill(words.itemsOfEndedLine, { who: post.holder ?? post.title })}</p>
      <Ready query={query} rows={3}>
        {(items) => <Move post={post} posts={posts} items={items} onClose={onClose} />}
      </Ready>
    </Dialog>
  )
}

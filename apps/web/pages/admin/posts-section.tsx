import { useQuery } from '@tanstack/react-query'
import { Button, type Column, DataTable, Empty, fill, Mark, Segment, Sheet } from '@yundiao/ui'
import { type ReactNode, useState } from 'react'
import { postsQuery } from '../../api/posts.ts'
import type { ChargeKind, PostRow } from '../../api/types.ts'
import { useOn } from '../../shell/on-day.ts'
import { Ready } from '../../shell/ready.tsx'
import { useMay, useMe } from '../../shell/session.ts'
import { useWords } from '../../shell/words.ts'
import { ChargesDialog } from './charges-dialog.tsx'
import { LeftItemsDialog } from './left-items-dialog.tsx'
import { EndPostDialog, NewPostDialog, SuccessorDialog } from './post-dialogs.tsx'

type Words = ReturnType<typeof useWords>
type Open = { what: 'charges' | 'end' | 'successor' | 'left'; post: string } | null

/** Who holds a post, as people call it. */
const nameOfPost = ({ holder, title }: Pick<PostRow, 'holder' | 'title'>): string => holder ?? title

/** What it was in charge of on the day, or on its last day where that is past. */
const heldOn = ({ charges, to }: PostRow, kind: ChargeKind, day: string) => {
  const on = to !== null && to < day ? to : day
  return charges.filter((one) => one.kind === kind && (one.from ?? on) <= on && on <= (one.to ?? on))
}

const ChargesCell = ({ post, kind }: { post: PostRow; kind: ChargeKind }) => {
  const words = useWords()
  const day = useOn()
  const me = useMe()
  const held = heldOn(post, kind, day ?? me.businessDay)
  if (kind === 'unit' && post.charges.length === 0) return <Mark word="待明确" />
  return held.map((charge, index) => (
    <span key={charge.id}>
      {index > 0 ? '、' : null}
      {charge.name}
      {charge.alsoBy.length > 0 ? (
        <>
          {' '}
          <Mark word="待明确" title={fill(words.alsoBy, { who: charge.alsoBy.join('、') })} />
        </>
      ) : null}
    </span>
  ))
}

const tenure = (post: PostRow, words: Words): ReactNode => (
  <>
    {post.from ?? <span className="note">{words.startUnknown}</span>} {words.chargeTo} {post.to ?? words.toPresent}
  </>
)

const columnsOf = (words: Words, act: (what: NonNullable<Open>['what'], post: string) => void, may: boolean) => {
  const charges = (id: string, label: string, kind: ChargeKind, width: number): Column<PostRow> => ({
    id,
    label,
    width,
    cell: (post) => <ChargesCell post={post} kind={kind} />,
  })
  const columns: Column<PostRow>[] = [
    { id: 'rank', label: words.postRank, align: 'right', width: 48, cell: (p) => p.rank ?? '' },
    {
      id: 'title',
      label: words.postTitle,
      width: 220,
      cell: (p) => (
        <>
          {p.title} {p.demo ? <Mark word="演示" /> : null}
        </>
      ),
    },
    { id: 'holder', label: words.holder, width: 84, cell: (p) => p.holder ?? <Mark word="待明确" /> },
    { id: 'tenure', label: words.tenure, width: 190, cell: (p) => <span className="nw">{tenure(p, words)}</span> },
    charges('unit', words.chargeUnit, 'unit', 200),
    charges('region', words.chargeRegion, 'region', 130),
    charges('indicator', words.chargeIndicator, 'indicator', 170),
    charges('project', words.chargeProject, 'ledger-entry', 130),
    {
      id: 'act',
      label: words.act,
      width: 190,
      cell: (p) => <RowActs post={p} words={words} act={act} may={may} />,
    },
  ]
  return columns
}

type RowActsProps = {
  post: PostRow
  words: Words
  act: (what: NonNullable<Open>['what'], post: string) => void
  may: boolean
}

const RowActs = ({ post, words, act, may }: RowActsProps) => {
  const button = (what: NonNullable<Open>['what'], label: string) => (
    <Button small aria-label={`${label} ${nameOfPost(post)}`} onClick={() => act(what, post.id)}>
      {label}
    </Button>
  )
  return (
    <span className="row-acts">
      {post.left > 0 ? button('left', fill(words.itemsLeft, { n: post.left })) : null}
      {may && post.state !== '已结束' ? (
        <>
          {button('charges', words.charges)}
          {button('successor', words.succeed)}
          {button('end', words.endPost)}
        </>
      ) : null}
    </span>
  )
}

type OpenDialogProps = { open: Open; posts: readonly PostRow[]; onClose: () => void }

const OpenDialog = ({ open, posts, onClose }: OpenDialogProps) => {
  const post = posts.find((one) => one.id === open?.post)
  if (!open || !post) return null
  switch (open.what) {
    case 'charges':
      return <ChargesDialog post={post} onClose={onClose} />
    case 'end':
      return <EndPostDialog post={post} onClose={onClose} />
    case 'successor':
      return <SuccessorDialog post={post} onClose={onClose} />
    case 'left':
      return <LeftItemsDialog post={post} posts={posts} onClose={onClose} />
  }
}

/** 岗位分工: who is in charge of what on the day; posts end and change hands, none is deleted. */
export const PostsSection = () => {
  const words = useWords()
  const query = useQuery(postsQuery(useOn()))
  const may = useMay('post.write')
  const [shown, setShown] = useState<'now' | 'all'>('now')
  const [open, setOpen] = useState<Open>(null)
  const [adding, setAdding] = useState(false)
  const add = may ? (
    <Button small onClick={() => setAdding(true)}>
      {words.addPost}
    </Button>
  ) : null
  const side = (
    <>
      <Segment
        label={words.tenure}
        options={[
          { key: 'now', label: words.inOffice },
          { key: 'all', label: words.everybody },
        ]}
        value={shown}
        onChange={setShown}
      />
      {add}
    </>
  )
  return (
    <Sheet title={words.postsAndCharges} side={side} foot={words.postsNote} flush>
      <Ready query={query} rows={8}>
        {(posts) =>
          posts.length === 0 ? (
            <Empty action={add}>{words.noPostsHere}</Empty>
          ) : (
            <>
              <div className="sheet-scroll">
                <DataTable
                  label={words.postsAndCharges}
                  className="posts"
                  rows={posts.filter((post) => shown === 'all' || post.state !== '已结束' || post.left > 0)}
                  rowKey={(post) => post.id}
                  rowClass={(post) => (post.state === '已结束' ? 'over' : undefined)}
                  columns={columnsOf(words, (what, post) => setOpen({ what, post }), may)}
                />
              </div>
              <OpenDialog open={open} posts={posts} onClose={() => setOpen(null)} />
            </>
          )
        }
      </Ready>
      {adding ? <NewPostDialog onClose={() => setAdding(false)} /> : null}
    </Sheet>
  )
}

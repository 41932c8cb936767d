import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { fill, Mark, Sheet, StateWord } from '@yundiao/ui'
import { Fragment, type ReactNode } from 'react'
import { noticeHref, noticesQuery } from '../../api/breakdown.ts'
import { fileHref } from '../../api/items.ts'
import type { AlikeItem, FileRef, ItemView, NoticeRef } from '../../api/types.ts'
import type { Words } from '../../messages.ts'
import { useWords } from '../../shell/words.ts'
import { Received } from '../breakdown/notices-sheet.tsx'
import { closureBasis } from './closing-evidence.ts'

const Gap = () => <Mark word="待明确" />

const deadlineOf = ({ item }: ItemView, words: Words): ReactNode => {
  const { deadline, deadlineWords, extension } = item
  const said = deadline === null ? deadlineWords : deadlineWords === null ? deadline : `${deadline}（${deadlineWords}）`
  return (
    <>
      {said ?? <Gap />}
      {extension ? (
        <div className="note">
          {words.extendedUntil} {extension.to}，{extension.by}，{extension.reason}
        </div>
      ) : null}
    </>
  )
}

/** What must be stated, missing or not. */
const needed = (view: ItemView, words: Words): [string, ReactNode][] => [
  [words.leadLeader, view.item.leadLeader],
  [words.leadUnit, view.item.leadUnit],
  [words.assistUnits, view.item.assistUnits.length > 0 ? view.item.assistUnits.join('、') : null],
  [words.deadline, deadlineOf(view, words)],
  [words.measureOrResult, view.item.measure],
  [words.closureKind, view.item.kind],
]

/** What is shown where there is something. */
const further = ({ item }: ItemView, words: Words): [string, ReactNode][] => [
  [words.steps, item.steps],
  [words.nodes, item.nodes.length > 0 ? item.nodes.map((node) => `${node.by} ${node.words}`).join('；') : null],
  [words.feedbackEveryShort, item.feedback],
  [
    words.pause,
    item.pause ? fill(words.pausedSince, { day: item.pause.on ?? '', reason: item.pause.reason ?? '' }) : null,
  ],
  [words.remarks, item.remark],
]

const EvidenceFile = ({ item, file }: { item: string; file: FileRef }) => (
  <a href={fileHref(item, file.id)}>{file.name}</a>
)

const ending = (view: ItemView, words: Words): [string, ReactNode][] => {
  const { item } = view
  const basis = closureBasis(view)
  const file = item.evidenceFile
  return [
    [words.closedOn, item.closed ?? words.notClosed],
    [words.closeBasis, basis],
    [words.approver, item.closure.approver],
    [words.evidence, file ? <EvidenceFile key="file" item={item.id} file={file} /> : null],
    [
      words.checkColumn,
      item.checked ? [item.checked.on, item.checked.kind, item.checked.words].filter(Boolean).join(' ') : null,
    ],
  ]
}

const Rows = ({ rows, gaps = false }: { rows: readonly [string, ReactNode][]; gaps?: boolean }) =>
  rows.map(([label, value]) =>
    value || gaps ? (
      <Fragment key={label}>
        <dt>{label}</dt>
        <dd>{value || <Gap />}</dd>
      </Fragment>
    ) : null,
  )

/** 任务单: every field of the item; of those it must have, what is missing as well. */
export const ItemFacts = ({ view }: { view: ItemView }) => {
  const words = useWords()
  return (
    <Sheet title={words.itemSheet} flush>
      <dl className="kv record">
        <dt>{words.handlingState}</dt>
        <dd>
          <StateWord state={view.item.state} reason />
        </dd>
        <Rows rows={needed(view, words)} gaps />
        <Rows rows={further(view, words)} />
        <dt>{words.opened}</dt>
        <dd>{view.item.opened}</dd>
        <Rows rows={ending(view, words)} />
      </dl>
    </Sheet>
  )
}

/** 交办单 of an item: the paper, its stamped scan, and 签收 by the unit it was handed to. */
export const ItemNotices = ({ notices }: { notices: readonly NoticeRef[] }) => {
  const words = useWords()
  const query = useQuery({ ...noticesQuery(), enabled: notices.length > 0 })
  const ids = new Set(notices.map(({ id }) => id))
  const shown = (query.data ?? []).filter(({ id }) => ids.has(id))
  if (shown.length === 0) return null
  return (
    <Sheet title={words.notices}>
      <ul className="links">
        {shown.map((notice) => (
          <li key={notice.id}>
            <a href={noticeHref(notice.id, 'file')}>
              {notice.kind} {notice.officialNumber ?? notice.number}
            </a>{' '}
            {notice.hasScan ? <a href={noticeHref(notice.id, 'scan')}>{words.noticeFile}</a> : null}{' '}
            <span className="note">
              {notice.unit.name} {notice.issuedOn}
            </span>{' '}
            <Received notice={notice} />
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

/** 并案提示: a list to look at, no act. */
export const AlikeItems = ({ alike }: { alike: readonly AlikeItem[] }) => {
  const words = useWords()
  if (alike.length === 0) return null
  return (
    <Sheet title={words.alikeItems} foot={words.alikeNote}>
      <ul className="links">
        {alike.map((item) => (
          <li key={item.id}>
            <span className="note">
              {item.authority === 'party' ? words.authorityParty : words.authorityGovernment}
            </span>{' '}
            <Link to="/items/$id" params={{ id: item.id }}>
              {item.title}
            </Link>{' '}
            <span className="note">
              {item.number} · {item.state}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

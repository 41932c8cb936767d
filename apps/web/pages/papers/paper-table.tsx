import { Link } from '@tanstack/react-router'
import { type Column, DataTable, fill, instant, StateTag } from '@yundiao/ui'
import { paperHref } from '../../api/papers.ts'
import type { MeetingRow, PaperRow } from '../../api/types.ts'
import type { Words } from '../../messages.ts'
import { useWords } from '../../shell/words.ts'

const State = ({ paper, words }: { paper: PaperRow; words: Words }) => (
  <span className="nw">
    <StateTag>{paper.state}</StateTag>
    {paper.openRevisions > 0 ? (
      <span className="note"> {fill(words.revisionsWaiting, { n: paper.openRevisions })}</span>
    ) : null}
  </span>
)

const columnsOf = (words: Words): Column<PaperRow>[] => [
  {
    id: 'title',
    label: words.paper,
    cell: (p) => (
      <Link to="/papers/$id" params={{ id: p.id }}>
        {p.title}
      </Link>
    ),
  },
  { id: 'kind', label: words.paperKind, optional: true, cell: (p) => p.kindLabel },
  {
    id: 'draft',
    label: words.vintageOfPaper,
    optional: true,
    cell: (p) => <span className="nw">{fill(words.draftNumber, { n: p.draft })}</span>,
  },
  { id: 'state', label: words.state, cell: (p) => <State paper={p} words={words} /> },
  { id: 'on', label: words.dataAsOf, optional: true, cell: (p) => <span className="nw">{p.asKnownOn}</span> },
  { id: 'made', label: words.madeAt, optional: true, cell: (p) => `${instant(p.madeAt)} ${p.by}` },
  { id: 'figures', label: words.figuresInPaper, align: 'right', optional: true, cell: (p) => p.figures },
  { id: 'code', label: words.checkCode, optional: true, cell: (p) => <span className="mono">{p.code}</span> },
  {
    id: 'file',
    label: words.act,
    cell: (p) => (
      <a className="btn small" href={paperHref(p.id)} download>
        {p.format === 'xlsx' ? words.downloadXlsx : words.downloadDocx}
      </a>
    ),
  },
]

/** The set of a meeting first, in its order. */
const KINDS: readonly string[] = ['quarter-review', 't1', 'previous-items']

const kindOrder = ({ kind }: PaperRow): number => {
  const at = KINDS.indexOf(kind)
  return at < 0 ? KINDS.length : at
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Papers by meeting, the latest meeting first; within one the newest first. */
export const PaperTable = ({ papers, meetings }: { papers: readonly PaperRow[]; meetings: readonly MeetingRow[] }) => {
  const words = useWords()
  const days = new Map(meetings.map((meeting) => [meeting.id, meeting.heldOn]))
  const titles = new Map(meetings.map((meeting) => [meeting.id, `${meeting.heldOn} ${meeting.title}`]))
  const dayOf = (paper: PaperRow): string => days.get(paper.meeting ?? '') ?? ''
  const rows = [...papers].sort(
    (a, b) =>
      byText(dayOf(b), dayOf(a)) ||
      byText(a.meeting ?? '', b.meeting ?? '') ||
      kindOrder(a) - kindOrder(b) ||
      byText(a.kind, b.kind) ||
      byText(b.madeAt, a.madeAt),
  )
  return (
    <div className="scroll">
      <DataTable
        label={words.papers}
        rows={rows}
        rowKey={(paper) => paper.id}
        columns={columnsOf(words)}
        groupOf={(paper) => ({
          key: paper.meeting ?? '',
          title: titles.get(paper.meeting ?? '') ?? words.noMeeting,
        })}
      />
    </div>
  )
}

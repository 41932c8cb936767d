import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Empty, fill, Page, Segment, Sheet, SplitText, StateTag } from '@yundiao/ui'
import { useMemo, useState } from 'react'
import { unitsQuery } from '../../api/admin.ts'
import { approvalQuery, documentQuery, noticesQuery } from '../../api/breakdown.ts'
import type { DocumentView } from '../../api/types.ts'
import { useOn } from '../../shell/on-day.ts'
import { Ready } from '../../shell/ready.tsx'
import { useMay } from '../../shell/session.ts'
import { useWords } from '../../shell/words.ts'
import { useKinds } from '../items/document-kinds.ts'
import { ApprovalAction } from './approval-action.tsx'
import { ApprovalSheet } from './approval-sheet.tsx'
import { isLacking, requirementsOf } from './line-order.ts'
import { LineSheet } from './line-sheet.tsx'
import { MinutesDialog } from './minutes-dialog.tsx'
import { NoticesSheet } from './notices-sheet.tsx'
import { useLineEdits } from './use-line-edits.ts'

type Shown = 'side' | 'lacking' | 'sheet'

const CountLine = ({ view }: { view: DocumentView }) => {
  const words = useWords()
  const kinds = useKinds()
  const mayName = useMay('item.create')
  const [naming, setNaming] = useState(false)
  const { gaps, ...counts } = view.counts
  const { document } = view
  const kind = kinds.find((one) => one.key === document.kind)?.label ?? document.kind
  return (
    <>
      {fill(words.breakdownCounts, { kind, characters: document.text.length, ...counts, ...gaps })} · {words.basis}：
      {document.referenceOnly ? <StateTag>{words.referenceOnly}</StateTag> : document.basis}{' '}
      {mayName && document.kind === 'readout' ? (
        <button type="button" className="link" onClick={() => setNaming(true)}>
          {words.changeBasis}
        </button>
      ) : null}
      {naming ? <MinutesDialog document={document} onClose={() => setNaming(false)} /> : null}
    </>
  )
}

const Original = ({
  view,
  numbers,
  current,
  onPick,
}: {
  view: DocumentView
  numbers: ReadonlyMap<string, number>
  current: string | null
  onPick: (id: string) => void
}) => {
  const words = useWords()
  const spans = requirementsOf(view.clauses).map(({ id, start, end }) => ({
    id,
    start,
    end,
    number: numbers.get(id) ?? 0,
  }))
  return (
    <Sheet title={words.originalText} side={<span className="note opt">{words.originalNote}</span>} flush>
      <SplitText text={view.document.text} spans={spans} current={current} onPick={onPick} label={words.originalText} />
    </Sheet>
  )
}

const BreakDown = ({ view, shown }: { view: DocumentView; shown: Shown }) => {
  const words = useWords()
  const mayEdit = useMay('item.create')
  const all = useMemo(() => requirementsOf(view.clauses), [view.clauses])
  const numbers = useMemo(() => new Map(all.map((clause, index) => [clause.id, index + 1])), [all])
  const units = useQuery(unitsQuery)
  const names = useMemo(() => (units.data ?? []).map((unit) => unit.shortName), [units.data])
  const [current, setCurrent] = useState<string | null>(() => all.find(isLacking)?.id ?? all[0]?.id ?? null)
  const lineEdits = useLineEdits(view.document.id, all)
  const rows = useMemo(() => (shown === 'lacking' ? all.filter(isLacking) : all), [all, shown])
  const layout = shown === 'sheet' ? 'sheet' : 'side'
  return (
    <div className={`rd bd bd-${shown}`}>
      {layout === 'side' ? <Original view={view} numbers={numbers} current={current} onPick={setCurrent} /> : null}
      <Sheet flush>
        {all.length === 0 ? (
          <Empty>{words.noClauses}</Empty>
        ) : (
          <LineSheet
            view={view}
            rows={rows}
            numbers={numbers}
            units={names}
            layout={layout}
            current={current}
            onCurrent={setCurrent}
            lineEdits={lineEdits}
            mayEdit={mayEdit}
          />
        )}
        {mayEdit ? <p className="keys noprint">{words.howToKey}</p> : null}
      </Sheet>
    </div>
  )
}

/** 分解立项: text left, sheet T3 right, one highlight between them; then 送审, 审定 and 交办. */
export const BreakdownPage = () => {
  const words = useWords()
  const { id = '' } = useParams({ strict: false })
  const on = useOn()
  const query = useQuery(documentQuery(id, on))
  const approval = useQuery({ ...approvalQuery(id), enabled: query.isSuccess })
  const notices = useQuery({ ...noticesQuery(id), enabled: approval.data?.stage === 'handed' })
  const [shown, setShown] = useState<Shown>('side')
  const document = query.data?.document
  return (
    <Page
      title={document ? `${words.breakDown}：${document.title}` : words.breakDown}
      facts={query.data ? <CountLine view={query.data} /> : null}
      actions={
        <>
          <Segment
            label={words.breakDown}
            value={shown}
            onChange={setShown}
            options={[
              { key: 'side', label: words.sideBySide },
              { key: 'lacking', label: words.onlyLacking },
              { key: 'sheet', label: words.taskTable },
            ]}
          />
          {document?.meeting ? (
            <Link to="/meetings/$id" params={{ id: document.meeting }} className="btn">
              {words.toMeeting}
            </Link>
          ) : null}
          {approval.data && on === undefined ? <ApprovalAction document={id} approval={approval.data} /> : null}
        </>
      }
    >
      <Ready query={query} rows={16}>
        {(view) => <BreakDown key={view.document.id} view={view} shown={shown} />}
      </Ready>
      {approval.data ? <ApprovalSheet approval={approval.data} /> : null}
      {notices.data && notices.data.length > 0 ? <NoticesSheet notices={notices.data} /> : null}
    </Page>
  )
}

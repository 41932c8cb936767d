import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Empty, fill, keepInView, Mark, Page, Sheet, SplitText, StateTag, useHotkeys } from '@yundiao/ui'
import { useEffect, useMemo, useState } from 'react'
import { documentQuery } from '../../api/directives.ts'
import type { ClauseRow, DocumentView } from '../../api/types.ts'
import { useOn } from '../../shell/on-day.ts'
import { Ready } from '../../shell/ready.tsx'
import { useMay } from '../../shell/session.ts'
import { useWords } from '../../shell/words.ts'
import { nextPending, requirementsOf, stepFrom } from './clause-cursor.ts'
import { DeclineDialog, MergeDialog } from './clause-dialogs.tsx'
import type { Draft } from './clause-editor.tsx'
import { ClauseGrid } from './clause-grid.tsx'
import { useKinds } from './document-kinds.ts'
import { NewItemDialog } from './new-item-dialog.tsx'

const CountLine = ({ view }: { view: DocumentView }) => {
  const words = useWords()
  const kinds = useKinds()
  const { gaps, ...counts } = view.counts
  const { document } = view
  const kind = kinds.find((one) => one.key === document.kind)?.label ?? document.kind
  const values = { kind, characters: document.text.length, ...counts, ...gaps }
  return (
    <>
      {fill(words.countLine, values)}
      {document.referenceOnly ? (
        <>
          {' '}
          <StateTag>{words.referenceOnly}</StateTag> {words.referenceOnlyNote}
        </>
      ) : null}
    </>
  )
}

/** What a key does is what the button of the row in hand does. */
const press = (act: string) =>
  document.querySelector<HTMLButtonElement>(`.rd [data-act="${act}"]:not(:disabled)`)?.click()

const Keys = () => {
  const words = useWords()
  return (
    <p className="keys noprint">
      <kbd>J</kbd>
      <kbd>K</kbd> {words.keyMove} <kbd>N</kbd> {words.keyNextPending} <kbd>Enter</kbd> {words.setUp} <kbd>M</kbd>{' '}
      {words.mergeInto} <kbd>X</kbd> {words.decline} <kbd>A</kbd> {words.adopt} <kbd>Z</kbd> {words.undo}
    </p>
  )
}

/** Room for the editor that opens under the row in hand. */
const EDITOR_HEIGHT = 130

const useBreakDown = (view: DocumentView) => {
  const [current, setCurrent] = useState<string | null>(() => nextPending(view.clauses, null))
  const [drafts, setDrafts] = useState<Record<string, Draft>>({})
  const [declining, setDeclining] = useState<ClauseRow | null>(null)
  const [merging, setMerging] = useState<ClauseRow | null>(null)
  const advance = () => setCurrent((now) => nextPending(view.clauses, now) ?? now)
  useEffect(() => {
    const row = current && document.querySelector<HTMLElement>(`[data-clause="${CSS.escape(current)}"]`)
    const pane = document.querySelector<HTMLElement>('.rd .tree')
    if (row && pane) keepInView(pane, row, EDITOR_HEIGHT)
  }, [current])
  useHotkeys({
    j: () => setCurrent((now) => stepFrom(view.clauses, now, 1)),
    k: () => setCurrent((now) => stepFrom(view.clauses, now, -1)),
    n: advance,
    Enter: () => press('accept'),
    m: () => press('merge'),
    x: () => press('decline'),
    a: () => press('adopt'),
    z: () => press('undo'),
  })
  return { current, setCurrent, drafts, setDrafts, declining, setDeclining, merging, setMerging, advance }
}

const BreakDown = ({ view }: { view: DocumentView }) => {
  const words = useWords()
  const state = useBreakDown(view)
  const requirements = useMemo(() => requirementsOf(view.clauses), [view.clauses])
  const numbers = useMemo(() => new Map(requirements.map((clause, index) => [clause.id, index + 1])), [requirements])
  const spans = requirements.map((clause) => ({
    id: clause.id,
    start: clause.start,
    end: clause.end,
    number: numbers.get(clause.id) ?? 0,
  }))
  const targets = requirements
    .flatMap((clause) =>
      clause.disposition === 'item' && clause.item ? [{ item: clause.item, title: clause.simplified }] : [],
    )
    .reverse()
  return (
    <div className="rd">
      <Sheet title={words.originalText} side={<span className="note opt">{words.highlightNote}</span>} flush>
        <SplitText
          text={view.document.text}
          spans={spans}
          current={state.current}
          onPick={state.setCurrent}
          label={words.originalText}
        />
      </Sheet>
      <Sheet
        title={`${words.requirements} ${requirements.length}`}
        side={<span className="note">{words.suggestionNote}</span>}
        flush
      >
        <div className="tree">
          {view.clauses.length === 0 ? (
            <Empty>{words.noClauses}</Empty>
          ) : (
            <ClauseGrid
              clauses={view.clauses}
              numbers={numbers}
              acts={{
                current: state.current,
                drafts: state.drafts,
                onPick: state.setCurrent,
                onDraft: (id, draft) => state.setDrafts((old) => ({ ...old, [id]: draft })),
                onSettled: state.advance,
                onDecline: state.setDeclining,
                onMerge: state.setMerging,
                canMerge: targets.length > 0,
              }}
            />
          )}
        </div>
        <Keys />
      </Sheet>
      {state.declining ? (
        <DeclineDialog clause={state.declining} onClose={() => state.setDeclining(null)} onSettled={state.advance} />
      ) : null}
      {state.merging ? (
        <MergeDialog
          clause={state.merging}
          targets={targets}
          onClose={() => state.setMerging(null)}
          onSettled={state.advance}
        />
      ) : null}
    </div>
  )
}

/** 分解立项: text left, sheet right, one highlight between them. */
export const DocumentPage = () => {
  const words = useWords()
  const { id = '' } = useParams({ strict: false })
  const query = useQuery(documentQuery(id, useOn()))
  const may = useMay('item.create')
  const [registering, setRegistering] = useState(false)
  const document = query.data?.document
  return (
    <Page
      title={document ? `${words.breakDown}：${document.title}` : words.breakDown}
      facts={query.data ? <CountLine view={query.data} /> : null}
      actions={
        <>
          {document?.meeting ? (
            <Link to="/meetings/$id" params={{ id: document.meeting }} className="btn">
              {words.toMeeting}
            </Link>
          ) : null}
          {may ? (
            <button type="button" className="btn" onClick={() => setRegistering(true)}>
              {words.register}
            </button>
          ) : null}
          {document?.number ? null : <Mark word="缺">{words.noNumber}</Mark>}
        </>
      }
    >
      <Ready query={query} rows={16}>
        {(view) => <BreakDown view={view} />}
      </Ready>
      {registering ? <NewItemDialog meeting={null} onClose={() => setRegistering(false)} /> : null}
    </Page>
  )
}

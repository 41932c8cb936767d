import '../../styles/papers.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Empty, fill, instant, Page, Sheet, StateTag } from '@yundiao/ui'
import { useState } from 'react'
import { paperHref, paperQuery, sendPaper } from '../../api/papers.ts'
import type { PaperView } from '../../api/types.ts'
import type { Words } from '../../messages.ts'
import { useOn } from '../../shell/on-day.ts'
import { Ready } from '../../shell/ready.tsx'
import { useMay } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { quotedText } from '../evaluation/score-text.ts'
import { Withdrawals } from '../evaluation/withdrawals.tsx'
import { FormulaWords } from './bound-text.tsx'
import { DocumentPreview } from './document-preview.tsx'
import { ReturnDialog } from './return-dialog.tsx'
import { RevisionSheet } from './revision-sheet.tsx'
import { SettleDialog } from './settle-dialog.tsx'
import { SheetPreview } from './sheet-preview.tsx'

const stateWords = ({ state, sentOn, finalOn, approver }: PaperView, words: Words): string => {
  if (state === '定稿') return fill(words.finalOn, { on: finalOn ?? '', approver: approver ?? '' })
  return state === '送审' ? fill(words.sentOn, { on: sentOn ?? '' }) : state
}

const factsOf = (paper: PaperView, words: Words): string =>
  [
    fill(words.draftNumber, { n: paper.draft }),
    stateWords(paper, words),
    `${words.dataAsOf} ${paper.asKnownOn}`,
    `${words.checkCode} ${paper.code}`,
    `${instant(paper.madeAt)} ${paper.by}`,
    ...(paper.evaluation ? [] : [paper.meetingTitle ?? words.noMeeting]),
    ...(paper.asks === null ? [] : [fill(words.paperAsks, { what: paper.asks })]),
  ].join(' · ')

type ActionsProps = { paper: PaperView; mayWork: boolean; onReturn: () => void; onSettle: () => void }

/** The next step is the primary one: 送审, then 收回改稿; while a copy waits, its own sheet holds the step. */
const Actions = ({ paper, mayWork, onReturn, onSettle }: ActionsProps) => {
  const words = useWords()
  const send = useAct(sendPaper, { done: words.sentForReview })
  const isOpen = mayWork && paper.state !== '定稿'
  const isWord = paper.format === 'docx'
  const isDraft = paper.state === '草稿'
  const waits = paper.openRevisions > 0
  return (
    <>
      <a className="btn" href={paperHref(paper.id)} download>
        {paper.state === '定稿' ? words.downloadFinal : isWord ? words.downloadDocx : words.downloadXlsx}
      </a>
      {paper.state === '定稿' && isWord ? (
        <a className="btn" href={paperHref(paper.id, { of: 'draft' })} download>
          {words.downloadDraft}
        </a>
      ) : null}
      {isOpen && !waits ? (
        <Button primary={!isDraft && !isWord} onClick={onSettle}>
          {words.settleDraft}
        </Button>
      ) : null}
      {isOpen && isWord ? (
        <Button primary={!isDraft && !waits} onClick={onReturn}>
          {words.returnPaper}
        </Button>
      ) : null}
      {isOpen && isDraft ? (
        <Button
          primary={!waits}
          disabled={send.busy}
          onClick={() => send.run({ id: paper.id, version: paper.version })}
        >
          {words.sendForReview}
        </Button>
      ) : null}
    </>
  )
}

const Content = ({ paper }: { paper: PaperView }) => {
  const words = useWords()
  const { content } = paper
  if (content === null)
    return (
      <Empty
        action={
          <a className="btn" href={paperHref(paper.id)} download>
            {paper.format === 'xlsx' ? words.downloadXlsx : words.downloadDocx}
          </a>
        }
      >
        {words.noContent}
      </Empty>
    )
  return (
    <FormulaWords value={paper.formulas}>
      {content.kind === 'sheet' ? <SheetPreview sheet={content.sheet} /> : <DocumentPreview paper={content.paper} />}
    </FormulaWords>
  )
}

/** The evaluation a 公示稿 tells of, and what became of it since the paper was made. */
const Evaluated = ({ run, withdrawals }: NonNullable<PaperView['evaluation']>) => {
  const words = useWords()
  return (
    <>
      <Withdrawals withdrawals={withdrawals} />
      {run.replacedBy ? (
        <p className="problem">
          {words.paperCorrected}
          <Link to="/evaluation/$id" params={{ id: run.replacedBy.id }}>
            {quotedText(run.replacedBy.name)}
          </Link>
        </p>
      ) : null}
      <p className="note of-run">
        {words.paperOfRun}
        <Link to="/evaluation/$id" params={{ id: run.id }}>
          {run.title}
        </Link>{' '}
        <StateTag>{run.state}</StateTag>
      </p>
    </>
  )
}

const Opened = ({ paper }: { paper: PaperView }) => {
  const words = useWords()
  const mayWork = useMay('paper.make')
  const [asking, setAsking] = useState<'return' | 'settle' | null>(null)
  const close = () => setAsking(null)
  const isSheet = paper.content?.kind === 'sheet'
  return (
    <Page
      title={paper.title}
      facts={factsOf(paper, words)}
      className={isSheet ? 'landscape' : 'paper'}
      actions={
        <Actions
          paper={paper}
          mayWork={mayWork}
          onReturn={() => setAsking('return')}
          onSettle={() => setAsking('settle')}
        />
      }
    >
      {paper.evaluation ? <Evaluated {...paper.evaluation} /> : null}
      {paper.revisions.map((revision) => (
        <RevisionSheet key={revision.id} paper={paper} revision={revision} mayWork={mayWork} />
      ))}
      <Sheet flush={isSheet} className={isSheet ? 'landscape' : 'paper-sheet'}>
        <Content paper={paper} />
      </Sheet>
      {asking === 'return' ? <ReturnDialog id={paper.id} onClose={close} /> : null}
      {asking === 'settle' ? <SettleDialog paper={paper} taken={null} onClose={close} /> : null}
    </Page>
  )
}

/** One paper: what it printed with every 出处, how it stands, and the edited copies that came back. */
export const PaperPage = () => {
  const words = useWords()
  const { id = '' } = useParams({ strict: false })
  const query = useQuery(paperQuery(id, useOn()))
  if (query.data) return <Opened paper={query.data} />
  return (
    <Page title={words.papers}>
      <Ready query={query} rows={16}>
        {() => null}
      </Ready>
    </Page>
  )
}

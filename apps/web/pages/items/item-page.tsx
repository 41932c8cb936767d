import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Mark, Page, Sheet, StateTag, useHotkeys } from '@yundiao/ui'
import { useState } from 'react'
import { itemQuery } from '../../api/items.ts'
import type { ItemMay, ItemView, LinkView } from '../../api/types.ts'
import { History } from '../../shell/history.tsx'
import { useOn } from '../../shell/on-day.ts'
import { Ready } from '../../shell/ready.tsx'
import { useWords } from '../../shell/words.ts'
import { RaisedMatters } from '../ledgers/raised-matters.tsx'
import { CloseDialog, lackWords } from './close-dialog.tsx'
import { closureLack, figuresNamed } from './closing-evidence.ts'
import { closureKindOf } from './closure-kinds.ts'
import { EditItemDialog } from './edit-item-dialog.tsx'
import { ItemActDialog, type ReasonedAct } from './item-act-dialog.tsx'
import { AlikeItems, ItemFacts, ItemNotices } from './item-facts.tsx'
import { ItemLinks } from './item-links.tsx'
import { ItemStages } from './item-stages.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { LinkFigureDialog } from './link-figure-dialog.tsx'
import { ProgressDialog } from './progress-dialog.tsx'
import { ProgressNotes } from './progress-notes.tsx'
import { UnlinkDialog } from './unlink-dialog.tsx'

const Basis = ({ item }: { item: ItemView['item'] }) => {
  const words = useWords()
  const { sentence, source, meeting, finding } = item
  const title = source.title ?? source.number ?? words.pending
  return (
    <p className="note">
      {source.kindLabel} {source.title ? (source.number ?? '') : ''} ·{' '}
      {sentence ? (
        <Link to="/documents/$id" params={{ id: sentence.document }}>
          {title}
        </Link>
      ) : finding ? (
        <Link to="/analysis" search={(old) => ({ on: old.on, ...finding })}>
          {title}
        </Link>
      ) : (
        title
      )}
      {source.on ? ` · ${source.on}` : ''}
      {sentence ? ` · ${words.charactersAt} ${sentence.start + 1}—${sentence.end}` : ''}
      {item.referenceOnly ? (
        <>
          {' '}
          · <StateTag>{words.referenceOnly}</StateTag>
        </>
      ) : null}
      {item.minutesNumber ? ` · ${words.minutesBehind} ${item.minutesNumber}` : ''}
      {meeting ? (
        <>
          {' · '}
          <Link to="/meetings/$id" params={{ id: meeting.id }}>
            {meeting.title}
          </Link>
        </>
      ) : null}
    </p>
  )
}

/** The words the item comes from, in their original characters; what was typed of a basis that is not here. */
const Sentence = ({ item }: { item: ItemView['item'] }) => {
  const words = useWords()
  const { sentence, source } = item
  return (
    <section className="say" aria-label={words.basis}>
      <Basis item={item} />
      {sentence ? (
        <blockquote className="serif" lang="zh">
          {sentence.before}
          <mark>{sentence.text}</mark>
          {sentence.after}
        </blockquote>
      ) : source.quote ? (
        <blockquote className="serif" lang="zh">
          {source.quote}
        </blockquote>
      ) : (
        <p className="muted">{words.noSentence}</p>
      )}
    </section>
  )
}

type Opened = 'edit' | 'progress' | 'ask' | 'link' | 'figure' | 'close' | ReasonedAct | null

const NOTHING: ItemMay = {
  edit: false,
  progress: false,
  link: false,
  close: false,
  ask: false,
  giveBack: false,
  check: false,
  reopen: false,
  resume: false,
}

/** 办结 stays in sight; where the kind of closure rests on links that are not there yet, it says what is lacking. */
const CloseButton = ({ view, primary, onClick }: { view: ItemView; primary: boolean; onClick: () => void }) => {
  const words = useWords()
  const lack = closureLack(view, closureKindOf(view.item.kind))
  return (
    <>
      <Button
        primary={primary && !lack}
        disabled={lack !== null}
        aria-describedby={lack ? 'close-reason' : undefined}
        onClick={onClick}
      >
        {words.close}
      </Button>
      {lack ? (
        <span id="close-reason" className="note reason">
          {lackWords(lack, words)}
        </span>
      ) : null}
    </>
  )
}

type ActionsProps = { view: ItemView; may: ItemMay; onOpen: (opened: Opened) => void }

const Actions = ({ view, may, onOpen }: ActionsProps) => {
  const words = useWords()
  const hasGaps = view.gaps.length > 0
  return (
    <>
      {may.edit ? (
        <Button primary={hasGaps} onClick={() => onOpen('edit')}>
          {hasGaps ? words.fillGaps : words.edit}
        </Button>
      ) : null}
      {may.close ? (
        <CloseButton view={view} primary={!hasGaps && !may.progress} onClick={() => onOpen('close')} />
      ) : null}
      {may.ask ? <Button onClick={() => onOpen('ask')}>{words.askClosing}</Button> : null}
      {may.progress ? (
        <Button primary={!hasGaps || !may.edit} hotkey="F" onClick={() => onOpen('progress')}>
          {words.feedback}
        </Button>
      ) : null}
    </>
  )
}

type DialogsProps = { view: ItemView; may: ItemMay; open: Opened; onOpen: (opened: Opened) => void }

const Dialogs = ({ view, may, open, onOpen }: DialogsProps) => {
  const close = () => onOpen(null)
  const { item } = view
  switch (open) {
    case null:
      return null
    case 'edit':
      return <EditItemDialog item={item} onClose={close} />
    case 'progress':
    case 'ask':
      return (
        <ProgressDialog
          item={item.id}
          longest={view.longestProgress}
          closing={open === 'ask'}
          forOthers={may.edit}
          onClose={close}
        />
      )
    case 'link':
      return <LinkDialog item={item.id} onClose={close} />
    case 'figure':
      return <LinkFigureDialog item={item.id} onClose={close} />
    case 'close':
      return <CloseDialog view={view} onRemedy={onOpen} onClose={close} />
    default:
      return <ItemActDialog act={open} item={item} onClose={close} />
  }
}

const Facts = ({ view }: { view: ItemView }) => (
  <>
    {view.item.number} · {view.item.state.word}
    {view.gaps.length > 0 ? (
      <>
        {' '}
        · <Mark word="待明确">待明确：{view.gaps.join('、')}</Mark>
      </>
    ) : null}
    {view.item.demo ? (
      <>
        {' '}
        <Mark word="演示" />
      </>
    ) : null}
  </>
)

const ItemSheets = ({ view }: { view: ItemView }) => {
  const words = useWords()
  const readOnly = useOn() !== undefined
  const may = readOnly ? NOTHING : view.may
  const [open, setOpen] = useState<Opened>(null)
  const [unlinking, setUnlinking] = useState<LinkView | null>(null)
  useHotkeys(may.progress ? { f: () => setOpen('progress') } : {})
  return (
    <Page
      above={<Sentence item={view.item} />}
      title={view.item.title}
      facts={<Facts view={view} />}
      actions={<Actions view={view} may={may} onOpen={setOpen} />}
    >
      <ItemStages view={{ ...view, may }} onAct={readOnly ? null : setOpen} />
      <div className="two">
        <div className="col">
          <ItemLinks
            view={view}
            onLink={may.link ? () => setOpen('link') : null}
            onFigure={may.link ? () => setOpen('figure') : null}
            onUnlink={may.link ? setUnlinking : null}
          />
          <ProgressNotes item={view.item.id} notes={view.progress} />
          <RaisedMatters
            source={{ words: `${view.item.number} ${view.item.title}`, region: null, item: view.item.id }}
          />
          <Sheet title={words.history} side={<span className="note">{words.historyNote}</span>}>
            <History
              lines={view.history.map((line) => ({
                ...line,
                lines: line.lines.map((text) => figuresNamed(view, text)),
              }))}
            />
          </Sheet>
        </div>
        <div className="col">
          <ItemFacts view={view} />
          <ItemNotices notices={view.notices} />
          <AlikeItems alike={view.alike} />
        </div>
      </div>
      <Dialogs view={view} may={may} open={open} onOpen={setOpen} />
      {unlinking ? <UnlinkDialog item={view.item.id} link={unlinking} onClose={() => setUnlinking(null)} /> : null}
    </Page>
  )
}

/** One item's life, with the words it came from on top. */
export const ItemPage = () => {
  const words = useWords()
  const { id = '' } = useParams({ strict: false })
  const query = useQuery(itemQuery(id, useOn()))
  if (query.data) return <ItemSheets key={query.data.item.id} view={query.data} />
  return (
    <Page title={words.item}>
      <Ready query={query} rows={16}>
        {() => null}
      </Ready>
    </Page>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Mark, Page, Sheet, StateWord, useHotkeys } from '@yundiao/ui'
import { useState } from 'react'
import { itemQuery } from '../../api/directives.ts'
import type { ItemView, ProgressView } from '../../api/types.ts'
import { History } from '../../shell/history.tsx'
import { useOn } from '../../shell/on-day.ts'
import { Ready } from '../../shell/ready.tsx'
import { useWords } from '../../shell/words.ts'
import { RaisedMatters } from '../ledgers/raised-matters.tsx'
import { CloseDialog, lackWords } from './close-dialog.tsx'
import { closureBasis, closureLack, figuresNamed } from './closing-evidence.ts'
import { closureKindOf } from './closure-kinds.ts'
import { EditItemDialog } from './edit-item-dialog.tsx'
import { ItemLinks } from './item-links.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { LinkFigureDialog } from './link-figure-dialog.tsx'
import { ProgressDialog } from './progress-dialog.tsx'

const Sentence = ({ item }: { item: ItemView['item'] }) => {
  const words = useWords()
  const { sentence, source } = item
  return (
    <section className="say" aria-label={words.basis}>
      <p className="note">
        {source.kindLabel} {source.number ?? ''} ·{' '}
        {sentence ? (
          <Link to="/documents/$id" params={{ id: sentence.document }}>
            {source.title}
          </Link>
        ) : (
          source.title
        )}
        {sentence ? ` · ${words.charactersAt} ${sentence.start + 1}—${sentence.end}` : ''}
      </p>
      {sentence ? (
        <blockquote className="serif" lang="zh">
          {sentence.before}
          <mark>{sentence.text}</mark>
          {sentence.after}
        </blockquote>
      ) : (
        <p className="muted">{words.noSentence}</p>
      )}
    </section>
  )
}

const Facts = ({ view }: { view: ItemView }) => {
  const words = useWords()
  const { item } = view
  const basis = closureBasis(view)
  const rows: [string, string | null][] = [
    [words.leadUnit, item.leadUnit],
    [words.assistUnits, item.assistUnits.length > 0 ? item.assistUnits.join('、') : null],
    [words.deadline, item.deadline],
    [words.measureOrResult, item.measure],
    [words.closureKind, item.kind],
  ]
  return (
    <Sheet title={words.itemSheet} flush>
      <dl className="kv record">
        <dt>{words.handlingState}</dt>
        <dd>
          <StateWord state={item.state} reason />
        </dd>
        {rows.map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{value ?? <Mark word="待明确" />}</dd>
          </div>
        ))}
        <dt>{words.opened}</dt>
        <dd>{item.opened}</dd>
        <dt>{words.closedOn}</dt>
        <dd>{item.closed ?? words.notClosed}</dd>
        {basis ? (
          <>
            <dt>{words.closeBasis}</dt>
            <dd>{basis}</dd>
          </>
        ) : null}
      </dl>
    </Sheet>
  )
}

const ProgressNotes = ({ notes }: { notes: readonly ProgressView[] }) => {
  const words = useWords()
  return (
    <Sheet title={words.progress}>
      {notes.length === 0 ? (
        <p className="muted">{words.noProgress}</p>
      ) : (
        <ol className="steps">
          {notes.map((note) => (
            <li key={note.id}>
              <time dateTime={note.asOf}>{note.asOf}</time>
              <span className="by">{note.by}</span>
              {note.percent === null ? null : <b>{note.percent}% </b>}
              {note.text}
              {note.problems ? (
                <span className="line">
                  {words.problems}：{note.problems}
                </span>
              ) : null}
              {note.nextSteps ? (
                <span className="line">
                  {words.nextSteps}：{note.nextSteps}
                </span>
              ) : null}
            </li>
          ))}
        </ol>
      )}
    </Sheet>
  )
}

type Opened = 'edit' | 'progress' | 'link' | 'figure' | 'close' | null

const NOTHING: ItemView['may'] = { edit: false, progress: false, link: false, close: false }

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

const ItemSheets = ({ view }: { view: ItemView }) => {
  const words = useWords()
  const readOnly = useOn() !== undefined
  const may = readOnly ? NOTHING : view.may
  const [open, setOpen] = useState<Opened>(null)
  useHotkeys(may.progress ? { f: () => setOpen('progress') } : {})
  const hasGaps = view.gaps.length > 0
  return (
    <Page
      above={<Sentence item={view.item} />}
      title={view.item.title}
      facts={
        <>
          {view.item.number} · {view.item.state.word}
          {hasGaps ? (
            <>
              {' '}
              · <Mark word="待明确">待明确：{view.gaps.join('、')}</Mark>
            </>
          ) : null}
          {view.item.demo ? <Mark word="演示" /> : null}
        </>
      }
      actions={
        <>
          {may.edit ? (
            <Button primary={hasGaps} onClick={() => setOpen('edit')}>
              {hasGaps ? words.fillGaps : words.edit}
            </Button>
          ) : null}
          {may.close ? (
            <CloseButton view={view} primary={!hasGaps && !may.progress} onClick={() => setOpen('close')} />
          ) : null}
          {may.progress ? (
            <Button primary={!hasGaps || !may.edit} hotkey="F" onClick={() => setOpen('progress')}>
              {words.feedback}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="two">
        <div className="col">
          <ItemLinks
            view={view}
            onLink={may.link ? () => setOpen('link') : null}
            onFigure={may.link ? () => setOpen('figure') : null}
          />
          <ProgressNotes notes={view.progress} />
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
        <Facts view={view} />
      </div>
      {open === 'edit' ? <EditItemDialog item={view.item} onClose={() => setOpen(null)} /> : null}
      {open === 'progress' ? (
        <ProgressDialog item={view.item.id} longest={view.longestProgress} onClose={() => setOpen(null)} />
      ) : null}
      {open === 'link' ? <LinkDialog item={view.item.id} onClose={() => setOpen(null)} /> : null}
      {open === 'figure' ? <LinkFigureDialog item={view.item.id} onClose={() => setOpen(null)} /> : null}
      {open === 'close' ? <CloseDialog view={view} onRemedy={setOpen} onClose={() => setOpen(null)} /> : null}
    </Page>
  )
}

export const ItemPage = () => {
  const words = useWords()
  const { id = '' } = useParams({ strict: false })
  const query = useQuery(itemQuery(id, useOn()))
  if (query.data) return <ItemSheets view={query.data} />
  return (
    <Page title={words.item}>
      <Ready query={query} rows={16}>
        {() => null}
      </Ready>
    </Page>
  )
}

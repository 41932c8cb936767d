import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Empty, instant, Mark, Page, Sheet, StateTag, StateWord, useHotkeys } from '@yundiao/ui'
import { useState } from 'react'
import { itemQuery } from '../../api/directives.ts'
import type { ItemView, LinkView, ProgressView } from '../../api/types.ts'
import { History } from '../../shell/history.tsx'
import { useOn } from '../../shell/on-day.ts'
import { Ready } from '../../shell/ready.tsx'
import { useWords } from '../../shell/words.ts'
import { EditItemDialog } from './edit-item-dialog.tsx'
import { LinkDialog } from './link-dialog.tsx'
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
      </dl>
    </Sheet>
  )
}

const LinkLine = ({ link }: { link: LinkView }) => {
  const words = useWords()
  return (
    <li>
      {link.ledger === 'figure' ? (
        link.label
      ) : (
        <Link to="/ledgers/$id/$entry" params={{ id: link.ledger, entry: link.entry }}>
          {link.label}
        </Link>
      )}{' '}
      <StateTag>{link.state}</StateTag>{' '}
      <span className="note">
        {words.linkedSince} {link.since}
      </span>
      {link.changes.length === 0 ? <p className="note">{words.noChangeYet}</p> : null}
      {link.changes.map((change) => (
        <div key={change.at} className="changed">
          <b>{instant(change.at)}</b> {change.by}
          {change.lines.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </div>
      ))}
    </li>
  )
}

const Links = ({ view, onLink }: { view: ItemView; onLink: (() => void) | null }) => {
  const words = useWords()
  const button = onLink ? (
    <Button small onClick={onLink}>
      {words.linkEntry}
    </Button>
  ) : null
  return (
    <Sheet title={words.whatMoved} side={view.links.length > 0 ? button : null} foot={words.whatMovedNote}>
      {view.links.length === 0 ? (
        <Empty action={button}>{words.noLinks}</Empty>
      ) : (
        <ul className="links">
          {view.links.map((link) => (
            <LinkLine key={link.id} link={link} />
          ))}
        </ul>
      )}
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

type Opened = 'edit' | 'progress' | 'link' | null

const ItemSheets = ({ view }: { view: ItemView }) => {
  const words = useWords()
  const readOnly = useOn() !== undefined
  const may = readOnly ? { edit: false, progress: false, link: false } : view.may
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
          <Links view={view} onLink={may.link ? () => setOpen('link') : null} />
          <ProgressNotes notes={view.progress} />
          <Sheet title={words.history} side={<span className="note">{words.historyNote}</span>}>
            <History lines={view.history} />
          </Sheet>
        </div>
        <Facts view={view} />
      </div>
      {open === 'edit' ? <EditItemDialog item={view.item} onClose={() => setOpen(null)} /> : null}
      {open === 'progress' ? (
        <ProgressDialog item={view.item.id} longest={view.longestProgress} onClose={() => setOpen(null)} />
      ) : null}
      {open === 'link' ? <LinkDialog item={view.item.id} onClose={() => setOpen(null)} /> : null}
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

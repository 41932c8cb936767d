import { Link } from '@tanstack/react-router'
import { Button, Empty, type Fig, FigureView, instant, Sheet, StateTag } from '@yundiao/ui'
import type { ItemView, LinkView } from '../../api/types.ts'
import { useWords } from '../../shell/words.ts'
import { FigureSource } from './figure-source.tsx'

/** The linked figure as the page's doors take one; its digits come with their unit. */
const figOf = (link: LinkView): Fig => ({
  ref: link.entry,
  value: null,
  shown: link.state === '缺' ? null : link.state,
  unitShown: '',
  round: null,
  mark: null,
  knownOn: link.since,
  vintage: 1,
  state: 'released',
})

const LinkLine = ({ link, onUnlink }: { link: LinkView; onUnlink: ((link: LinkView) => void) | null }) => {
  const words = useWords()
  const isFigure = link.ledger === 'figure'
  return (
    <li>
      {isFigure ? (
        link.label
      ) : (
        <Link to="/ledgers/$id/$entry" params={{ id: link.ledger, entry: link.entry }}>
          {link.label}
        </Link>
      )}{' '}
      {isFigure ? <FigureView fig={figOf(link)} label={link.label} /> : <StateTag>{link.state}</StateTag>}{' '}
      <span className="note">
        {words.linkedSince} {link.since}
      </span>{' '}
      {onUnlink ? (
        <Button small onClick={() => onUnlink(link)}>
          {words.unlink}
        </Button>
      ) : null}
      {isFigure ? (
        <p>
          <FigureSource figure={link.entry} />
        </p>
      ) : null}
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

type LinksProps = {
  view: ItemView
  onLink: (() => void) | null
  onFigure: (() => void) | null
  onUnlink: ((link: LinkView) => void) | null
}

/** 佐证: the ledger entries and figures an item hangs on, and what moved there since. */
export const ItemLinks = ({ view, onLink, onFigure, onUnlink }: LinksProps) => {
  const words = useWords()
  const buttons = (
    <span className="actions">
      {onLink ? (
        <Button small onClick={onLink}>
          {words.linkEntry}
        </Button>
      ) : null}
      {onFigure ? (
        <Button small onClick={onFigure}>
          {words.linkFigure}
        </Button>
      ) : null}
    </span>
  )
  return (
    <Sheet title={words.whatMoved} side={view.links.length > 0 ? buttons : null} foot={words.whatMovedNote}>
      {view.links.length === 0 ? (
        <Empty action={buttons}>{words.noLinks}</Empty>
      ) : (
        <ul className="links">
          {view.links.map((link) => (
            <LinkLine key={link.id} link={link} onUnlink={onUnlink} />
          ))}
        </ul>
      )}
      {view.hold ? (
        <p className="hold">
          <b>{words.closingHeld}</b>
          {view.hold}
        </p>
      ) : null}
    </Sheet>
  )
}

import { Link } from '@tanstack/react-router'
import { Button, fill, Mark, StateTag } from '@yundiao/ui'
import type { FindingRow } from '../../../api/types.ts'
import { useMay } from '../../../shell/session.ts'
import { useWords } from '../../../shell/words.ts'
import { SaidSentences } from './said-text.tsx'

const VIEWS = ['compare', 'outlook'] as const

/** What goes on from it: who drags, where 归因 can say; the same indicator and place in the other views. */
const OtherViews = ({ finding }: { finding: FindingRow }) => {
  const words = useWords()
  const { drag } = finding
  const labels = { compare: words.toCompare, outlook: words.toOutlook }
  return (
    <span className="nw noprint">
      {drag ? (
        <Link
          to="/analysis"
          search={(old) => ({
            on: old.on,
            period: old.period,
            view: 'drags',
            ask: drag.ask,
            indicator: drag.indicator,
            by: drag.by ?? undefined,
            region: drag.region ?? undefined,
          })}
        >
          {words.toDrags}
        </Link>
      ) : null}
      {VIEWS.map((view) => (
        <Link
          key={view}
          to="/analysis"
          search={(old) => ({
            on: old.on,
            period: old.period,
            view,
            indicator: finding.indicator,
            region: finding.region,
          })}
        >
          {labels[view]}
        </Link>
      ))}
    </span>
  )
}

const Facts = ({ finding }: { finding: FindingRow }) => {
  const words = useWords()
  return (
    <div className="more facts">
      <span>{finding.kindLabel}</span>
      {finding.since ? <span>{fill(words.findingSince, { since: finding.since })}</span> : null}
      {finding.rarity ? <span>{finding.rarity}</span> : null}
      {finding.lacks.includes('history') ? <span title={words.historyShortNote}>{words.historyShort}</span> : null}
      {finding.lacks.includes('target') ? (
        <span>
          {words.yearTarget} <Mark word="待明确" />
        </span>
      ) : null}
      <span>
        {words.leadUnit} {finding.leadUnit?.name ?? <Mark word="待明确" />}
      </span>
      {finding.leader ? <span>{fill(words.leaderIs, { leader: finding.leader })}</span> : null}
      <OtherViews finding={finding} />
    </div>
  )
}

const Act = ({ finding, onSetUp }: { finding: FindingRow; onSetUp: (finding: FindingRow) => void }) => {
  const words = useWords()
  const may = useMay('item.create')
  if (finding.item)
    return (
      <span className="made">
        {words.madeItem}{' '}
        <Link to="/items/$id" params={{ id: finding.item.id }} className="nw">
          {finding.item.number}
        </Link>
      </span>
    )
  if (!may || finding.basis === null) return <span />
  return (
    <Button
      small
      aria-label={fill(words.makeItemOf, { what: `${finding.regionName}${finding.label} ${finding.kindLabel}` })}
      onClick={() => onSetUp(finding)}
    >
      {words.makeItem}
    </Button>
  )
}

type LineProps = { finding: FindingRow; at: number; onSetUp: (finding: FindingRow) => void }

/** One finding: number, sentences, one action; below them what kind it is, since when, how unusual and who leads. */
export const FindingLine = ({ finding, at, onSetUp }: LineProps) => {
  const words = useWords()
  return (
    <li>
      <span className="k">{at}</span>
      <p>
        <SaidSentences sentences={finding.sentences} />
        {finding.marks.includes('内部') ? (
          <>
            {' '}
            <span title={words.internalFinding}>
              <StateTag>内部</StateTag>
            </span>
          </>
        ) : null}
      </p>
      <Act finding={finding} onSetUp={onSetUp} />
      <Facts finding={finding} />
    </li>
  )
}

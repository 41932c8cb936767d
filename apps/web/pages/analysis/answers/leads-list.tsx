import { Link } from '@tanstack/react-router'
import { Button, fill } from '@yundiao/ui'
import { useWords } from '../../../shell/words.ts'
import type { Lead } from './find-leads.ts'

const LeadLink = ({ lead }: { lead: Lead }) => {
  const words = useWords()
  if (lead.kind === 'board')
    return (
      <Link className="btn small" to="/figures" search={(before) => ({ on: before.on, period: before.period })}>
        {words.answerLeadBoard}
      </Link>
    )
  if (lead.kind === 'indicator')
    return (
      <Link className="btn small" to="/figures/$code" params={{ code: lead.code }} search={({ on }) => ({ on })}>
        {fill(words.answerLeadIndicator, { name: lead.name })}
      </Link>
    )
  if (lead.kind === 'ledger')
    return (
      <Link
        className="btn small"
        to="/ledgers/$id"
        params={{ id: lead.id }}
        search={({ on }) => ({ on, ...(lead.state === undefined ? {} : { state: lead.state }) })}
      >
        {lead.state === undefined ? lead.title : `${lead.title} · ${lead.state}`}
      </Link>
    )
  const labels = {
    points: words.answerLeadPoints,
    compare: words.answerLeadRanks,
    drags: words.answerLeadDrags,
    outlook: words.answerLeadOutlook,
  }
  return (
    <Link
      className="btn small"
      to="/analysis"
      search={({ on, period }) => ({ on, period, view: lead.view, ...(lead.by === undefined ? {} : { by: lead.by }) })}
    >
      {labels[lead.view]}
    </Link>
  )
}

const keyOf = (lead: Lead): string =>
  lead.kind === 'view'
    ? lead.view
    : lead.kind === 'indicator'
      ? lead.code
      : lead.kind === 'ledger'
        ? `${lead.id} ${lead.state}`
        : 'board'

/** Where else to look, each a way there. */
export const LeadsList = ({ leads, isBare = false }: { leads: readonly Lead[]; isBare?: boolean }) => {
  const words = useWords()
  if (leads.length === 0) return null
  return (
    <nav className="leads" aria-label={words.answerLeads}>
      {isBare ? null : <span className="note">{words.answerLeads}</span>}
      {leads.map((lead) => (
        <LeadLink key={keyOf(lead)} lead={lead} />
      ))}
    </nav>
  )
}

type NothingProps = { typed: string; leads: readonly Lead[]; onAsk: (text: string) => void }

/** No question fits: where else to look, what can be asked, and examples that ask it. */
export const NothingFound = ({ typed, leads, onAsk }: NothingProps) => {
  const words = useWords()
  return (
    <section className="answer nothing" aria-live="polite">
      <p>{fill(leads.length > 0 ? words.answerElsewhere : words.answerNone, { typed: typed.trim() })}</p>
      <LeadsList leads={leads} isBare />
      <p>{words.answerCanAsk}</p>
      <div className="leads">
        {words.answerExamples.split(' ').map((example) => (
          <Button key={example} small onClick={() => onAsk(example)}>
            {example}
          </Button>
        ))}
        <Button small onClick={() => onAsk('')}>
          {words.answerNoneAct}
        </Button>
      </div>
    </section>
  )
}

import { Link } from '@tanstack/react-router'
import { fill } from '@yundiao/ui'
import type { ChangedNumber, Decision, Findings, NewNumber } from '../../api/types.ts'
import { useWords } from '../../shell/words.ts'
import { FigureDoor, FormulaDoor } from './bound-text.tsx'

type Decide = ((decision: Decision) => void) | null

const parseCalc = (ref: string) => {
  const [, id, version, inputs] = /^calc:([a-z0-9.-]+)@(\d+)\((.*)\)$/u.exec(ref) ?? []
  return id === undefined ? null : { id, version: Number(version), inputs: (inputs ?? '').split(',') }
}

/** What stood there, as a door to what it was bound to. */
const Was = ({ finding }: { finding: ChangedNumber }) => {
  const { ref, was } = finding
  if (ref.startsWith('fig:')) return <FigureDoor figure={ref} shown={was} />
  const use = parseCalc(ref)
  if (use) return <FormulaDoor use={use} shown={was} />
  return (
    <Link to="/items/$id" params={{ id: ref.replace(/^item:/u, '') }}>
      {was}
    </Link>
  )
}

const Choice = ({ decision, onDecide, isNew }: { decision: Decision; onDecide: Decide; isNew: boolean }) => {
  const words = useWords()
  if (!onDecide)
    return decision.reason === '' ? null : (
      <span>
        {decision.take === 'new' ? words.keepNew : words.putBack}：{decision.reason}
      </span>
    )
  return (
    <span className="choice">
      <select
        className="field"
        aria-label={words.findings}
        value={decision.take}
        onChange={(event) => onDecide({ ...decision, take: event.target.value === 'new' ? 'new' : 'draft' })}
      >
        {isNew ? null : <option value="draft">{words.putBack}</option>}
        <option value="new">{words.keepNew}</option>
      </select>
      <input
        className="field"
        aria-label={words.reasonFor}
        placeholder={words.reasonFor}
        maxLength={200}
        value={decision.reason}
        onChange={(event) => onDecide({ ...decision, reason: event.target.value })}
      />
    </span>
  )
}

const ChangedRow = ({
  finding,
  decision,
  onDecide,
}: {
  finding: ChangedNumber
  decision: Decision
  onDecide: Decide
}) => (
  <tr>
    <td className="nw">{finding.where}</td>
    <td>
      <Was finding={finding} />
    </td>
    <td>
      <b>{finding.now}</b>
    </td>
    <td>
      <Choice decision={decision} onDecide={onDecide} isNew={false} />
    </td>
  </tr>
)

const NewRow = ({ finding, decision, onDecide }: { finding: NewNumber; decision: Decision; onDecide: Decide }) => {
  const words = useWords()
  return (
    <tr>
      <td className="nw">{finding.where}</td>
      <td className="note">{words.newNumber}</td>
      <td>
        <b>{finding.text}</b>
      </td>
      <td>
        <Choice decision={decision} onDecide={onDecide} isNew />
      </td>
    </tr>
  )
}

type NumberFindingsProps = { findings: Findings; decisions: ReadonlyMap<string, Decision>; onDecide: Decide }

/** Every changed and every new number with its place; what a person decides stands beside it with the reason. */
export const NumberFindings = ({ findings, decisions, onDecide }: NumberFindingsProps) => {
  const words = useWords()
  const decisionOf = (name: string, take: Decision['take']): Decision =>
    decisions.get(name) ?? { name, take, reason: '' }
  const { changed, unbound } = findings
  if (changed.length + unbound.length === 0) return null
  return (
    <div className="scroll">
      <table className="t findings">
        <caption>
          {fill(words.changedNumbers, { n: changed.length })} · {fill(words.newNumbers, { n: unbound.length })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.where}</th>
            <th scope="col">{words.was}</th>
            <th scope="col">{words.nowNumber}</th>
            <th scope="col">{words.findings}</th>
          </tr>
        </thead>
        <tbody>
          {changed.map((finding) => (
            <ChangedRow
              key={finding.name}
              finding={finding}
              decision={decisionOf(finding.name, 'draft')}
              onDecide={onDecide}
            />
          ))}
          {unbound.map((finding) => (
            <NewRow
              key={finding.name}
              finding={finding}
              decision={decisionOf(finding.name, 'new')}
              onDecide={onDecide}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

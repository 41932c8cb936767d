import { Link } from '@tanstack/react-router'
import { Sheet, StateTag } from '@yundiao/ui'
import { paperHref } from '../../api/papers.ts'
import type { Approval, TableChange } from '../../api/types.ts'
import { useWords } from '../../shell/words.ts'

const Changes = ({ title, changes }: { title: string; changes: readonly TableChange[] }) => {
  const words = useWords()
  if (changes.length === 0) return null
  return (
    <>
      <h3 className="sub">
        {title} {changes.length}
      </h3>
      <div className="scroll">
        <table className="t">
          <thead>
            <tr>
              <th>{words.itemNumber}</th>
              <th>{words.changedColumn}</th>
              <th>{words.changedWas}</th>
              <th>{words.changedNow}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={`${change.item}/${change.column}`}>
                <td className="nw">
                  <Link to="/items/$id" params={{ id: change.item }}>
                    {change.number}
                  </Link>
                </td>
                <td className="nw">{change.column}</td>
                <td>{change.was || words.notFilled}</td>
                <td>{change.now || words.notFilled}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

const Submissions = ({ approval }: { approval: Approval }) => {
  const words = useWords()
  return (
    <ol className="turns">
      {approval.submissions.map((one) => (
        <li key={one.id}>
          {one.sentOn} {words.sentBy} {one.sentBy} →{' '}
          {one.state === '送审' ? (
            <StateTag>{words.waitingDecision}</StateTag>
          ) : (
            <>
              {one.approvedOn} <StateTag>{one.state}</StateTag> {one.approver}
              {one.signedOffline ? ` · ${words.signedOffline}` : ''}
              {one.note ? ` · ${one.note}` : ''}
            </>
          )}
        </li>
      ))}
      {approval.tables.map((table) => (
        <li key={table.id}>
          <a href={paperHref(table.id)}>
            {words.taskTable}.{table.format}
          </a>{' '}
          <span className="note">{table.madeAt.slice(0, 10)}</span>
        </li>
      ))}
    </ol>
  )
}

/** 送审, 审定, what changed between and since, and the tables made of it. */
export const ApprovalSheet = ({ approval }: { approval: Approval }) => {
  const words = useWords()
  if (approval.submissions.length === 0) return null
  return (
    <Sheet title={words.approvalRecord}>
      <Submissions approval={approval} />
      <Changes title={words.atApprovalTitle} changes={approval.atApproval} />
      <Changes title={words.changedSince} changes={approval.since} />
    </Sheet>
  )
}

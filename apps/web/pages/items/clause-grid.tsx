import { Link } from '@tanstack/react-router'
import { Mark, StateTag } from '@yundiao/ui'
import { Fragment } from 'react'
import type { ClauseRow } from '../../api/types.ts'
import { useWords } from '../../shell/words.ts'
import { ClauseEditor, type Draft, draftOf } from './clause-editor.tsx'

const Settled = ({ clause }: { clause: ClauseRow }) => {
  const words = useWords()
  switch (clause.disposition) {
    case 'pending':
      return <span className="note">{words.undecidedOne}</span>
    case 'item':
    case 'merged': {
      const label = clause.disposition === 'item' ? words.isItem : words.isMerged
      return clause.item ? (
        <Link to="/items/$id" params={{ id: clause.item }}>
          {label}
        </Link>
      ) : (
        <StateTag>{label}</StateTag>
      )
    }
    case 'declined':
      return (
        <span title={clause.reason ?? undefined}>
          <StateTag>{words.isDeclined}</StateTag>
        </span>
      )
  }
}

export type ClauseActs = {
  current: string | null
  drafts: Readonly<Record<string, Draft>>
  onPick: (id: string) => void
  onDraft: (id: string, draft: Draft) => void
  onSettled: () => void
  onDecline: (clause: ClauseRow) => void
  onMerge: (clause: ClauseRow) => void
  canMerge: boolean
}

const ClauseLine = ({ clause, number, acts }: { clause: ClauseRow; number: number; acts: ClauseActs }) => {
  const isCurrent = clause.id === acts.current
  const draft = acts.drafts[clause.id] ?? draftOf(clause)
  return (
    <Fragment>
      <tr
        className={[isCurrent ? 'on' : '', clause.disposition === 'pending' ? '' : 'settled'].join(' ')}
        aria-current={isCurrent ? 'true' : undefined}
        data-clause={clause.id}
      >
        <td className="c">{number}</td>
        <td>
          <button type="button" className="pick" onClick={() => acts.onPick(clause.id)}>
            {draft.title}
          </button>
        </td>
        <td>{clause.responsible.length > 0 ? clause.responsible.join('、') : <Mark word="待明确" />}</td>
        <td>{clause.deadline ?? <Mark word="待明确" />}</td>
        <td className="opt">{clause.measures.length > 0 ? clause.measures.join('；') : <Mark word="待明确" />}</td>
        <td className="nw">
          <Settled clause={clause} />
        </td>
      </tr>
      {isCurrent ? (
        <ClauseEditor
          key={`${clause.id}/${clause.version}`}
          clause={clause}
          draft={draft}
          onDraft={(next) => acts.onDraft(clause.id, next)}
          onSettled={acts.onSettled}
          onDecline={() => acts.onDecline(clause)}
          onMerge={() => acts.onMerge(clause)}
          canMerge={acts.canMerge}
        />
      ) : null}
    </Fragment>
  )
}

/** The clauses as sheet T3: headings as bold rows, requirements numbered as the text highlights them. */
export const ClauseGrid = ({
  clauses,
  numbers,
  acts,
}: {
  clauses: readonly ClauseRow[]
  numbers: ReadonlyMap<string, number>
  acts: ClauseActs
}) => {
  const words = useWords()
  return (
    <table className="t">
      <thead>
        <tr>
          <th className="c">{words.seq}</th>
          <th>{words.task}</th>
          <th>{words.leadUnit}</th>
          <th>{words.deadline}</th>
          <th className="opt">{words.measureOrResult}</th>
          <th>{words.handling}</th>
        </tr>
      </thead>
      <tbody>
        {clauses.map((clause) =>
          clause.heading ? (
            <tr key={clause.id} className="group">
              <td colSpan={6} className={clause.level > 1 ? 'sub' : undefined}>
                {clause.simplified}
                <small>{clause.themeLabel}</small>
              </td>
            </tr>
          ) : (
            <ClauseLine key={clause.id} clause={clause} number={numbers.get(clause.id) ?? 0} acts={acts} />
          ),
        )}
      </tbody>
    </table>
  )
}

import { Link } from '@tanstack/react-router'
import { DataTable, fill, Mark, readable, Sheet } from '@yundiao/ui'
import type { CardInput } from '../../api/types.ts'
import { useWords } from '../../shell/words.ts'

const Value = ({ input }: { input: CardInput }) =>
  input.shown === null ? (
    <>
      <Mark word="缺" />
      {input.missingWords ? <span className="note"> {input.missingWords}</span> : null}
    </>
  ) : (
    <>
      <span className="nw">
        {readable(input.shown)} <span className="note">{input.unitShown}</span>
      </span>
      {input.missingWords ? <div className="note">{input.missingWords}</div> : null}
    </>
  )

/** 出处 of one input: the ledger's row, as which version, known since when. */
const Source = ({ input }: { input: CardInput }) => {
  const words = useWords()
  const version = input.entryVersion === null ? '' : fill(words.evRowVersion, { n: input.entryVersion })
  const told = [version, input.knownOn ? `${words.knownOn} ${input.knownOn}` : ''].filter(Boolean).join('，')
  return (
    <span className="prose">
      {input.entry ? (
        <Link to="/ledgers/$id/$entry" params={{ id: input.ledger, entry: input.entry }}>
          {input.ledgerTitle}
        </Link>
      ) : (
        input.ledgerTitle
      )}
      <span className="note">
        {'　'}
        {input.fieldLabel}
        {told ? `（${told}）` : ''}
      </span>
    </span>
  )
}

/** The numbers the score was reckoned from, with 出处, the class of their source and the clause that asks for them. */
export const InputsSheet = ({ inputs }: { inputs: readonly CardInput[] }) => {
  const words = useWords()
  // An indicator that is one number needs no heading of its own.
  const isGrouped = inputs.some(({ role }) => role === 'denominator')
  const clauses = [...new Set(inputs.map(({ clause }) => clause))]
  // One clause for all is said once.
  const sameClause = clauses.length === 1 && inputs.length > 1 ? (clauses[0] ?? null) : null
  if (inputs.length === 0)
    return (
      <Sheet className="inputs" title={words.evInputs}>
        <p className="note">{words.evInputsHidden}</p>
      </Sheet>
    )
  return (
    <Sheet
      className="inputs"
      title={words.evInputs}
      flush
      foot={sameClause === null ? undefined : `${words.evClause}：${sameClause}`}
    >
      <div className="sheet-scroll">
        <DataTable
          label={words.evInputs}
          className="ruled"
          rows={inputs}
          rowKey={({ indicator, code, role, label }) => `${indicator}/${code}/${role}/${label}`}
          groupOf={isGrouped ? ({ indicator }) => ({ key: indicator, title: indicator }) : undefined}
          columns={[
            { id: 'label', label: words.evInput, width: 170, frozen: 'always', cell: ({ label }) => label },
            { id: 'value', label: words.evValue, align: 'right', cell: (input) => <Value input={input} /> },
            { id: 'source', label: words.evSource, cell: (input) => <Source input={input} /> },
            {
              id: 'class',
              label: words.evSourceClass,
              cell: ({ sourceClass }) => <span className="nw">{sourceClass}</span>,
            },
            ...(sameClause === null
              ? [{ id: 'clause', label: words.evClause, optional: true, cell: ({ clause }: CardInput) => clause }]
              : []),
          ]}
        />
      </div>
    </Sheet>
  )
}

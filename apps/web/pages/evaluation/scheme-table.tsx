import { Link } from '@tanstack/react-router'
import { Button, type Column, DataTable, fill, Mark } from '@yundiao/ui'
import type { SchemeRow, SchemeVersion } from '../../api/types.ts'
import type { Words } from '../../messages.ts'
import { useWords } from '../../shell/words.ts'
import { CiteText } from './cite-text.tsx'

type Line = { scheme: SchemeRow; version: SchemeVersion }

const columnsOf = (words: Words): Column<Line>[] => [
  {
    id: 'title',
    label: words.evTitle,
    width: 260,
    frozen: 'always',
    cell: ({ scheme, version }) => (
      <Link to="/evaluation/methods/$scheme" params={{ scheme: scheme.id }} search={{ by: version.id }}>
        {version.title}
      </Link>
    ),
  },
  { id: 'subject', label: words.evSubject, cell: ({ scheme }) => scheme.subject },
  {
    id: 'from',
    label: words.evInForce,
    cell: ({ version }) => (
      <span className="nw">
        {version.from} {words.until} {version.to ?? words.today}
      </span>
    ),
  },
  { id: 'cite', label: words.basis, optional: true, cell: ({ version }) => <CiteText cite={version.cite} /> },
  { id: 'grade', label: words.evSourceGrade, align: 'center', cell: ({ version }) => version.grade },
  {
    id: 'unknowns',
    label: words.evUnknowns,
    cell: ({ version }) =>
      version.unknowns > 0 ? (
        <Mark word="待明确">
          {words.evUnknowns} {fill(words.evUnknownCount, { n: version.unknowns })}
        </Mark>
      ) : null,
  },
]

const runColumn = (words: Words, onRun: (scheme: string) => void): Column<Line> => ({
  id: 'run',
  label: words.act,
  cell: ({ scheme }) =>
    scheme.blocked === null ? (
      <Button small onClick={() => onRun(scheme.id)}>
        {words.evRun}
      </Button>
    ) : (
      <span className="note prose">{scheme.blocked}</span>
    ),
})

type SchemeTableProps = { schemes: readonly SchemeRow[]; onRun?: ((scheme: string) => void) | undefined }

/** The one reason nothing may be run, said once. */
const blockedOf = (schemes: readonly SchemeRow[]): string | null => {
  const reasons = new Set(schemes.map(({ blocked }) => blocked))
  return reasons.size === 1 ? ([...reasons][0] ?? null) : null
}

/** Each dated version of each method, with where it stands and what it leaves open. */
export const SchemeTable = ({ schemes, onRun }: SchemeTableProps) => {
  const words = useWords()
  const blocked = blockedOf(schemes)
  const rows = schemes.flatMap((scheme) => scheme.versions.map((version) => ({ scheme, version })))
  return (
    <div className="sheet-scroll">
      {blocked === null ? null : <p className="note blocked">{blocked}</p>}
      <DataTable
        label={words.evSchemes}
        className="ruled"
        columns={onRun && blocked === null ? [...columnsOf(words), runColumn(words, onRun)] : columnsOf(words)}
        rows={rows}
        rowKey={({ scheme, version }) => `${scheme.id}/${version.id}`}
        groupOf={({ scheme }) => ({ key: scheme.id, title: scheme.title })}
      />
    </div>
  )
}

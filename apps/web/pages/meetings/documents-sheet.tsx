import { Link } from '@tanstack/react-router'
import { Button, DataTable, Empty, Mark, Sheet, StateTag } from '@yundiao/ui'
import type { MeetingView } from '../../api/types.ts'
import { useMay } from '../../shell/session.ts'
import { useWords } from '../../shell/words.ts'

/** Texts of the meeting: readout, minutes, the recorder's notes; each opens where it is broken down. */
export const DocumentsSheet = ({ view, onImport }: { view: MeetingView; onImport: () => void }) => {
  const words = useWords()
  const mayImport = useMay('document.import')
  const button = mayImport ? (
    <Button small onClick={onImport}>
      {words.importText}
    </Button>
  ) : null
  return (
    <Sheet title={words.documents} side={view.documents.length > 0 ? button : null} flush>
      {view.documents.length === 0 ? (
        <Empty action={button}>{words.noDocuments}</Empty>
      ) : (
        <DataTable
          label={words.documents}
          rows={view.documents}
          rowKey={(row) => row.id}
          columns={[
            {
              id: 'kind',
              label: words.basis,
              cell: (r) => (
                <span className="nw">
                  {r.kind} {r.referenceOnly ? <StateTag>{words.referenceOnly}</StateTag> : null}
                </span>
              ),
            },
            {
              id: 'title',
              label: words.title,
              cell: (r) => (
                <Link to="/documents/$id" params={{ id: r.id }}>
                  {r.title}
                </Link>
              ),
            },
            { id: 'number', label: words.documentNumber, optional: true, cell: (r) => r.number ?? <Mark word="缺" /> },
            { id: 'clauses', label: words.requirements, align: 'right', cell: (r) => r.clauses },
            { id: 'pending', label: words.undecided, align: 'right', cell: (r) => r.pending },
          ]}
        />
      )}
    </Sheet>
  )
}

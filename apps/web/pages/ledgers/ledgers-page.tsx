import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { DataTable, Empty, Mark, Page, Sheet } from '@yundiao/ui'
import { ledgersQuery } from '../../api/ledgers.ts'
import { useOn } from '../../shell/on-day.ts'
import { Ready } from '../../shell/ready.tsx'
import { useWords } from '../../shell/words.ts'

/** 台账: which there are, whose they are. */
export const LedgersPage = () => {
  const words = useWords()
  const navigate = useNavigate()
  const query = useQuery(ledgersQuery(useOn()))
  return (
    <Page title={words.ledgers} facts={words.ledgersFacts}>
      <Sheet flush>
        <Ready query={query}>
          {(ledgers) =>
            ledgers.length === 0 ? (
              <Empty
                action={
                  <Link to="/admin/$section" params={{ section: 'definitions' }} className="btn">
                    {words.admin}
                  </Link>
                }
              >
                {words.noLedgers}
              </Empty>
            ) : (
              <DataTable
                label={words.ledgers}
                rows={ledgers}
                rowKey={(ledger) => ledger.id}
                onOpen={(ledger) => void navigate({ to: '/ledgers/$id', params: { id: ledger.id } })}
                columns={[
                  {
                    id: 'title',
                    label: words.ledger,
                    cell: (l) => (
                      <Link to="/ledgers/$id" params={{ id: l.id }}>
                        {l.title}
                      </Link>
                    ),
                  },
                  { id: 'owner', label: words.leadUnit, cell: (l) => l.owner ?? <Mark word="待明确" /> },
                  {
                    id: 'rows',
                    label: words.entries,
                    align: 'right',
                    cell: (l) => (l.rows === null ? <Mark word="缺" /> : `${l.rows}${l.capped ? '+' : ''}`),
                  },
                  {
                    id: 'may',
                    label: words.right,
                    optional: true,
                    cell: (l) => (l.may.write ? words.mayWrite : words.readOnly),
                  },
                ]}
              />
            )
          }
        </Ready>
      </Sheet>
    </Page>
  )
}

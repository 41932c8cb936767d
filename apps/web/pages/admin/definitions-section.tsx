import { useQueries, useQuery } from '@tanstack/react-query'
import { DataTable, Empty, Sheet } from '@yundiao/ui'
import { ledgerQuery, ledgersQuery } from '../../api/ledgers.ts'
import { Ready } from '../../shell/ready.tsx'
import { useWords } from '../../shell/words.ts'

/** Definitions of the ledgers, read only: fields with their kinds and units, and the states. */
export const DefinitionsSection = () => {
  const words = useWords()
  const ledgers = useQuery(ledgersQuery(undefined))
  const views = useQueries({ queries: (ledgers.data ?? []).map((ledger) => ledgerQuery(ledger.id, undefined)) })
  return (
    <Ready query={ledgers}>
      {(list) =>
        list.length === 0 ? (
          <Empty>{words.noLedgers}</Empty>
        ) : (
          views.map((query, index) => (
            <Ready key={list[index]?.id} query={query}>
              {(ledger) => (
                <Sheet
                  title={ledger.title}
                  side={<span className="mono">{ledger.id}</span>}
                  foot={`${words.state}：${ledger.states.join('、')}`}
                  flush
                >
                  <div className="scroll">
                    <DataTable
                      label={ledger.title}
                      rows={ledger.fields}
                      rowKey={(field) => field.name}
                      columns={[
                        { id: 'label', label: words.field, cell: (f) => [...f.under, f.label].join(' · ') },
                        { id: 'name', label: words.code, cell: (f) => <span className="mono">{f.name}</span> },
                        { id: 'kind', label: words.kind, cell: (f) => <span className="mono">{f.kind}</span> },
                        { id: 'unit', label: words.unitOfMeasure, cell: (f) => f.shownIn },
                        { id: 'choices', label: words.choices, optional: true, cell: (f) => f.choices?.join('、') },
                      ]}
                    />
                  </div>
                </Sheet>
              )}
            </Ready>
          ))
        )
      }
    </Ready>
  )
}

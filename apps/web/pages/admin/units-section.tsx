import { useQuery } from '@tanstack/react-query'
import { DataTable, Mark, Sheet } from '@yundiao/ui'
import { unitsQuery } from '../../api/admin.ts'
import { Ready } from '../../shell/ready.tsx'
import { useWords } from '../../shell/words.ts'

/** Units with their duties. */
export const UnitsSection = () => {
  const words = useWords()
  const units = useQuery(unitsQuery)
  return (
    <Sheet title={words.units} flush>
      <Ready query={units}>
        {(rows) => (
          <div className="scroll">
            <DataTable
              label={words.units}
              rows={rows}
              rowKey={(unit) => unit.id}
              columns={[
                { id: 'name', label: words.unit, cell: (u) => u.name },
                {
                  id: 'duties',
                  label: words.duties,
                  cell: (u) => (u.duties?.length ? u.duties.join('、') : <Mark word="待明确" />),
                },
              ]}
            />
          </div>
        )}
      </Ready>
    </Sheet>
  )
}

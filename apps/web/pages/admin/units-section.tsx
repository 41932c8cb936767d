import { useQuery } from '@tanstack/react-query'
import { DataTable, Empty, Mark, Sheet } from '@yundiao/ui'
import { postsQuery, unitsQuery } from '../../api/admin.ts'
import { Ready } from '../../shell/ready.tsx'
import { useWords } from '../../shell/words.ts'

/** Units with their duties, and the leaders' posts. */
export const UnitsSection = () => {
  const words = useWords()
  const units = useQuery(unitsQuery)
  const posts = useQuery(postsQuery)
  return (
    <>
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
      <Sheet title={words.posts} flush>
        <Ready query={posts} rows={3}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty>{words.noPosts}</Empty>
            ) : (
              <div className="scroll">
                <DataTable
                  label={words.posts}
                  rows={rows}
                  rowKey={(post) => post.id}
                  columns={[
                    { id: 'leader', label: words.leader, cell: (p) => p.leader },
                    { id: 'title', label: words.post, cell: (p) => p.title },
                    { id: 'units', label: words.units, cell: (p) => p.units.join('、') },
                    { id: 'from', label: words.since, cell: (p) => `${p.from} ${words.until} ${p.to ?? words.today}` },
                  ]}
                />
              </div>
            )
          }
        </Ready>
      </Sheet>
    </>
  )
}

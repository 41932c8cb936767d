import { useQuery } from '@tanstack/react-query'
import { DataTable, Mark, Sheet } from '@yundiao/ui'
import { regionsQuery } from '../../api/admin.ts'
import { Ready } from '../../shell/ready.tsx'
import { useWords } from '../../shell/words.ts'

/** Regions in the city's own order; zones are a block of their own and never added to counties. */
export const RegionsSection = () => {
  const words = useWords()
  const query = useQuery(regionsQuery)
  const kinds = {
    nation: words.nation,
    province: words.province,
    city: words.city,
    peer: words.peers,
    county: words.countiesGroup,
    zone: words.zones,
    town: words.towns,
  }
  return (
    <Sheet
      title={words.regions}
      side={<span className="note">{words.regionOrderNote}</span>}
      foot={words.zonesNote}
      flush
    >
      <Ready query={query} rows={14}>
        {(regions) => (
          <div className="sheet-scroll">
            <DataTable
              label={words.regions}
              rows={regions.filter((region) => region.kind !== 'town' && region.kind !== 'peer')}
              rowKey={(region) => region.code}
              groupOf={(region) => ({ key: region.kind, title: kinds[region.kind] })}
              columns={[
                { id: 'order', label: words.order, align: 'right', width: 72, cell: (r) => r.order },
                { id: 'name', label: words.region, cell: (r) => <span className="nw">{r.name}</span> },
                { id: 'code', label: words.code, cell: (r) => <span className="mono">{r.code}</span> },
                {
                  id: 'note',
                  label: words.remarks,
                  cell: (r) =>
                    r.note ? (
                      <span className="note">{r.note}</span>
                    ) : r.kind === 'zone' ? (
                      <Mark word="缺">{words.noCode}</Mark>
                    ) : null,
                },
              ]}
            />
          </div>
        )}
      </Ready>
    </Sheet>
  )
}

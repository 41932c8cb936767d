import { useQuery } from '@tanstack/react-query'
import { regionsQuery } from '../../api/admin.ts'
import { useWords } from '../../shell/words.ts'

/** County or zone of an entry; one without belongs to the city and reads 待归属. */
export const RegionField = ({ value, onChange }: { value: string; onChange: (code: string) => void }) => {
  const words = useWords()
  const regions = useQuery(regionsQuery)
  const places = (regions.data ?? []).filter((region) => ['city', 'county', 'zone'].includes(region.kind))
  return (
    <label>
      {words.region}
      <select className="field" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{words.noRegion}</option>
        {places.map((region) => (
          <option key={region.code} value={region.code}>
            {region.name}
          </option>
        ))}
      </select>
    </label>
  )
}

import { useNavigate, useSearch } from '@tanstack/react-router'
import { Chips, SearchBox } from '@yundiao/ui'
import type { FacetField, Facets, ItemFilter } from '../../api/types.ts'
import { useWords } from '../../shell/words.ts'

export type ItemsFilter = {
  filter: ItemFilter
  set: (change: ItemFilter) => void
  clear: () => void
  isNarrowed: boolean
}

/** The filters of the 督办台账 live in the URL: a list can be sent to somebody as it is seen. */
export const useItemsFilter = (): ItemsFilter => {
  const navigate = useNavigate()
  const filter: ItemFilter = useSearch({
    strict: false,
    select: ({ state, unit, leader, due, kind, meeting, q }) => ({ state, unit, leader, due, kind, meeting, q }),
  })
  const set = (change: ItemFilter) =>
    void navigate({ to: '/items', search: (old) => ({ ...old, ...change }), replace: true })
  const clear = () =>
    set({
      state: undefined,
      unit: undefined,
      leader: undefined,
      due: undefined,
      kind: undefined,
      meeting: undefined,
      q: undefined,
    })
  return { filter, set, clear, isNarrowed: Object.values(filter).some(Boolean) }
}

type SelectProps = { field: FacetField; label: string; any: string; facets: Facets | undefined; held: ItemsFilter }

/** One filter with how many items each choice would leave. */
const FacetSelect = ({ field, label, any, facets, held }: SelectProps) => {
  const choices = facets?.[field] ?? []
  const value = held.filter[field] ?? ''
  const isGone = value !== '' && facets !== undefined && !choices.some((choice) => choice.key === value)
  return (
    <select
      className="field search"
      aria-label={label}
      value={value}
      onChange={(event) => held.set({ [field]: event.target.value || undefined })}
    >
      <option value="">{any}</option>
      {isGone ? <option value={value}>{value}</option> : null}
      {choices.map((choice) => (
        <option key={choice.key} value={choice.key}>
          {choice.label}（{choice.count}）
        </option>
      ))}
    </select>
  )
}

const FacetChips = ({ field, label, facets, held }: Omit<SelectProps, 'any'>) => (
  <Chips
    label={label}
    options={facets?.[field] ?? []}
    value={held.filter[field] ?? null}
    onChange={(key) => held.set({ [field]: key ?? undefined })}
  />
)

/** Search and filters over the list: states and dues as chips with their counts, the rest to choose from. */
export const ItemsTools = ({ facets, held }: { facets: Facets | undefined; held: ItemsFilter }) => {
  const words = useWords()
  const common = { facets, held }
  return (
    <>
      <div className="tools pairs noprint">
        <SearchBox
          value={held.filter.q ?? ''}
          label={words.searchItems}
          onSearch={(q) => held.set({ q: q || undefined })}
        />
        <FacetSelect field="unit" label={words.unitsInvolved} any={words.everyUnit} {...common} />
        <FacetSelect field="leader" label={words.leadLeader} any={words.anyLeader} {...common} />
        <FacetSelect field="kind" label={words.basis} any={words.anyBasis} {...common} />
        <FacetSelect field="meeting" label={words.meeting} any={words.anyMeeting} {...common} />
      </div>
      <div className="tools noprint">
        <FacetChips field="state" label={words.handlingState} {...common} />
        <span className="bar-between" aria-hidden="true" />
        <FacetChips field="due" label={words.dueChips} {...common} />
      </div>
    </>
  )
}

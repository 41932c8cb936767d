import { Chips, SearchBox } from '@yundiao/ui'
import type { EvaluationView } from '../../api/types.ts'
import { useWords } from '../../shell/words.ts'
import { choicesOf, gradeKey } from './rank-rows.ts'
import type { HeldFilter } from './use-ranking-filter.ts'

type Choice = { key: string; label: string; count: number }

const FEWEST = 2

const Choose = ({
  any,
  value,
  choices,
  onChoose,
}: {
  any: string
  value: string | undefined
  choices: readonly Choice[]
  onChoose: (key: string) => void
}) =>
  choices.length < FEWEST || choices.every(({ count }) => count === 1) ? null : (
    <select
      className="field search"
      aria-label={any}
      value={value ?? ''}
      onChange={({ target }) => onChoose(target.value)}
    >
      <option value="">{any}</option>
      {choices.map(({ key, label, count }) => (
        <option key={key} value={key}>
          {label}（{count}）
        </option>
      ))}
    </select>
  )

const named = (text: string | null) => (text ? { key: text, label: text } : null)

/** Grades with their counts, 临界, where, what and by name. */
export const RankingTools = ({ view, held }: { view: EvaluationView; held: HeldFilter }) => {
  const words = useWords()
  const { rows, grading } = view
  const { filter, set } = held
  const near = rows.filter((row) => row.near !== null).length
  const own = rows.filter((row) => row.own).length
  const grades = choicesOf(rows, (row) => ({ key: gradeKey(row), label: gradeKey(row) }))
  const order = [...grading.counts.map(({ grade }) => grade), ...grades.map(({ key }) => key)]
  const inOrder = [...new Set(order)].flatMap((grade) => grades.find(({ key }) => key === grade) ?? [])
  return (
    <div className="tools">
      {grading.counts.length > 0 ? (
        <Chips
          label={words.evGrade}
          value={filter.grade ?? null}
          onChange={(grade) => set({ grade: grade ?? undefined })}
          options={inOrder}
        />
      ) : null}
      {own > 0 && own < rows.length ? (
        <Chips
          label={words.evOwnOnly}
          value={filter.own ? 'own' : null}
          onChange={(key) => set({ own: key !== null })}
          options={[{ key: 'own', label: words.evOwnOnly, count: own }]}
        />
      ) : null}
      {near > 0 ? (
        <Chips
          label={words.evNearOnly}
          value={filter.near ? 'near' : null}
          onChange={(key) => set({ near: key !== null })}
          options={[{ key: 'near', label: words.evNearOnly, count: near }]}
        />
      ) : null}
      <Choose
        any={words.evAnyRegion}
        value={filter.region}
        onChoose={(region) => set({ region })}
        choices={choicesOf(rows, ({ region }) => region && { key: region.code, label: region.name })}
      />
      <Choose
        any={words.evAnyPark}
        value={filter.park}
        onChoose={(park) => set({ park })}
        choices={choicesOf(rows, ({ park }) => named(park))}
      />
      <Choose
        any={words.evAnyIndustry}
        value={filter.industry}
        onChoose={(industry) => set({ industry })}
        choices={choicesOf(rows, ({ industry }) => named(industry))}
      />
      <SearchBox value={filter.q ?? ''} label={words.filter} onSearch={(q) => set({ q })} />
    </div>
  )
}

import { Button, fill } from '@yundiao/ui'
import { useEffect, useState } from 'react'
import type { SchemeItem } from '../../api/types.ts'
import { useWords } from '../../shell/words.ts'
import { setWeight, type Tenths } from './balance-weights.ts'

const TENTH = 10
const WHOLE = 1000

export type Editing = { tenths: Tenths; held: ReadonlySet<string> }

type SliderProps = {
  item: SchemeItem
  first: number
  editing: Editing
  onEdit: (editing: Editing) => void
}

const percent = (tenths: number): string => String(tenths / TENTH)

/** Typed as text until it is a number, so that a decimal point may be written. */
const NumberBox = ({ label, value, onValue }: { label: string; value: number; onValue: (tenths: number) => void }) => {
  const [text, setText] = useState(percent(value))
  useEffect(() => setText((old) => (Number(old) * TENTH === value ? old : percent(value))), [value])
  const read = (typed: string) => {
    setText(typed)
    const number = Number(typed)
    if (typed.trim() !== '' && Number.isFinite(number)) onValue(Math.round(number * TENTH))
  }
  return (
    <input
      className="field"
      aria-label={label}
      inputMode="decimal"
      maxLength={5}
      value={text}
      onChange={({ target }) => read(target.value)}
      onBlur={() => setText(percent(value))}
    />
  )
}

const Slider = ({ item, first, editing, onEdit }: SliderProps) => {
  const words = useWords()
  const { tenths, held } = editing
  const value = tenths[item.code] ?? 0
  const set = (asked: number) => onEdit({ held, tenths: setWeight(tenths, item.code, asked, held) })
  const isHeld = held.has(item.code)
  const toggle = () => {
    const next = new Set(held)
    if (!next.delete(item.code)) next.add(item.code)
    onEdit({ tenths, held: next })
  }
  return (
    <tr className={value === first ? undefined : 'moved'}>
      <th scope="row">
        {item.name}
        {item.direction === -1 ? <small>{words.evLessIsBetter}</small> : null}
        {item.inputs.length === 0 ? <small>{words.evNoData}</small> : null}
      </th>
      <td>
        <input
          type="range"
          min={0}
          max={WHOLE}
          step={5}
          value={value}
          aria-label={fill(words.evWeightOf, { name: item.name })}
          aria-valuetext={`${percent(value)}%`}
          onChange={({ target }) => set(Number(target.value))}
        />
      </td>
      <td className="nw">
        <NumberBox label={fill(words.evWeightOf, { name: item.name })} value={value} onValue={set} />%
      </td>
      <td className="r nw muted">{percent(first)}</td>
      <td className="c">
        <input
          type="checkbox"
          checked={isHeld}
          aria-label={fill(words.evHoldWeight, { name: item.name })}
          onChange={toggle}
        />
      </td>
    </tr>
  )
}

type WeightSlidersProps = {
  items: readonly SchemeItem[]
  first: Tenths
  editing: Editing
  onEdit: (editing: Editing) => void
}

/** A weight each; they always add to 100: what one takes, the others that are not held give. */
export const WeightSliders = ({ items, first, editing, onEdit }: WeightSlidersProps) => {
  const words = useWords()
  return (
    <>
      <table className="t weights">
        <thead>
          <tr>
            <th scope="col">{words.evIndicator}</th>
            <th scope="col">{words.evWeight}</th>
            <th scope="col">%</th>
            <th scope="col" className="r">
              {words.evWeightWas}
            </th>
            <th scope="col" className="c">
              {words.evHeld}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Slider key={item.code} item={item} first={first[item.code] ?? 0} editing={editing} onEdit={onEdit} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            <td />
            <td>
              <b>{percent(Object.values(editing.tenths).reduce((a, b) => a + b, 0))}</b>%
            </td>
            <td className="r muted">100</td>
            <td />
          </tr>
        </tfoot>
      </table>
      <p className="note">
        {words.evWeightsNote}{' '}
        <Button small onClick={() => onEdit({ tenths: first, held: new Set() })}>
          {words.evWeightsBack}
        </Button>
      </p>
    </>
  )
}

import { Link } from '@tanstack/react-router'
import { DataTable } from '@yundiao/ui'
import { useState } from 'react'
import type { UnitShift } from '../../api/types.ts'
import { useWords } from '../../shell/words.ts'
import { placesText, shiftText } from './score-text.ts'

const FIRST_SHOWN = 30

type ShiftTableProps = { label: string; run: string; units: readonly UnitShift[] }

/** Who moves and how far, most first. */
export const ShiftTable = ({ label, run, units }: ShiftTableProps) => {
  const words = useWords()
  const [all, setAll] = useState(false)
  const shown = all ? units : units.slice(0, FIRST_SHOWN)
  return (
    <>
      <div className="sheet-scroll">
        <DataTable
          label={label}
          className="ruled fit"
          rows={shown}
          rowKey={({ unit }) => unit}
          columns={[
            {
              id: 'name',
              label: words.evUnit,
              width: 190,
              frozen: 'always',
              cell: ({ unit, name }) => (
                <Link to="/evaluation/$id/units/$unit" params={{ id: run, unit }}>
                  {name}
                </Link>
              ),
            },
            {
              id: 'rank',
              label: words.evRank,
              align: 'right',
              cell: ({ rank }) => <span className="nw">{shiftText(rank)}</span>,
            },
            {
              id: 'places',
              label: words.evPlaces,
              align: 'right',
              cell: ({ places }) => <span className="nw">{placesText(places)}</span>,
            },
            {
              id: 'grade',
              label: words.evGrade,
              cell: ({ grade, grades }) => (
                <span className="nw">
                  {shiftText(grade)}
                  {grades === null || grades === 0 ? null : (
                    <span className="note"> {grades > 0 ? words.evGradeUp : words.evGradeDown}</span>
                  )}
                </span>
              ),
            },
          ]}
        />
      </div>
      {units.length > shown.length ? (
        <div className="more-row">
          <button type="button" className="btn small" onClick={() => setAll(true)}>
            {words.showAll}（{units.length}）
          </button>
        </div>
      ) : null}
    </>
  )
}

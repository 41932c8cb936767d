import { Mark, Scroll, Sheet } from '@yundiao/ui'
import type { OutlookChosen } from '../../../api/types.ts'
import { useWords } from '../../../shell/words.ts'

/** Single months and quarters out of cumulative releases, or why there are none. */
export const SinglesTable = ({ singles }: { singles: OutlookChosen['singles'] }) => {
  const words = useWords()
  if (singles.rows.length === 0 && singles.why === null) return null
  return (
    <Sheet title={words.outlookSingles} side={<Mark word="测算" />} flush={singles.rows.length > 0}>
      {singles.rows.length === 0 ? (
        <p className="note">{singles.why}</p>
      ) : (
        <Scroll label={words.outlookSingles}>
          <table className="t" aria-label={words.outlookSingles}>
            <thead>
              <tr>
                <th scope="col">{words.outlookPeriod}</th>
                <th scope="col" className="r">
                  {words.outlookValue}
                </th>
                <th scope="col">{words.outlookFormula}</th>
              </tr>
            </thead>
            <tbody>
              {singles.rows.map((row) => (
                <tr key={row.period}>
                  <td>{row.periodWords}</td>
                  <td className="r nw">{row.shown}</td>
                  <td>{row.formula}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </Sheet>
  )
}

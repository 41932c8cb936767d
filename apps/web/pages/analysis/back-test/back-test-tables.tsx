import { showNumber } from '@yundiao/kernel'
import { fill, Scroll, Sheet } from '@yundiao/ui'
import type { BackTestSummary, BackTestView } from '../../../api/types.ts'
import { useWords } from '../../../shell/words.ts'

export const percent = (share: number): string => `${showNumber(share * 100, 1)}%`

/** How groups of forecasts did: intervals, error against as last year, Brier. */
export const SummaryTable = ({ title, rows }: { title: string; rows: readonly BackTestSummary[] }) => {
  const words = useWords()
  return (
    <Sheet title={title} flush>
      <Scroll label={title}>
        <table className="t named" aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{words.btGroup}</th>
              {[words.btForecasts, words.btCoverage, words.btRatio, words.btBrierHead, words.btNaiveBrier].map(
                (head) => (
                  <th key={head} scope="col" className="r">
                    {head}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.label}>
                <td>{row.label}</td>
                <td className="r">{row.forecasts}</td>
                <td className="r">{percent(row.coverage80)}</td>
                <td className="r">{showNumber(row.ratio, 2)}</td>
                <td className="r">{showNumber(row.brier, 3)}</td>
                <td className="r">{showNumber(row.naiveBrier, 3)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Sheet>
  )
}

/** Cases enough to say that a class is off. */
const FEWEST = 30

/** Off by more than a tenth, on cases enough to say so. */
export const isBiased = ({ said, cameTrue, count }: BackTestView['reliability'][number]): boolean =>
  count >= FEWEST && Math.abs(said - cameTrue) > 0.1

const useReading = () => {
  const words = useWords()
  return (row: BackTestView['reliability'][number]): string => {
    if (row.count < FEWEST) return words.btFew
    if (!isBiased(row)) return words.btNear
    return row.said > row.cameTrue ? words.btHigh : words.btLow
  }
}

/** What came true of every class of probability, and whether it may be relied on. */
export const ReliabilityTable = ({ rows }: { rows: BackTestView['reliability'] }) => {
  const words = useWords()
  const reading = useReading()
  return (
    <Scroll label={words.btReliability}>
      <table className="t" aria-label={words.btReliability}>
        <thead>
          <tr>
            <th scope="col">{words.btSaid}</th>
            <th scope="col" className="r">
              {words.btCount}
            </th>
            <th scope="col" className="r">
              {words.btCameTrue}
            </th>
            <th scope="col">{words.btReading}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.from}>
              <td className="nw">{`${showNumber(row.from * 100, 0)}%—${showNumber(row.to * 100, 0)}%`}</td>
              <td className="r">{row.count}</td>
              <td className="r">{percent(row.cameTrue)}</td>
              <td>{reading(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

/** The stretch tuned on one half of the series and tested on the other. */
export const HalvesTable = ({ halves, usualStretch }: Pick<BackTestView, 'halves' | 'usualStretch'>) => {
  const words = useWords()
  return (
    <Sheet title={words.btHalves}>
      <p className="note">{fill(words.btHalvesNote, { usual: showNumber(usualStretch, 1) })}</p>
      <Scroll label={words.btHalves}>
        <table className="t named" aria-label={words.btHalves}>
          <thead>
            <tr>
              <th scope="col">{words.btGroup}</th>
              <th scope="col">{words.btTunedOn}</th>
              {[words.btStretch, words.btTuned, words.btHeld, words.btHeldBrier, words.btNaiveBrier].map((head) => (
                <th key={head} scope="col" className="r">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {halves.map((one) => (
              <tr key={one.label}>
                <td className="nw">{one.label}</td>
                <td>{one.tunedOn}</td>
                <td className="r">{showNumber(one.stretch, 2)}</td>
                <td className="r">{percent(one.tunedCoverage80)}</td>
                <td className="r">{percent(one.heldCoverage80)}</td>
                <td className="r">{showNumber(one.heldBrier, 3)}</td>
                <td className="r">{showNumber(one.heldNaiveBrier, 3)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Sheet>
  )
}

import { showNumber } from '@yundiao/kernel'
import { fill, Scroll, Sheet } from '@yundiao/ui'
import type { OutlookForecast } from '../../../api/types.ts'
import { useWords } from '../../../shell/words.ts'

const percent = (share: number): string => `${Math.round(share * 100)}%`

/** How every method did from earlier origins, the seasonal naive always among them. */
export const AccuracyTable = ({ forecast }: { forecast: OutlookForecast }) => {
  const words = useWords()
  const { accuracy, unitError, stretch } = forecast
  const origins = Math.max(...accuracy.map((one) => one.origins))
  return (
    <Sheet
      title={words.outlookAccuracy}
      foot={fill(words.outlookAccuracyFoot, { n: origins, stretch: showNumber(stretch, 2) })}
      flush
    >
      <Scroll label={words.outlookAccuracy}>
        <table className="t" aria-label={words.outlookAccuracy}>
          <thead>
            <tr>
              <th scope="col">{words.outlookMethod}</th>
              <th scope="col" className="r">
                {words.outlookMae} <small>{unitError}</small>
              </th>
              <th scope="col" className="r">
                {words.outlookRatio}
              </th>
              <th scope="col" className="r opt">
                {words.outlookRmse} <small>{unitError}</small>
              </th>
              <th scope="col" className="r opt">
                {words.outlookCoverage}
              </th>
            </tr>
          </thead>
          <tbody>
            {accuracy.map((one) => (
              <tr key={one.method}>
                <td>
                  {one.chosen ? <b>{one.words}</b> : one.words}
                  {one.chosen ? ` · ${words.outlookTaken}` : ''}
                </td>
                <td className="r">{showNumber(one.mae, 2)}</td>
                <td className="r">{one.ratio === null ? '—' : showNumber(one.ratio, 2)}</td>
                <td className="r opt">{showNumber(one.rmse, 2)}</td>
                <td className="r opt">{percent(one.coverage80)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Sheet>
  )
}

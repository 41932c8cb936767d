import { useQuery } from '@tanstack/react-query'
import { dayInWords, type LocalDate, showNumber } from '@yundiao/kernel'
import { fill, Sheet } from '@yundiao/ui'
import { backTestQuery } from '../../api/outlook.ts'
import type { BackTestView as Made } from '../../api/types.ts'
import { Ready } from '../../shell/ready.tsx'
import { useWords } from '../../shell/words.ts'
import { HalvesTable, isBiased, percent, ReliabilityTable, SummaryTable } from './back-test/back-test-tables.tsx'
import { ReliabilityChart } from './back-test/reliability-chart.tsx'
import type { ViewProps } from './view-props.ts'

const Lead = ({ made }: { made: Made }) => {
  const words = useWords()
  const { total } = made
  const biased = made.reliability.filter(isBiased).map((row) => row.words)
  return (
    <Sheet>
      <p>{fill(words.btLead, { from: made.from, to: made.to, series: made.series, n: total.forecasts })}</p>
      <p>
        {fill(words.btHits, { hit: percent(total.coverage80) })}
        {fill(words.btError, { ratio: `${showNumber(total.ratio * 100, 0)}%` })}
        {fill(words.btBrier, { brier: showNumber(total.brier, 2), naive: showNumber(total.naiveBrier, 2) })}
      </p>
      {biased.length > 0 ? (
        <p>
          {fill(words.btBias, { words: biased.join('；') })}
          {fill(words.btRises, { said: percent(made.rises.said), came: percent(made.rises.cameTrue) })}
        </p>
      ) : null}
    </Sheet>
  )
}

/** 预测回测: how forecasts made as of past days did on the national series, so that 可能性 can be trusted or not. */
export const BackTestView = (_: ViewProps) => {
  const words = useWords()
  const query = useQuery(backTestQuery)
  return (
    <Ready query={query} rows={16}>
      {(made) => (
        <div className="col">
          <Lead made={made} />
          <div className="two">
            <div className="col">
              <Sheet title={words.btReliability} flush>
                <ReliabilityTable rows={made.reliability} />
              </Sheet>
            </div>
            <div className="col">
              <ReliabilityChart rows={made.reliability} />
            </div>
          </div>
          <SummaryTable title={words.btSets} rows={[...made.sets, made.total]} />
          <HalvesTable halves={made.halves} usualStretch={made.usualStretch} />
          <SummaryTable title={words.btByStep} rows={made.byStep} />
          <SummaryTable title={words.btBySeries} rows={made.bySeries} />
          <SummaryTable title={words.btByMethod} rows={made.byMethod} />
          <p className="note">
            {fill(words.btMade, {
              day: dayInWords(made.madeOn as LocalDate),
              hash: made.inputs.slice(0, 8).toUpperCase(),
            })}
          </p>
        </div>
      )}
    </Ready>
  )
}

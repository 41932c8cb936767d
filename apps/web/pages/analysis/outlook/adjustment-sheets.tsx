import { MINUS, showNumber } from '@yundiao/kernel'
import { Mark, Scroll, Sheet } from '@yundiao/ui'
import type { OutlookAdjusted } from '../../../api/types.ts'
import { useWords } from '../../../shell/words.ts'

/** How a series was adjusted, whether the result is fit for use, and what a reader should know. */
export const AdjustmentSheet = ({ adjusted }: { adjusted: OutlookAdjusted }) => {
  const words = useWords()
  const verdict = (passes: boolean | null): string =>
    passes === null ? words.outlookNotJudged : passes ? words.outlookPass : words.outlookFail
  return (
    <Sheet title={words.outlookAdjustTitle} side={<Mark word="测算" />} foot={words.outlookNotRates}>
      <p>{adjusted.verdict}</p>
      <p className="note">{adjusted.words}</p>
      {adjusted.notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
      <details>
        <summary>{words.outlookMeasures}</summary>
        <p className="note">{words.outlookMeasuresRule}</p>
        <Scroll label={words.outlookMeasures}>
          <table className="t" aria-label={words.outlookMeasures}>
            <thead>
              <tr>
                <th scope="col">{words.outlookMeasure}</th>
                <th scope="col">{words.outlookLooksAt}</th>
                <th scope="col" className="r">
                  {words.outlookValue}
                </th>
                <th scope="col">{words.outlookVerdict}</th>
              </tr>
            </thead>
            <tbody>
              {adjusted.measures.map((one) => (
                <tr key={one.name}>
                  <td>{one.name}</td>
                  <td>{one.words}</td>
                  <td className="r">{one.value === null ? '—' : showNumber(one.value, 2)}</td>
                  <td className="nw">{verdict(one.passes)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </details>
    </Sheet>
  )
}

/** Seasonal factors, a row a year, newest first. */
export const FactorTable = ({ adjusted, title }: { adjusted: OutlookAdjusted; title: string }) => {
  const words = useWords()
  const isMonthly = adjusted.factors[0]?.values.length === 12
  const heads = isMonthly
    ? Array.from({ length: 12 }, (_, i) => `${i + 1}月`)
    : ['一季度', '二季度', '三季度', '四季度']
  const foot = adjusted.isMultiplied ? words.outlookFactorsFoot : words.outlookFactorsFootAdd
  return (
    <Sheet title={title} side={<Mark word="测算" />} foot={foot} flush>
      <Scroll label={title}>
        <table className="t" aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{words.outlookYear}</th>
              {heads.map((head) => (
                <th key={head} scope="col" className="r">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {adjusted.factors.map(({ year, values }) => (
              <tr key={year}>
                <td>{year}</td>
                {heads.map((head, i) => {
                  const value = values[i] ?? null
                  return (
                    <td key={head} className="r">
                      {value === null ? '' : showNumber(value, 1, { minus: MINUS })}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Sheet>
  )
}

import { Empty } from '@yundiao/ui'
import type { HistoryLine } from '../api/types.ts'
import { useWords } from './words.ts'

const CLOCK = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

/** An instant on the city's clock, whatever the browser's zone. */
export const instant = (at: string): string => CLOCK.format(new Date(at))

/** Who did what and when, newest first, with each value before → after. */
export const History = ({ lines }: { lines: readonly HistoryLine[] }) => {
  const words = useWords()
  if (lines.length === 0) return <Empty>{words.noHistory}</Empty>
  return (
    <ol className="steps">
      {lines.map((line) => (
        <li key={`${line.at}/${line.what}/${line.by}`} className="done">
          <time dateTime={line.at}>{instant(line.at)}</time>
          <span className="by">{line.by}</span>
          {line.what}
          {line.lines.map((text) => (
            <span key={text} className="line">
              {text}
            </span>
          ))}
        </li>
      ))}
    </ol>
  )
}

import { Empty, instant } from '@yundiao/ui'
import type { HistoryLine } from '../api/types.ts'
import { useWords } from './words.ts'

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

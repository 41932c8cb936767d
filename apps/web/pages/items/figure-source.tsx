import { useQuery } from '@tanstack/react-query'
import { passportQuery } from '../../api/figures.ts'
import { useOn } from '../../shell/on-day.ts'
import { useWords } from '../../shell/words.ts'

/** 出处 of a figure in one line: who published it, file and cell or how it was told, and when it was known. */
export const FigureSource = ({ figure }: { figure: string }) => {
  const words = useWords()
  const { data } = useQuery(passportQuery(figure, useOn()))
  if (!data) return <span className="note">…</span>
  const { source } = data
  const place =
    source.kind === 'cell'
      ? `${source.fileName} ${source.cell}${source.date ? ` ${source.date}` : ''}`
      : source.lines.join(' ')
  return (
    <span className="note source">
      {words.figureSource}：{data.originLabel} · {place} · {words.knownOn} {data.knownOn} · {data.release.label}
    </span>
  )
}

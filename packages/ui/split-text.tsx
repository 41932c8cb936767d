import { useEffect, useRef } from 'react'
import { keepInView } from './keep-in-view.ts'
import { type Span, splitLines } from './split-spans.ts'

type SplitTextProps = {
  text: string
  spans: readonly (Span & { number?: number })[]
  current: string | null
  onPick: (id: string) => void
  label: string
}

/** The original, verbatim and in serif, with the clauses highlighted and linked; the one in hand scrolls into view. */
export const SplitText = ({ text, spans, current, onPick, label }: SplitTextProps) => {
  const article = useRef<HTMLElement>(null)
  const numbers = new Map(spans.map((span) => [span.id, span.number]))
  useEffect(() => {
    if (current === null) return
    const mark = article.current?.querySelector<HTMLElement>(`[data-span="${CSS.escape(current)}"]`)
    if (mark && article.current) keepInView(article.current, mark, article.current.clientHeight / 3)
  }, [current])
  const seen = new Set<string>()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <article ref={article} className="original serif" aria-label={label} tabIndex={0} lang="zh">
      {splitLines(text, spans).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a fixed text
        <p key={index}>
          {line.map((piece) => {
            if (piece.id === null) return piece.text
            const first = !seen.has(piece.id)
            seen.add(piece.id)
            const id = piece.id
            return (
              <mark key={piece.start} data-span={id} className={id === current ? 'on' : undefined}>
                {first ? <sup>{numbers.get(id)}</sup> : null}
                <a
                  href={`#clause-${id}`}
                  tabIndex={-1}
                  onClick={(event) => {
                    event.preventDefault()
                    onPick(id)
                  }}
                >
                  {piece.text}
                </a>
              </mark>
            )
          })}
        </p>
      ))}
    </article>
  )
}

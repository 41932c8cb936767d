import { useId } from 'react'
import { CALC, Hatches, INK } from './fan-ink.tsx'

export type FanLegendWords = {
  history: string
  mean: string
  band80: string
  band95: string
  adjusted: string
  naive: string
  target: string
}

/** The legend of a fan, in words and shapes; only what is drawn. */
export const FanLegend = ({
  words,
  shows,
}: {
  words: FanLegendWords
  shows: { fan: boolean; adjusted: boolean; target: boolean }
}) => (
  <span className="note legend">
    <span>
      <svg viewBox="0 0 18 12" aria-hidden="true">
        <path d="M1 6h16" stroke={INK} strokeWidth="1.5" />
        <circle cx="9" cy="6" r="3" fill={INK} />
      </svg>
      {words.history}
    </span>
    {shows.fan ? <FanKeys words={words} /> : null}
    {shows.adjusted ? (
      <span>
        <svg viewBox="0 0 18 12" aria-hidden="true">
          <path d="M1 6h16" stroke={CALC} strokeWidth="2" strokeDasharray="6 4" />
        </svg>
        {words.adjusted}
      </span>
    ) : null}
    {shows.target ? (
      <span>
        <svg viewBox="0 0 18 12" aria-hidden="true">
          <path d="M0 6h18" stroke="#b3261e" strokeWidth="1.5" strokeDasharray="8 3 2 3" />
        </svg>
        {words.target}
      </span>
    ) : null}
  </span>
)

const FanKeys = ({ words }: { words: FanLegendWords }) => {
  const id = useId()
  return (
    <>
      <span>
        <svg viewBox="0 0 18 12" aria-hidden="true">
          <path d="M1 6h16" stroke={CALC} strokeWidth="2" />
          <rect x="6" y="3" width="6" height="6" fill="#fff" stroke={CALC} strokeWidth="1.5" />
        </svg>
        {words.mean}
      </span>
      {(['80', '95'] as const).map((level) => (
        <span key={level}>
          <svg viewBox="0 0 18 12" aria-hidden="true">
            <Hatches id={id} />
            <rect x="0.5" y="0.5" width="17" height="11" fill={`url(#${id}-${level})`} stroke="#5f959d" />
          </svg>
          {level === '80' ? words.band80 : words.band95}
        </span>
      ))}
      <span>
        <svg viewBox="0 0 18 12" aria-hidden="true">
          <path d="M6 3l6 6m0 -6l-6 6" stroke="#46505c" strokeWidth="1.5" />
        </svg>
        {words.naive}
      </span>
    </>
  )
}

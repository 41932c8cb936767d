import type { MeetingView } from '../../api/types.ts'
import { useWords } from '../../shell/words.ts'

/** 等我办: what stands open, each with the page where it is done. */
export const WaitingFoot = ({ waiting }: { waiting: MeetingView['waiting'] }) => {
  const words = useWords()
  return (
    <section className="waiting noprint" aria-label={words.waiting}>
      <b>{words.waiting}</b>
      {waiting.length === 0 ? <span className="muted">{words.nothingWaiting}</span> : null}
      {waiting.map((one) => (
        <a key={one.href + one.label} href={one.href}>
          {one.label} {one.count}
        </a>
      ))}
    </section>
  )
}

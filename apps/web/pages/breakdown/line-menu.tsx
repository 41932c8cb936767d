import { fill } from '@yundiao/ui'
import { useEffect, useRef } from 'react'
import { useWords } from '../../shell/words.ts'
import { DECLINE_REASONS } from './decline-reasons.ts'
import type { LineActs } from './use-line-acts.ts'

export type MenuPlace = { x: number; y: number }

type MenuProps = {
  at: MenuPlace
  acts: LineActs
  onSplit: (() => void) | null
  onOther: () => void
  onClose: () => void
}

const step = (menu: HTMLElement | null, by: number) => {
  const items = [...(menu?.querySelectorAll<HTMLElement>('button:not(:disabled)') ?? [])]
  const now = items.indexOf(document.activeElement as HTMLElement)
  items[(now + by + items.length) % items.length]?.focus()
}

/** What can be done with the selected lines, where the mouse asked for it; arrows and Enter work too. */
export const LineMenu = ({ at, acts, onSplit, onOther, onClose }: MenuProps) => {
  const words = useWords()
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const back = document.activeElement
    menu.current?.querySelector<HTMLElement>('button:not(:disabled)')?.focus()
    const outside = (event: MouseEvent) => {
      if (!menu.current?.contains(event.target as Node)) onClose()
    }
    document.addEventListener('mousedown', outside)
    return () => {
      document.removeEventListener('mousedown', outside)
      if (back instanceof HTMLElement) back.focus({ preventScroll: true })
    }
  }, [onClose])
  const entry = (label: string, act: () => void, enabled: boolean) => (
    <button
      key={label}
      type="button"
      role="menuitem"
      disabled={!enabled}
      onClick={() => {
        onClose()
        act()
      }}
    >
      {label}
    </button>
  )
  return (
    <div
      ref={menu}
      className="line-menu"
      role="menu"
      tabIndex={-1}
      style={{ left: Math.min(at.x, window.innerWidth - 240), top: Math.min(at.y, window.innerHeight - 370) }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
        if (event.key === 'ArrowDown') step(menu.current, 1)
        if (event.key === 'ArrowUp') step(menu.current, -1)
        event.stopPropagation()
      }}
    >
      {entry(words.setUp, acts.settle, acts.canSettle)}
      {entry(acts.open.length > 1 ? words.mergeSelected : words.mergeAbove, acts.merge, acts.canMerge)}
      {entry(words.split, onSplit ?? onClose, onSplit !== null)}
      {entry(words.undoLine, acts.undo, acts.canUndo)}
      <p className="note">{fill(words.declineMany, { n: acts.open.length })}</p>
      {DECLINE_REASONS.map((reason) => entry(reason, () => acts.decline(reason), acts.canDecline))}
      {entry(words.otherReasonShort, onOther, acts.canDecline)}
    </div>
  )
}

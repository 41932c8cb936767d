import { useEffect, useRef } from 'react'

export type Hotkeys = Readonly<Record<string, () => void>>

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, select, textarea') || target.closest('dialog') !== null)

/** Single keys of a page. Off while typing, in a dialog, and with Ctrl, Alt or Meta. Enter leaves buttons and links alone. */
export const useHotkeys = (keys: Hotkeys, enabled = true): void => {
  const current = useRef(keys)
  current.current = keys
  useEffect(() => {
    if (!enabled) return
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || isTyping(event.target)) return
      if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.matches('a, button, summary'))
        return
      const act = current.current[event.key.length === 1 ? event.key.toLowerCase() : event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [enabled])
}

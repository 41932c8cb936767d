import type { KeyboardEvent } from 'react'

/** What a press does, by Enter or space, on something drawn that is a button. */
export const onEnter = (act: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' && event.key !== ' ') return
  event.preventDefault()
  act()
}

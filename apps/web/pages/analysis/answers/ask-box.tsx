import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useWords } from '../../../shell/words.ts'
import { optionId } from './question-list.tsx'

type AskProps = {
  typed: string
  current: string | null
  /** Whether the list it controls is there: not in large print. */
  isListed: boolean
  onType: (text: string) => void
  /** Moves by so many questions. */
  onStep: (step: number) => void
  onEnter: () => void
  onEscape: () => void
}

/** Where one types who or what is asked about; the list below answers each key. `/` comes back to it from the page. */
export const AskBox = ({ typed, current, isListed, onType, onStep, onEnter, onEscape }: AskProps) => {
  const words = useWords()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // On a phone the keyboard would cover the answer before anything was asked.
    if (window.matchMedia('(min-width: 700px)').matches) input.current?.focus({ preventScroll: true })
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => onStep(1),
      PageDown: () => onStep(1),
      ArrowUp: () => onStep(-1),
      PageUp: () => onStep(-1),
      Enter: onEnter,
      Escape: onEscape,
    }
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    <input
      ref={input}
      type="search"
      className="field ask"
      data-search=""
      role="combobox"
      aria-expanded={isListed}
      aria-controls={isListed ? 'questions' : undefined}
      aria-autocomplete="list"
      aria-activedescendant={isListed && current !== null ? optionId(current) : undefined}
      aria-label={words.answerAsk}
      placeholder={words.answerAskHint}
      autoComplete="off"
      value={typed}
      onChange={(event) => onType(event.target.value)}
      onKeyDown={onKeyDown}
      onFocus={(event) => event.target.select()}
    />
  )
}

import { useCallback, useEffect, useRef, useState } from 'react'
import { useUiWords } from './language.tsx'

type SearchBoxProps = { value: string; label: string; onSearch: (text: string) => void; delay?: number }

/** What is typed while the box has the focus is the person's: an answer to earlier keys that comes late does not undo it. */
const useTyped = (value: string) => {
  const [text, setText] = useState(value)
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (document.activeElement !== box.current) setText(value)
  }, [value])
  return { text, setText, box }
}

/**
 * Searches as one types, after a pause, and at once when the box is left: a search never comes after what was pressed
 * next. Waits while an input method is composing. `/` reaches it from the page.
 */
export const SearchBox = ({ value, label, onSearch, delay = 300 }: SearchBoxProps) => {
  const words = useUiWords()
  const { text, setText, box } = useTyped(value)
  const composing = useRef(false)
  const told = useRef(value)
  told.current = value
  const search = useRef(onSearch)
  search.current = onSearch
  const tell = useCallback((typed: string) => {
    if (composing.current || typed.trim() === told.current) return
    told.current = typed.trim()
    search.current(told.current)
  }, [])
  useEffect(() => {
    const timer = setTimeout(() => tell(text), delay)
    return () => clearTimeout(timer)
  }, [text, delay, tell])
  return (
    <input
      ref={box}
      type="search"
      className="field search"
      data-search=""
      aria-label={label}
      placeholder={words.search}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => tell(text)}
      onCompositionStart={() => {
        composing.current = true
      }}
      onCompositionEnd={(event) => {
        composing.current = false
        setText(event.currentTarget.value)
        tell(event.currentTarget.value)
      }}
    />
  )
}

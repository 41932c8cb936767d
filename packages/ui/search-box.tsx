import { useEffect, useRef, useState } from 'react'
import { useUiWords } from './language.tsx'

type SearchBoxProps = { value: string; label: string; onSearch: (text: string) => void; delay?: number }

/** Searches as one types, after a pause; waits while an input method is composing. `/` reaches it from the page. */
export const SearchBox = ({ value, label, onSearch, delay = 300 }: SearchBoxProps) => {
  const words = useUiWords()
  const [text, setText] = useState(value)
  const composing = useRef(false)
  const search = useRef(onSearch)
  search.current = onSearch
  useEffect(() => setText(value), [value])
  useEffect(() => {
    if (composing.current || text === value) return
    const timer = setTimeout(() => search.current(text.trim()), delay)
    return () => clearTimeout(timer)
  }, [text, value, delay])
  return (
    <input
      type="search"
      className="field search"
      data-search=""
      aria-label={label}
      placeholder={words.search}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onCompositionStart={() => {
        composing.current = true
      }}
      onCompositionEnd={(event) => {
        composing.current = false
        setText(`${event.currentTarget.value}`)
        search.current(event.currentTarget.value.trim())
      }}
    />
  )
}

import type { ButtonHTMLAttributes, ReactNode } from 'react'

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  primary?: boolean
  small?: boolean
  hotkey?: string
  children: ReactNode
}

export const Button = ({
  primary = false,
  small = false,
  hotkey,
  children,
  className,
  type = 'button',
  ...rest
}: ButtonProps) => (
  <button
    type={type}
    className={['btn', primary && 'primary', small && 'small', className].filter(Boolean).join(' ')}
    {...rest}
  >
    {children}
    {hotkey ? <kbd>{hotkey}</kbd> : null}
  </button>
)

type SegmentProps<Key extends string> = {
  label: string
  options: readonly { key: Key; label: string }[]
  value: Key
  onChange: (key: Key) => void
}

/** Two to four views of the same thing. */
export const Segment = <Key extends string>({ label, options, value, onChange }: SegmentProps<Key>) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a border and a legend into the title bar
  <span className="seg" role="group" aria-label={label}>
    {options.map((option) => (
      <button key={option.key} type="button" aria-pressed={option.key === value} onClick={() => onChange(option.key)}>
        {option.label}
      </button>
    ))}
  </span>
)

type ChipsProps = {
  label: string
  options: readonly { key: string; label: string; count?: number | string }[]
  value: string | null
  onChange: (key: string | null) => void
}

/** Filters or saved views with their count; pressing the chosen one again lets go. */
export const Chips = ({ label, options, value, onChange }: ChipsProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a border and a legend into the row of chips
  <span className="chips" role="group" aria-label={label}>
    {options.map((option) => (
      <button
        key={option.key}
        type="button"
        className="chip"
        aria-pressed={option.key === value}
        onClick={() => onChange(option.key === value ? null : option.key)}
      >
        {option.label}
        {option.count === undefined ? null : <b>{option.count}</b>}
      </button>
    ))}
  </span>
)

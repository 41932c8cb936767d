import { type MouseEvent, type ReactNode, useRef } from 'react'
import { readable } from './field-units.ts'
import type { Compare, Fig } from './figure-types.ts'
import { useUiWords } from './language.tsx'
import { Mark } from './mark.tsx'
import { type PanelContent, useCellTabIndex, usePanel } from './passport-context.ts'

type DoorProps = { content: PanelContent; label: string; className?: string; children: ReactNode }

/** A word or number that opens the floating panel. */
export const Door = ({ content, label, className = 'n', children }: DoorProps) => {
  const panel = usePanel()
  const tabIndex = useCellTabIndex()
  const button = useRef<HTMLButtonElement>(null)
  const open = (event: MouseEvent<HTMLButtonElement>) => {
    event.stopPropagation()
    panel.open(content, event.currentTarget)
  }
  return (
    <button
      ref={button}
      type="button"
      className={className}
      tabIndex={tabIndex}
      aria-label={label}
      aria-haspopup="dialog"
      aria-expanded={panel.anchor !== null && panel.anchor === button.current}
      onClick={open}
    >
      {children}
    </button>
  )
}

type FigureViewProps = {
  fig: Fig | null
  /** What the figure is, for the button's name: 地区生产总值同比增速. */
  label: string
  /** Stands in place of a figure that is not there. */
  hole?: '缺' | '未公布' | '未报送' | '待明确' | null
  withUnit?: boolean
  /** False where the row or sheet bears the mark for all its figures. */
  marked?: boolean
}

/** A figure as a door to its 出处. A hole shows its word, never a blank that could be read as nothing to report. */
export const FigureView = ({ fig, label, hole, withUnit = false, marked = true }: FigureViewProps) => {
  const words = useUiWords()
  if (!fig) return hole ? <Mark word={hole} /> : null
  if (fig.shown === null) {
    return (
      <Door
        content={{ kind: 'figure', ref: fig.ref }}
        label={`${label} ${words.missing} ${words.passport}`}
        className="m gap door"
      >
        {words.missing}
      </Door>
    )
  }
  const text = `${readable(fig.shown)}${withUnit ? fig.unitShown : ''}`
  return (
    <>
      <Door content={{ kind: 'figure', ref: fig.ref }} label={`${label} ${text} ${words.passport}`}>
        {text}
      </Door>
      {marked && (fig.mark === '测算' || fig.mark === '演示') ? <Mark word={fig.mark} /> : null}
    </>
  )
}

const refusalWord = (why: string, pending: string, uncomputed: string): string =>
  why.includes('待明确') ? pending : uncomputed

/** A comparison we computed; the panel gives formula and inputs. A refusal shows a short word and gives its reason. */
export const CompareView = ({
  compare,
  label,
  withUnit = false,
}: {
  compare: Compare
  label: string
  withUnit?: boolean
}) => {
  const words = useUiWords()
  if (compare.kind === 'refused') {
    const word = refusalWord(compare.why, words.pending, words.uncomputed)
    return (
      <Door
        content={{ kind: 'reason', label, text: compare.why }}
        label={`${label} ${word} ${words.why}`}
        className="n refusal"
      >
        {word}
      </Door>
    )
  }
  const text = `${readable(compare.shown)}${withUnit ? compare.unitShown : ''}`
  return (
    <Door
      content={{ kind: 'comparison', label, comparison: compare }}
      label={`${label} ${text} ${words.formula}`}
      className={compare.value < 0 && /[1-9]/.test(compare.shown) ? 'n neg' : 'n'}
    >
      {text}
    </Door>
  )
}

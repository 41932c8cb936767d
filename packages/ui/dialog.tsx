import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useUiWords } from './language.tsx'

type DialogProps = { title: string; onClose: () => void; children: ReactNode; wide?: boolean }

/** A native modal dialog, open as long as it is mounted. Esc closes it; the browser gives the focus back. */
export const Dialog = ({ title, onClose, children, wide = false }: DialogProps) => {
  const words = useUiWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const element = dialog.current
    if (element && !element.open) {
      element.showModal()
      element.querySelector<HTMLElement>('.in :is(input, select, textarea)')?.focus()
    }
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <header>
        <h2 id={id}>{title}</h2>
        <button type="button" className="btn small" onClick={onClose}>
          {words.close} <kbd>Esc</kbd>
        </button>
      </header>
      <div className="in">{children}</div>
    </dialog>
  )
}

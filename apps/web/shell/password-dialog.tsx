import { Dialog } from '@yundiao/ui'
import { type FormEvent, useState } from 'react'
import { changePassword } from '../api/session.ts'
import { FormEnd } from './form-end.tsx'
import { useAct } from './use-act.ts'
import { useWords } from './words.ts'

/** Shortest password; the server decides again. */
export const SHORTEST_PASSWORD = 10

const typed = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** 修改口令: one's own, with the current one; nothing is trimmed. */
export const PasswordDialog = ({ onClose }: { onClose: () => void }) => {
  const words = useWords()
  const [differ, setDiffer] = useState(false)
  const act = useAct(changePassword, { done: words.passwordChanged, close: onClose, inPlace: true })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const next = typed(form, 'next')
    setDiffer(next !== typed(form, 'again'))
    if (next === typed(form, 'again')) act.run({ current: typed(form, 'current'), next })
  }
  const input = (name: string, label: string, autoComplete: string) => (
    <label className="wide">
      {label}
      <input
        className="field"
        name={name}
        type="password"
        autoComplete={autoComplete}
        required
        minLength={name === 'current' ? undefined : SHORTEST_PASSWORD}
      />
    </label>
  )
  return (
    <Dialog title={words.changePassword} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        {input('current', words.currentPassword, 'current-password')}
        {input('next', words.newPassword, 'new-password')}
        {input('again', words.newPasswordAgain, 'new-password')}
        <p className={differ ? 'problem wide' : 'note wide'} role={differ ? 'alert' : undefined}>
          {differ ? words.passwordsDiffer : words.passwordRule}
        </p>
        <FormEnd act={act}>{words.save}</FormEnd>
      </form>
    </Dialog>
  )
}

import { Dialog, fill } from '@yundiao/ui'
import type { FormEvent } from 'react'
import { resetPassword } from '../../api/admin.ts'
import type { UserRow } from '../../api/types.ts'
import { FormEnd } from '../../shell/form-end.tsx'
import { SHORTEST_PASSWORD } from '../../shell/password-dialog.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

/** 重设口令 of another person, shown as it is typed: it is to be handed over. */
export const ResetPasswordDialog = ({ user, onClose }: { user: UserRow; onClose: () => void }) => {
  const words = useWords()
  const act = useAct((password: string) => resetPassword(user.id, password), {
    done: words.resetDone,
    close: onClose,
    inPlace: true,
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const password = new FormData(event.currentTarget).get('password')
    if (typeof password === 'string') act.run(password)
  }
  return (
    <Dialog title={fill(words.resetPasswordOf, { name: user.name })} onClose={onClose}>
      <form className="fields" onSubmit={submit} autoComplete="off">
        <label className="wide">
          {words.newPassword}
          <input
            className="field mono"
            name="password"
            autoComplete="off"
            spellCheck={false}
            required
            minLength={SHORTEST_PASSWORD}
          />
        </label>
        <p className="note wide">{words.resetPasswordNote}</p>
        <FormEnd act={act}>{words.save}</FormEnd>
      </form>
    </Dialog>
  )
}

import { useMutation } from '@tanstack/react-query'
import { ProblemNote } from '@yundiao/ui'
import { type FormEvent, useState } from 'react'
import { problemOf } from '../api/request.ts'
import { signIn } from '../api/session.ts'
import type { Me } from '../api/types.ts'
import { useWords } from './words.ts'

type SignInFormProps = {
  username?: string
  onSignedIn: (me: Me) => void
  picked?: { username: string; password: string } | null
}

export const SignInForm = ({ username = '', onSignedIn, picked = null }: SignInFormProps) => {
  const words = useWords()
  const [name, setName] = useState(picked?.username ?? username)
  const [password, setPassword] = useState(picked?.password ?? '')
  const mutation = useMutation({ mutationFn: signIn, onSuccess: onSignedIn })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    mutation.mutate({ username: name.trim(), password })
  }
  return (
    <form className="sign-in-form" onSubmit={submit}>
      <label>
        {words.username}
        <input
          className="field"
          name="username"
          autoComplete="username"
          required
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <label>
        {words.password}
        <input
          className="field"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </label>
      {mutation.error ? <ProblemNote problem={problemOf(mutation.error)} /> : null}
      <button type="submit" className="btn primary" disabled={mutation.isPending}>
        {words.signIn}
      </button>
    </form>
  )
}

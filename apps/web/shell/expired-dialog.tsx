import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Dialog } from '@yundiao/ui'
import type { Me } from '../api/types.ts'
import { setExpired, useExpired } from './expiry.ts'
import { useMe } from './session.ts'
import { SignInForm } from './sign-in-form.tsx'
import { useWords } from './words.ts'

/** Signing in again over the page as it stands: nothing typed is lost. Another person gets a fresh page instead. */
export const ExpiredDialog = () => {
  const words = useWords()
  const me = useMe()
  const isExpired = useExpired()
  const queries = useQueryClient()
  const navigate = useNavigate()
  if (!isExpired) return null
  const leave = () => {
    const back = window.location.pathname + window.location.search
    setExpired(false)
    queries.clear()
    void navigate({ to: '/sign-in', search: { back } })
  }
  const onSignedIn = (next: Me) => {
    setExpired(false)
    if (next.id !== me.id) {
      window.location.reload()
      return
    }
    queries.setQueryData(['me'], next)
    void queries.invalidateQueries()
  }
  return (
    <Dialog title={words.expiredTitle} onClose={leave}>
      <p>{words.expiredKept}</p>
      <SignInForm username={me.username} onSignedIn={onSignedIn} />
    </Dialog>
  )
}

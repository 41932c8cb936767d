import { useQueryClient } from '@tanstack/react-query'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { AsOfPicker, useToasts } from '@yundiao/ui'
import { useEffect, useState } from 'react'
import { problemOf } from '../api/request.ts'
import { signOut } from '../api/session.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { useOn, useSetOn } from './on-day.ts'
import { PasswordDialog } from './password-dialog.tsx'
import { useMe } from './session.ts'
import { useWords } from './words.ts'

const Tabs = () => {
  const words = useWords()
  const path = useLocation({ select: (location) => location.pathname })
  const tabs = [
    { to: '/meetings/current', at: ['/meetings'], label: words.meetings },
    { to: '/figures', at: ['/figures'], label: words.figures },
    { to: '/analysis', at: ['/analysis'], label: words.analysis },
    { to: '/items', at: ['/items', '/documents'], label: words.items },
    { to: '/ledgers', at: ['/ledgers'], label: words.ledgers },
    { to: '/evaluation', at: ['/evaluation'], label: words.evaluation },
    { to: '/papers', at: ['/papers'], label: words.papers },
    { to: '/rules', at: ['/rules'], label: words.rules },
    { to: '/admin/users', at: ['/admin'], label: words.admin },
  ]
  return (
    <nav className="nav" aria-label={words.mainNavigation}>
      {tabs.map((tab) => (
        <Link
          key={tab.to}
          to={tab.to}
          aria-current={tab.at.some((start) => path.startsWith(start)) ? 'page' : undefined}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  )
}

const UserMenu = ({ onChangePassword }: { onChangePassword: () => void }) => {
  const words = useWords()
  const me = useMe()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const toasts = useToasts()
  const leave = () => {
    signOut()
      .then(async () => {
        await navigate({ to: '/sign-in', search: {} })
        queries.clear()
      })
      .catch((error: unknown) => toasts.fault(problemOf(error)))
  }
  return (
    <details className="user">
      <summary>{me.name} ▾</summary>
      <div className="drop">
        <b>{me.name}</b>
        <span className="muted">{[me.unit?.name, me.region?.name, me.roleLabel].filter(Boolean).join(' · ')}</span>
        <button type="button" className="btn small" onClick={onChangePassword}>
          {words.changePassword}
        </button>
        <button type="button" className="btn small" onClick={leave}>
          {words.signOut}
        </button>
      </div>
    </details>
  )
}

/** An open menu of the bar folds when the press falls elsewhere. */
const useFoldOutside = () => {
  useEffect(() => {
    const onPress = (event: PointerEvent) => {
      for (const menu of document.querySelectorAll<HTMLDetailsElement>('.top details[open]'))
        if (!menu.contains(event.target as Node)) menu.open = false
    }
    document.addEventListener('pointerdown', onPress)
    return () => document.removeEventListener('pointerdown', onPress)
  }, [])
}

/** 运调, the tabs, 截至, the language and the person. */
export const TopBar = () => {
  const me = useMe()
  const on = useOn()
  const setOn = useSetOn()
  const [changing, setChanging] = useState(false)
  useFoldOutside()
  return (
    <>
      <header className="top">
        <Link to="/" className="brand">
          运调<small>{me.city.name}</small>
        </Link>
        <Tabs />
        <div className="top-right">
          <AsOfPicker on={on ?? null} businessDay={me.businessDay} onChange={setOn} />
          <LanguageSwitch />
          <UserMenu onChangePassword={() => setChanging(true)} />
        </div>
      </header>
      {changing ? <PasswordDialog onClose={() => setChanging(false)} /> : null}
    </>
  )
}

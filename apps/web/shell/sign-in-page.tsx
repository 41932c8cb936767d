import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { DataTable, Sheet } from '@yundiao/ui'
import { useState } from 'react'
import { openQuery } from '../api/session.ts'
import type { Me, Open } from '../api/types.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { Ready } from './ready.tsx'
import { safeBack } from './search.ts'
import { SignInForm } from './sign-in-form.tsx'
import { useWords } from './words.ts'

type Account = NonNullable<Open['accounts']>[number]

const Accounts = ({ accounts, onPick }: { accounts: Account[]; onPick: (account: Account) => void }) => {
  const words = useWords()
  return (
    <Sheet title={words.demoAccounts} flush>
      <p className="demo-band">{words.demoAccountsNote}</p>
      <div className="scroll">
        <DataTable
          label={words.demoAccounts}
          rows={accounts}
          rowKey={(account) => account.username}
          onOpen={onPick}
          columns={[
            { id: 'role', label: words.role, cell: (a) => a.roleLabel },
            { id: 'name', label: words.name, cell: (a) => a.name, optional: true },
            { id: 'user', label: words.username, cell: (a) => <span className="mono">{a.username}</span> },
            {
              id: 'password',
              label: words.password,
              cell: (a) => <span className="mono">{a.password}</span>,
              optional: true,
            },
            {
              id: 'use',
              label: words.act,
              cell: (a) => (
                <button
                  type="button"
                  className="btn small"
                  onClick={() => onPick(a)}
                  aria-label={`${words.fillIn} ${a.roleLabel} ${a.username}`}
                >
                  {words.fillIn}
                </button>
              ),
            },
          ]}
        />
      </div>
    </Sheet>
  )
}

export const SignInPage = () => {
  const words = useWords()
  const open = useQuery(openQuery)
  const back = useSearch({ strict: false, select: (search) => search.back })
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [picked, setPicked] = useState<Account | null>(null)
  const onSignedIn = (me: Me) => {
    queries.clear()
    queries.setQueryData(['me'], me)
    void navigate({ href: safeBack(back), replace: true })
  }
  return (
    <main id="main" className="sign-in">
      <title>{`${words.signIn} · 运调`}</title>
      <div className="bar">
        <div className="grow">
          <h1>运调{open.data ? ` · ${open.data.city.name}` : ''}</h1>
          <p>{back ? words.signInToGoOn : words.tagline}</p>
        </div>
        <LanguageSwitch />
      </div>
      <div className="page">
        <Sheet title={words.signIn}>
          <SignInForm key={picked?.username ?? ''} picked={picked} onSignedIn={onSignedIn} />
        </Sheet>
        <Ready query={open} rows={3}>
          {(data) =>
            data.demo && data.accounts?.length ? <Accounts accounts={data.accounts} onPick={setPicked} /> : null
          }
        </Ready>
      </div>
    </main>
  )
}

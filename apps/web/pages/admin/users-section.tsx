import { useQuery } from '@tanstack/react-query'
import { ROLES } from '@yundiao/kernel'
import { Button, DataTable, Dialog, Empty, Mark, Sheet, StateTag } from '@yundiao/ui'
import { type FormEvent, useState } from 'react'
import { addUser, changeUser, regionsQuery, usersQuery } from '../../api/admin.ts'
import type { UserRow } from '../../api/types.ts'
import { FormEnd } from '../../shell/form-end.tsx'
import { textOf } from '../../shell/form-text.ts'
import { SHORTEST_PASSWORD } from '../../shell/password-dialog.tsx'
import { Ready } from '../../shell/ready.tsx'
import { useMay, useMe } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { UnitSelect } from '../items/unit-select.tsx'
import { ResetPasswordDialog } from './reset-password-dialog.tsx'
import { roleWord } from './role-words.ts'

const NewUserDialog = ({ onClose }: { onClose: () => void }) => {
  const words = useWords()
  const regions = useQuery(regionsQuery)
  const act = useAct(addUser, { done: words.saved, close: onClose, inPlace: true })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    act.run({
      username: textOf(form, 'username') ?? '',
      name: textOf(form, 'name') ?? '',
      password: textOf(form, 'password') ?? '',
      role: textOf(form, 'role') ?? 'county',
      unit: textOf(form, 'unit'),
      region: textOf(form, 'region'),
    })
  }
  return (
    <Dialog title={words.newUser} onClose={onClose}>
      <form className="fields" onSubmit={submit} autoComplete="off">
        <label>
          {words.username}
          <input className="field" name="username" required />
        </label>
        <label>
          {words.name}
          <input className="field" name="name" required />
        </label>
        <label>
          {words.password}
          <input
            className="field"
            name="password"
            type="password"
            autoComplete="new-password"
            required
            minLength={SHORTEST_PASSWORD}
          />
        </label>
        <label>
          {words.role}
          <select className="field" name="role">
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {roleWord(role)}
              </option>
            ))}
          </select>
        </label>
        <div>
          <span className="note">{words.unit}</span>
          <UnitSelect label={words.unit} name="unit" />
        </div>
        <label>
          {words.region}
          <select className="field" name="region">
            <option value="">{words.wholeCity}</option>
            {(regions.data ?? [])
              .filter((r) => r.kind === 'county' || r.kind === 'zone')
              .map((region) => (
                <option key={region.code} value={region.code}>
                  {region.name}
                </option>
              ))}
          </select>
        </label>
        <FormEnd act={act}>{words.save}</FormEnd>
      </form>
    </Dialog>
  )
}

type UserTableProps = { users: UserRow[]; may: boolean; onReset: (user: UserRow) => void }

const UserTable = ({ users, may, onReset }: UserTableProps) => {
  const words = useWords()
  const me = useMe()
  const act = useAct(({ id, disabled }: { id: string; disabled: boolean }) => changeUser(id, { disabled }), {
    done: words.saved,
  })
  return (
    <div className="scroll">
      <DataTable
        label={words.users}
        rows={users}
        rowKey={(user) => user.id}
        columns={[
          {
            id: 'name',
            label: words.name,
            cell: (u) => (
              <>
                {u.name} {u.demo ? <Mark word="演示" /> : null}
              </>
            ),
          },
          { id: 'username', label: words.username, cell: (u) => <span className="mono">{u.username}</span> },
          { id: 'role', label: words.role, cell: (u) => u.roleLabel },
          { id: 'unit', label: words.unit, optional: true, cell: (u) => u.unit?.name ?? '' },
          { id: 'region', label: words.region, optional: true, cell: (u) => u.region?.name ?? words.wholeCity },
          {
            id: 'state',
            label: words.state,
            cell: (u) => <StateTag>{u.disabled ? words.disabled : words.enabled}</StateTag>,
          },
          ...(may
            ? [
                {
                  id: 'act',
                  label: words.act,
                  cell: (u: UserRow) =>
                    u.id === me.id ? null : (
                      <>
                        <Button
                          small
                          disabled={act.busy}
                          aria-label={`${u.disabled ? words.enable : words.disable} ${u.name}`}
                          onClick={() => act.run({ id: u.id, disabled: !u.disabled })}
                        >
                          {u.disabled ? words.enable : words.disable}
                        </Button>{' '}
                        <Button small aria-label={`${words.resetPassword} ${u.name}`} onClick={() => onReset(u)}>
                          {words.resetPassword}
                        </Button>
                      </>
                    ),
                },
              ]
            : []),
        ]}
      />
    </div>
  )
}

export const UsersSection = () => {
  const words = useWords()
  const query = useQuery(usersQuery)
  const may = useMay('user.write')
  const [adding, setAdding] = useState(false)
  const [resetting, setResetting] = useState<UserRow | null>(null)
  const add = may ? (
    <Button small onClick={() => setAdding(true)}>
      {words.newUser}
    </Button>
  ) : null
  return (
    <Sheet title={words.users} side={add} flush>
      <Ready query={query}>
        {(users) =>
          users.length === 0 ? (
            <Empty action={add}>{words.noUsers}</Empty>
          ) : (
            <UserTable users={users} may={may} onReset={setResetting} />
          )
        }
      </Ready>
      {adding ? <NewUserDialog onClose={() => setAdding(false)} /> : null}
      {resetting ? <ResetPasswordDialog user={resetting} onClose={() => setResetting(null)} /> : null}
    </Sheet>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Button, DataTable, Empty, Sheet } from '@yundiao/ui'
import type { FormEvent } from 'react'
import { addBlocked, blockedQuery, dropBlocked } from '../../api/admin.ts'
import type { BlockedName } from '../../api/types.ts'
import { textOf } from '../../shell/form-text.ts'
import { Ready } from '../../shell/ready.tsx'
import { useMay } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

const KINDS = ['单位', '项目', '人员', '其他']

const AddForm = () => {
  const words = useWords()
  const act = useAct(addBlocked, { done: words.saved })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    act.run({ name: textOf(form, 'name') ?? '', kind: textOf(form, 'kind') ?? '其他', note: textOf(form, 'note') })
    event.currentTarget.reset()
  }
  return (
    <form className="inline-form in" onSubmit={submit}>
      <label>
        {words.blockedName}
        <input className="field" name="name" required />
      </label>
      <label>
        {words.kind}
        <select className="field" name="kind">
          {KINDS.map((kind) => (
            <option key={kind}>{kind}</option>
          ))}
        </select>
      </label>
      <label>
        {words.remarks}
        <input className="field" name="note" />
      </label>
      <button type="submit" className="btn" disabled={act.busy}>
        {words.add}
      </button>
    </form>
  )
}

/** 禁录名单: names that no door lets in. */
export const BlockedSection = () => {
  const words = useWords()
  const query = useQuery(blockedQuery)
  const may = useMay('blocked.write')
  const drop = useAct(dropBlocked, { done: words.removed })
  return (
    <Sheet title={words.blockedNames} foot={words.blockedNote} flush>
      {may ? <AddForm /> : null}
      <Ready query={query} rows={4}>
        {(names) =>
          names.length === 0 ? (
            <Empty>{words.noBlocked}</Empty>
          ) : (
            <DataTable
              label={words.blockedNames}
              rows={names}
              rowKey={(name) => name.id}
              columns={[
                { id: 'name', label: words.blockedName, cell: (n) => n.name },
                { id: 'kind', label: words.kind, cell: (n) => n.kind },
                { id: 'note', label: words.remarks, cell: (n) => n.note },
                ...(may
                  ? [
                      {
                        id: 'act',
                        label: words.act,
                        cell: (n: BlockedName) => (
                          <Button
                            small
                            disabled={drop.busy}
                            aria-label={`${words.remove} ${n.name}`}
                            onClick={() => drop.run(n.id)}
                          >
                            {words.remove}
                          </Button>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          )
        }
      </Ready>
    </Sheet>
  )
}

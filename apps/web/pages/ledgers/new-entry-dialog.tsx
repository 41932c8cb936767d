import { useNavigate } from '@tanstack/react-router'
import { Dialog, FieldForm } from '@yundiao/ui'
import { useState } from 'react'
import { addEntry } from '../../api/ledgers.ts'
import type { LedgerView } from '../../api/types.ts'
import { useMe } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { RegionField } from './region-field.tsx'

export const NewEntryDialog = ({ ledger, onClose }: { ledger: LedgerView; onClose: () => void }) => {
  const words = useWords()
  const me = useMe()
  const navigate = useNavigate()
  const [region, setRegion] = useState(me.region?.code ?? '')
  const act = useAct((body: Parameters<typeof addEntry>[1]) => addEntry(ledger.id, body), {
    done: words.saved,
    after: (entry) => void navigate({ to: '/ledgers/$id/$entry', params: { id: ledger.id, entry: entry.id } }),
  })
  return (
    <Dialog title={`${words.newEntry} · ${ledger.title}`} onClose={onClose} wide>
      <FieldForm
        fields={ledger.fields}
        values={{}}
        submit={words.save}
        busy={act.busy}
        more={<RegionField value={region} onChange={setRegion} />}
        onSubmit={(values) => act.run({ region: region || null, values })}
      />
    </Dialog>
  )
}

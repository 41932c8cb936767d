import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, DataTable, Dialog, Empty, instant, Page, Sheet } from '@yundiao/ui'
import { type FormEvent, useState } from 'react'
import { meetingsQuery } from '../../api/meetings.ts'
import { makePaper, paperHref, papersQuery } from '../../api/papers.ts'
import type { PaperRow } from '../../api/types.ts'
import { textOf } from '../../shell/form-text.ts'
import { useOn } from '../../shell/on-day.ts'
import { Ready } from '../../shell/ready.tsx'
import { useMay, useMe } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

const MakeDialog = ({ onClose }: { onClose: () => void }) => {
  const words = useWords()
  const me = useMe()
  const meetings = useQuery(meetingsQuery(undefined))
  const chosen = useSearch({ strict: false, select: (search) => search.meeting })
  const act = useAct(makePaper, { done: words.paperMade, after: onClose })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const meeting = textOf(form, 'meeting')
    if (meeting) act.run({ kind: 'quarter-review', meeting, on: textOf(form, 'on') ?? me.businessDay })
  }
  return (
    <Dialog title={words.makeQuarterReview} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <label className="wide">
          {words.meeting}
          <select className="field" name="meeting" required defaultValue={chosen}>
            {(meetings.data ?? []).map((meeting) => (
              <option key={meeting.id} value={meeting.id}>
                {meeting.heldOn} {meeting.title}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.byDataOf}
          <input className="field" type="date" name="on" required defaultValue={me.businessDay} />
        </label>
        <div className="actions wide">
          <button type="submit" className="btn primary" disabled={act.busy}>
            {words.generate}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

const PaperTable = ({ papers }: { papers: PaperRow[] }) => {
  const words = useWords()
  return (
    <div className="scroll">
      <DataTable
        label={words.papers}
        rows={papers}
        rowKey={(paper) => paper.id}
        columns={[
          {
            id: 'title',
            label: words.paper,
            cell: (p) => (
              <a href={paperHref(p.id)} download>
                {p.title}
              </a>
            ),
          },
          { id: 'on', label: words.byDataOf, cell: (p) => <span className="nw">{p.asKnownOn}</span> },
          { id: 'figures', label: words.figuresInPaper, align: 'right', cell: (p) => p.figures },
          { id: 'code', label: words.checkCode, cell: (p) => <span className="mono">{p.code}</span> },
          { id: 'made', label: words.madeAt, optional: true, cell: (p) => `${instant(p.madeAt)} ${p.by}` },
          {
            id: 'file',
            label: words.act,
            cell: (p) => (
              <a className="btn small" href={paperHref(p.id)} download>
                {words.downloadDocx}
              </a>
            ),
          },
        ]}
      />
    </div>
  )
}

/** 材料: what was made, from which day's data, with how many figures and its 校验码. */
export const PapersPage = () => {
  const words = useWords()
  const navigate = useNavigate()
  const query = useQuery(papersQuery(useOn()))
  const may = useMay('paper.make')
  const isAsked = useSearch({ strict: false, select: (search) => search.meeting !== undefined })
  const [making, setMaking] = useState(isAsked)
  const make = may ? (
    <Button primary onClick={() => setMaking(true)}>
      {words.makeQuarterReview}
    </Button>
  ) : null
  const close = () => {
    setMaking(false)
    if (isAsked) void navigate({ to: '/papers', search: (old) => ({ ...old, meeting: undefined }), replace: true })
  }
  return (
    <Page title={words.papers} facts={words.papersFacts} actions={make}>
      <Sheet flush>
        <Ready query={query}>
          {(papers) =>
            papers.length === 0 ? <Empty action={make}>{words.noPapers}</Empty> : <PaperTable papers={papers} />
          }
        </Ready>
      </Sheet>
      {making && may ? <MakeDialog onClose={close} /> : null}
    </Page>
  )
}

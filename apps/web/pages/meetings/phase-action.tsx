import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from '@yundiao/ui'
import { makePaperSet } from '../../api/papers.ts'
import type { MeetingView } from '../../api/types.ts'
import { useMay, useMe } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

type PhaseActionProps = { view: MeetingView; onImport: () => void; onNote: () => void }

const MakeMaterials = ({ view }: { view: MeetingView }) => {
  const words = useWords()
  const me = useMe()
  const navigate = useNavigate()
  const make = useAct(makePaperSet, { done: words.paperMade, after: () => void navigate({ to: '/papers' }) })
  return (
    <Button primary disabled={make.busy} onClick={() => make.run({ meeting: view.meeting.id, on: me.businessDay })}>
      {words.makeMaterials}
    </Button>
  )
}

const BreakDown = ({ view, onImport }: Pick<PhaseActionProps, 'view' | 'onImport'>) => {
  const words = useWords()
  const mayImport = useMay('document.import')
  const document = view.documents.find((one) => one.pending > 0) ?? view.documents[0]
  if (document)
    return (
      <Link to="/documents/$id" params={{ id: document.id }} className="btn primary">
        {words.breakDown}
      </Link>
    )
  return mayImport ? (
    <Button primary onClick={onImport}>
      {words.breakDown}
    </Button>
  ) : null
}

/** The one primary button: 筹备 生成会议材料, 会中 记一条, 会后 分解立项. Only who may do it sees it. */
export const PhaseAction = ({ view, onImport, onNote }: PhaseActionProps) => {
  const words = useWords()
  const mayMake = useMay('paper.make')
  const mayNote = useMay('meeting.write')
  switch (view.meeting.phase) {
    case '筹备':
      return mayMake ? <MakeMaterials view={view} /> : null
    case '会中':
      return mayNote ? (
        <Button primary hotkey="F2" onClick={onNote}>
          {words.noteOne}
        </Button>
      ) : null
    case '会后':
      return <BreakDown view={view} onImport={onImport} />
  }
}

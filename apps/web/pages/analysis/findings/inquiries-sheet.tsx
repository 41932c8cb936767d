import { useNavigate } from '@tanstack/react-router'
import { Button, Empty, Sheet } from '@yundiao/ui'
import { makeInquiries } from '../../../api/findings.ts'
import type { FindingsPage, Inquiry } from '../../../api/types.ts'
import { useMay } from '../../../shell/session.ts'
import { useAct } from '../../../shell/use-act.ts'
import { useWords } from '../../../shell/words.ts'
import { CopyButton } from './copy-button.tsx'
import { inquiryText } from './inquiry-text.ts'
import { textOfSaid } from './said.ts'
import { SaidText } from './said-text.tsx'
import { ToBoard } from './to-board.tsx'

const UnitQuestions = ({ inquiry }: { inquiry: Inquiry }) => {
  const words = useWords()
  const name = inquiry.unit?.name ?? words.unitUnknown
  const id = `ask-${inquiry.unit?.id ?? 'unset'}`
  return (
    <section className="ask">
      <h3>
        {name}{' '}
        <CopyButton text={inquiryText(inquiry, name)} shownIn={id}>
          {words.eachUnitCopy}
        </CopyButton>
      </h3>
      <ol id={id} className="questions">
        {inquiry.questions.map((said) => (
          <li key={textOfSaid(said)}>
            <SaidText said={said} />
          </li>
        ))}
      </ol>
    </section>
  )
}

const Actions = ({ page }: { page: FindingsPage }) => {
  const words = useWords()
  const navigate = useNavigate()
  const may = useMay('paper.make')
  const act = useAct(makeInquiries, {
    done: words.inquiriesKept,
    after: ({ id }) => void navigate({ to: '/papers/$id', params: { id } }),
  })
  const text = page.inquiries.map((one) => inquiryText(one, one.unit?.name ?? words.unitUnknown)).join('\n\n')
  return (
    <span className="actions">
      <CopyButton text={text} shownIn="inquiries">
        {words.inquiriesCopyAll}
      </CopyButton>
      {may ? (
        <Button small disabled={act.busy} onClick={() => act.run({ period: page.period, on: page.asKnownOn })}>
          {words.inquiriesKeep}
        </Button>
      ) : null}
    </span>
  )
}

/** 询问提纲: what each unit is asked, copyable, and kept as a Word paper. */
export const InquiriesSheet = ({ page }: { page: FindingsPage }) => {
  const words = useWords()
  const isNone = page.inquiries.length === 0
  return (
    <Sheet
      title={`${page.periodWords}${words.inquiries}`}
      side={isNone ? null : <Actions page={page} />}
      foot={words.inquiriesNote}
    >
      {isNone ? (
        <Empty action={<ToBoard period={page.period} />}>{words.noInquiries}</Empty>
      ) : (
        <div id="inquiries">
          {page.inquiries.map((inquiry) => (
            <UnitQuestions key={inquiry.unit?.id ?? ''} inquiry={inquiry} />
          ))}
        </div>
      )}
    </Sheet>
  )
}

import { Link } from '@tanstack/react-router'
import { Empty, Mark, Sheet } from '@yundiao/ui'
import { type FormEvent, useState } from 'react'
import { attachScan, changeNotice, noticeHref } from '../../api/breakdown.ts'
import type { Notice } from '../../api/types.ts'
import { textOf } from '../../shell/form-text.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

const OfficialNumber = ({ notice }: { notice: Notice }) => {
  const words = useWords()
  const [open, setOpen] = useState(false)
  const act = useAct(
    (officialNumber: string | null) => changeNotice(notice.id, { version: notice.version, officialNumber }),
    {
      done: words.saved,
      after: () => setOpen(false),
    },
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    act.run(textOf(new FormData(event.currentTarget), 'number'))
  }
  if (!notice.may.fill) return notice.officialNumber ?? <Mark word="待明确" />
  if (!open)
    return (
      <button type="button" className="btn small" onClick={() => setOpen(true)}>
        {notice.officialNumber ?? words.fillNumber}
      </button>
    )
  return (
    <form className="inline" onSubmit={submit}>
      <input
        className="field"
        name="number"
        aria-label={words.officialNumber}
        defaultValue={notice.officialNumber ?? ''}
        maxLength={80}
        // biome-ignore lint/a11y/noAutofocus: opened by the button this stands in for
        autoFocus
      />
      <button type="submit" className="btn small" disabled={act.busy}>
        {words.save}
      </button>
    </form>
  )
}

/** 签收 of a 交办单: when and by whom, or the button for the unit it was handed to. */
export const Received = ({ notice }: { notice: Notice }) => {
  const words = useWords()
  const act = useAct(() => changeNotice(notice.id, { version: notice.version, received: true }), {
    done: words.received,
  })
  if (notice.receivedOn !== null)
    return (
      <>
        {notice.receivedOn} {notice.receivedBy}
      </>
    )
  return notice.may.receive ? (
    <button type="button" className="btn small primary" disabled={act.busy} onClick={() => act.run(undefined)}>
      {words.receive}
    </button>
  ) : (
    <span className="note">{words.notReceived}</span>
  )
}

const Scan = ({ notice }: { notice: Notice }) => {
  const words = useWords()
  const act = useAct((file: File) => attachScan(notice.id, notice.version, file), { done: words.scanSaved })
  return (
    <>
      {notice.hasScan ? <a href={noticeHref(notice.id, 'scan')}>{words.noticeFile}</a> : null}{' '}
      {notice.may.fill ? (
        <label className="btn small">
          {words.uploadScan}
          <input
            type="file"
            className="unseen"
            accept=".pdf,.jpg,.jpeg,.png,.ofd"
            onChange={(event) => {
              const file = event.target.files?.[0]
              if (file) act.run(file)
              event.target.value = ''
            }}
          />
        </label>
      ) : null}
    </>
  )
}

const NoticeLine = ({ notice }: { notice: Notice }) => {
  const words = useWords()
  return (
    <tr>
      <td className="nw">
        <a href={noticeHref(notice.id, 'file')} title={words.noticeFile}>
          {notice.number}
        </a>
      </td>
      <td>{notice.unit.name}</td>
      <td className="r" title={notice.items.map(({ number, title }) => `${number ?? ''} ${title ?? ''}`).join('\n')}>
        {notice.items.length}
      </td>
      <td className="nw">{notice.dueOn ?? <Mark word="待明确" />}</td>
      <td>
        <OfficialNumber notice={notice} />
      </td>
      <td className="nw">
        <Received notice={notice} />
      </td>
      <td className="nw">
        <Scan notice={notice} />
      </td>
    </tr>
  )
}

/** 交办单 with their 文号, whether the unit has signed, and the files. */
export const NoticesSheet = ({ notices }: { notices: readonly Notice[] }) => {
  const words = useWords()
  return (
    <Sheet title={`${words.notices} ${notices.length}`} flush>
      {notices.length === 0 ? (
        <Empty
          action={
            <Link to="/items" className="btn small">
              {words.itemLedger}
            </Link>
          }
        >
          {words.noNotices}
        </Empty>
      ) : (
        <div className="scroll">
          <table className="t">
            <thead>
              <tr>
                <th>{words.itemNumber}</th>
                <th>{words.leadUnit}</th>
                <th className="r">{words.noticeItems}</th>
                <th>{words.firstFeedback}</th>
                <th>{words.officialNumber}</th>
                <th>{words.receive}</th>
                <th>{words.scan}</th>
              </tr>
            </thead>
            <tbody>
              {notices.map((notice) => (
                <NoticeLine key={notice.id} notice={notice} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Sheet>
  )
}

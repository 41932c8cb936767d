import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, DataTable, Empty, fill, instant, Sheet } from '@yundiao/ui'
import { type FormEvent, useState } from 'react'
import { readEvents, verifyEvents } from '../../api/admin.ts'
import type { Verification } from '../../api/types.ts'
import { textOf } from '../../shell/form-text.ts'
import { Ready } from '../../shell/ready.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

const Result = ({ result }: { result: Verification }) => {
  const words = useWords()
  const values = {
    events: result.events,
    streams: result.streams,
    checked: result.state.checked,
    first: result.firstBad ?? '',
  }
  return (
    <div className={result.ok ? 'verified' : 'problem'} role="status">
      <b>{result.ok ? words.verifyHolds : words.verifyFails}</b>
      <p>
        {fill(words.verifyCounts, values)}
        {result.firstBad ? `　${fill(words.verifyFirstBad, values)}` : ''}
      </p>
      {result.state.mismatches.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p className="note">
        {words.checkCode} <span className="mono">{result.code ?? '缺'}</span> · {words.checkpoint}{' '}
        {result.checkpointAt ? instant(result.checkpointAt) : '缺'}
      </p>
    </div>
  )
}

/** Streams people look through by hand. */
const BOOKS = [
  ['figure', '指标数据'],
  ['item', '督办事项'],
  ['meeting', '会议'],
  ['ledger/projects.project', '重点项目台账'],
  ['paper', '材料'],
  ['user', '账号与分工'],
  ['access', '登录、查阅与导出'],
] as const

type Filter = { stream?: string; actor?: string }

const FilterForm = ({ onFilter }: { onFilter: (filter: Filter) => void }) => {
  const words = useWords()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const stream = textOf(form, 'stream')
    const actor = textOf(form, 'actor')
    onFilter({ ...(stream ? { stream } : {}), ...(actor ? { actor } : {}) })
  }
  return (
    <form className="inline-form in" onSubmit={submit}>
      <label>
        {words.stream}
        <select className="field" name="stream">
          <option value="">{words.allBooks}</option>
          {BOOKS.map(([stream, label]) => (
            <option key={stream} value={stream}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.actor}
        <input className="field" name="actor" />
      </label>
      <button type="submit" className="btn">
        {words.filter}
      </button>
    </form>
  )
}

/** 操作记录, and its verification against chain, signatures and tables. */
export const EventsSection = () => {
  const words = useWords()
  const [filter, setFilter] = useState<Filter>({})
  const [result, setResult] = useState<Verification | null>(null)
  const verify = useAct(verifyEvents, { after: setResult })
  const query = useInfiniteQuery({
    queryKey: ['events', filter],
    queryFn: ({ pageParam }) => readEvents(filter, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.rows),
  })
  const button = (
    <Button primary disabled={verify.busy} onClick={() => verify.run(undefined)}>
      {verify.busy ? words.verifying : words.verify}
    </Button>
  )
  return (
    <Sheet title={words.events} side={button} flush>
      {result ? <Result result={result} /> : null}
      <FilterForm onFilter={setFilter} />
      <Ready query={query} rows={12}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>{words.noEvents}</Empty>
          ) : (
            <>
              <div className="sheet-scroll">
                <DataTable
                  label={words.events}
                  rows={rows}
                  rowKey={(row) => `${row.stream}/${row.seq}`}
                  columns={[
                    { id: 'at', label: words.time, cell: (r) => <span className="nw">{instant(r.at)}</span> },
                    { id: 'by', label: words.actor, cell: (r) => r.by },
                    { id: 'summary', label: words.whatWasDone, cell: (r) => r.summary },
                    {
                      id: 'subject',
                      label: words.subject,
                      optional: true,
                      cell: (r) => r.subject,
                    },
                    {
                      id: 'stream',
                      label: words.stream,
                      optional: true,
                      cell: (r) => (
                        <span className="nw">
                          {r.book} 第 {r.seq} 条
                        </span>
                      ),
                    },
                  ]}
                />
              </div>
              {query.hasNextPage ? (
                <div className="more-row">
                  <Button small disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                    {words.more}
                  </Button>
                </div>
              ) : null}
            </>
          )
        }
      </Ready>
    </Sheet>
  )
}

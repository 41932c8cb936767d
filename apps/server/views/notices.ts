import { z } from '@hono/zod-openapi'
import type { Caller, RecordOf, Store } from '@yundiao/store'
import { readNames } from './names.ts'

const text = z.string().nullable()

export const noticeSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    number: z.string(),
    /** 文号, filled in after the office's OA has issued it. */
    officialNumber: text,
    unit: z.object({ id: z.string(), name: z.string() }),
    document: text,
    items: z.array(z.object({ id: z.string(), number: text, title: text })),
    issuedOn: text,
    dueOn: text,
    approver: text,
    hasScan: z.boolean(),
    receivedBy: text,
    receivedOn: text,
    /** What the reader may do: fill in 文号 and the scan, or sign for it. */
    may: z.object({ fill: z.boolean(), receive: z.boolean() }),
    version: z.number().int(),
  })
  .openapi('Notice')
type NoticeView = z.infer<typeof noticeSchema>

export type NoticeRecord = RecordOf<'notice'>

/** Whether a unit's 交办单 is the caller's own to sign for. */
export const isOwn = (caller: Caller, unit: string): boolean => caller.scopes.includes(`u:${unit}`)

export const keepsNotices = (caller: Caller): boolean => ['office', 'supervision'].includes(caller.role)

/** 绵督交〔2022〕10号 comes after 9号. */
const byNumber = (a: NoticeRecord, b: NoticeRecord): number =>
  a.number.length - b.number.length || (a.number < b.number ? -1 : 1)

/** 交办单 in the caller's sight, by number; of one document where it is named. */
export const readNotices = async (
  store: Store,
  caller: Caller,
  { document }: { document: string | null },
): Promise<NoticeView[]> => {
  const rows = (await store.records(caller, 'notice', document === null ? {} : { where: { document } })).sort(byNumber)
  const ids = rows.flatMap((row) => row.items ?? [])
  const [names, items] = await Promise.all([
    readNames(store, caller),
    ids.length === 0 ? [] : store.records(caller, 'item', { where: { id: ids } }),
  ])
  const byId = new Map(items.map((item) => [item.id, item]))
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    number: row.number,
    officialNumber: row.officialNumber,
    unit: { id: row.unit, name: names.unit(row.unit) ?? row.unit },
    document: row.document,
    items: (row.items ?? []).map((id) => {
      const item = byId.get(id)
      return { id, number: item?.number ?? null, title: item?.title ?? null }
    }),
    issuedOn: row.issuedOn,
    dueOn: row.dueOn,
    approver: row.approver,
    hasScan: row.scan !== null,
    receivedBy: row.receivedBy,
    receivedOn: row.receivedOn,
    may: { fill: keepsNotices(caller), receive: row.receivedOn === null && isOwn(caller, row.unit) },
    version: row.version,
  }))
}

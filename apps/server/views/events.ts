import { z } from '@hono/zod-openapi'
import type { EventRow, Store } from '@yundiao/store'

export const eventSchema = z
  .object({
    stream: z.string(),
    /** The stream in the office's words. */
    book: z.string(),
    seq: z.number(),
    at: z.string(),
    by: z.string(),
    kind: z.string(),
    subject: z.string(),
    summary: z.string(),
  })
  .openapi('Event')

export const verificationSchema = z
  .object({
    ok: z.boolean(),
    events: z.number(),
    streams: z.number(),
    rootHash: z.string(),
    /** The 校验码 of the newest sound checkpoint. */
    code: z.string().nullable(),
    checkpointAt: z.string().nullable(),
    firstBad: z.string().nullable(),
    state: z.object({ checked: z.number(), mismatches: z.array(z.string()) }),
  })
  .openapi('Verification')

const TABLE_WORDS: Readonly<Record<string, string>> = {
  region: '行政区划',
  unit: '单位',
  duty: '单位职责',
  post: '岗位',
  charge: '分管与包联',
  account: '用户',
  setting: '设置',
  ledger_grant: '台账权限',
  early_reader: '限定阅知名单',
  blocked_name: '禁录名单',
  target: '目标',
  series_break: '口径、基数变动',
  meeting: '会议',
  agenda: '议题',
  document: '文件',
  clause: '会议要求',
  item: '督办事项',
  item_link: '事项关联',
  progress: '进展',
  paper: '材料',
  submission: '送审',
  notice: '交办单',
  revision: '收回改稿',
  file: '附件',
  entry: '台账',
}

/** A record table in the office's words, by its name in code. */
export const tableWords = (name: string): string => {
  const table = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return TABLE_WORDS[table] ?? name
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  'entry.added': '登记台账',
  'entry.changed': '修改台账',
  'figure.reported': '报送数据',
  'figure.released': '审核发布数据',
  'figure.approved': '审核数据',
  'figure.removed': '清除演示数据',
  'entry.removed': '清除演示台账',
  'ledger.defined': '设计台账',
  'ledger.exported': '导出台账',
  'items.exported': '导出督办台账',
  'answers.exported': '导出本人备询手册',
  'findings.exported': '导出研判要点',
  'figures.exported': '导出指标表',
  'outlook.exported': '导出走势预测',
  'drags.exported': '导出归因表',
  'personal.revealed': '查看个人信息',
  'signed-in': '登录',
  'sign-in.refused': '登录被拒',
  'signed-out': '退出登录',
  'password.changed': '修改本人口令',
  'password.reset': '重设用户口令',
}

/** What an event did, in the office's words; a kind without words is shown as it is. */
const kindWords = (kind: string): string => {
  const own = KIND_WORDS[kind]
  if (own !== undefined) return own
  const [table = '', act = ''] = kind.split('.')
  const what = TABLE_WORDS[table]
  if (what === undefined) return kind
  const word = { added: '新增', changed: '修改', removed: '清除演示' }[act]
  return word === undefined ? kind : `${word}${what}`
}

const rowsOf = (event: EventRow): string => {
  const { rows, ids, refs } = event.body
  const list = [ids, refs].find(Array.isArray)
  if (event.kind.endsWith('.removed') && list) return `（${list.length} 条）`
  return typeof rows === 'number' && event.subject === null ? `（${rows} 条）` : ''
}

const BOOKS: Readonly<Record<string, string>> = {
  figure: '指标数据',
  release: '审核发布',
  target: '目标',
  item: '督办事项',
  meeting: '会议',
  paper: '材料',
  file: '附件',
  user: '账号与分工',
  definition: '单位、台账定义与设置',
  blocked: '禁录名单',
  access: '登录、查阅与导出',
  privacy: '个人信息',
}

/** The book a stream is, in the office's words: 台账 projects.project for a ledger. */
const bookWords = (stream: string): string =>
  BOOKS[stream] ?? (stream.startsWith('ledger/') ? `台账 ${stream.slice('ledger/'.length)}` : stream)

/** Streams whose readers may see what their records are called; names of ledgers' rows and blocked names stay out. */
const NAMED: readonly string[] = ['user', 'meeting', 'item', 'paper']

/** What an event is about: the name or title it wrote, else the id. */
const subjectWords = ({ stream, body, subject }: EventRow): string => {
  const after = NAMED.includes(stream) ? (body.after as { name?: unknown; title?: unknown } | undefined) : undefined
  const named = [after?.title, after?.name].find((one) => typeof one === 'string')
  return typeof named === 'string' ? named : (subject ?? '')
}

/** One event for the list: no content of it but the note a person or a loader wrote. */
export const eventView = (event: EventRow): z.infer<typeof eventSchema> => {
  const note = typeof event.body.note === 'string' ? `：${event.body.note}` : ''
  return {
    stream: event.stream,
    book: bookWords(event.stream),
    seq: event.seq,
    at: event.at,
    by: event.by,
    kind: event.kind,
    subject: subjectWords(event),
    summary: `${kindWords(event.kind)}${rowsOf(event)}${note}`,
  }
}

/** What a verification found, each place in words. */
export const verificationView = (found: Awaited<ReturnType<Store['verify']>>): z.infer<typeof verificationSchema> => ({
  ...found,
  firstBad: found.firstBad ? `${found.firstBad.stream} 第 ${found.firstBad.seq} 条：${found.firstBad.why}` : null,
  state: {
    checked: found.state.checked,
    mismatches: found.state.mismatches.map(({ table, id, why }) => `${table} ${id}：${why}`),
  },
})

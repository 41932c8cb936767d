import { expect, it } from 'vitest'
import { type Ask, type ScratchApp, scratchApp } from './scratch-app.ts'

export const LEDGER = '/api/ledgers/projects.project'
/** On the list of names that no door lets in. */
export const BLOCKED = '绵试九〇七厂'
export const ROWS = `${LEDGER}/rows`
export const DO = /请|应|只填/u
export const TEXT = '会议强调，要抓好重点项目建设。各县市区要在6月底前完成项目清单。'

export type Fault = { code: string; detail: string }
export type Bad = {
  name: string
  path: string | (() => string)
  as?: string
  ask: Ask | (() => Ask)
  code: string
  /** What the message must name: the place, and what to do. */
  says: readonly RegExp[]
}

const now = <T>(value: T | (() => T)): T => (typeof value === 'function' ? (value as () => T)() : value)

export const figure = (more: object): Ask => ({
  json: {
    indicator: 'gdp',
    measure: 'level',
    accumulation: 'ytd',
    region: '510700',
    period: '2021Q4',
    value: '700.1',
    unit: '亿元',
    reason: '更正',
    ...more,
  },
})
export const row = (values: object, region: string | null = null): Ask => ({ json: { region, values } })
export const sheet = (content: string | Uint8Array, name = '表.csv'): Ask => {
  const form = new FormData()
  form.set('file', new File([typeof content === 'string' ? content : new Uint8Array(content)], name))
  return { method: 'POST', body: form }
}
type Ids = { entry: string; item: string; meeting: string; clause: string }

/** The application with an entry, an item, a clause and a blocked name, and what holds bad input against it. */
export const badInput = () => {
  let held: { app: ScratchApp; ids: Ids } | null = null
  const here = (): { app: ScratchApp; ids: Ids } => {
    if (!held) throw new Error('not started')
    return held
  }
  const made = async (path: string, as: string, json: unknown): Promise<string> => {
    const answer = await here().app.request(path, { as, json })
    const body = (await answer.json()) as { id?: string }
    if (!answer.ok || !body.id) throw new Error(`${path}: ${JSON.stringify(body)}`)
    return body.id
  }

  const begin = async (): Promise<void> => {
    const app = await scratchApp()
    held = { app, ids: { entry: '', item: '', meeting: '', clause: '' } }
    const meetings = (await (await app.request('/api/meetings', { as: 'yunxing' })).json()) as { id: string }[]
    const document = await made('/api/documents', 'duban', {
      kind: 'minutes',
      number: null,
      meeting: null,
      title: '试验纪要',
      text: TEXT,
    })
    const { clauses } = (await (await app.request(`/api/documents/${document}`, { as: 'duban' })).json()) as {
      clauses: { id: string; heading: boolean }[]
    }
    held.ids = {
      entry: await made(`${LEDGER}/rows`, 'yunxing', { region: '510781', values: { name: '试验厂' } }),
      item: await made('/api/items', 'duban', {
        title: '试验事项',
        leadUnit: null,
        deadline: null,
        measure: null,
        document: null,
        meeting: null,
        source: { kind: 'instruction', title: '试验批示', number: null },
      }),
      meeting: meetings[0]?.id ?? '',
      clause: clauses.find((one) => !one.heading)?.id ?? '',
    }
    await made('/api/blocked-names', 'guanli', { name: BLOCKED, kind: '单位', note: null })
  }
  /** Where every stream of the chain stands; looks and sign-ins are not changes. */
  const heads = async (): Promise<unknown[]> =>
    (
      await here().app.connections.owner.query(
        `select stream, seq, encode(hash, 'hex') as hash from stream_head where stream <> 'access' order by stream`,
      )
    ).rows

  const refusesAll = (list: readonly Bad[]): void => {
    it.each(list.map((bad) => [bad.name, bad] as const))('%s', async (_, { path, as = 'yunxing', ask, code, says }) => {
      const before = await heads()
      const answer = await here().app.request(now(path), { as, ...now(ask) })
      const text = await answer.text()
      const { code: told, detail } = JSON.parse(text) as Fault
      expect([told, answer.status], text).toEqual([code, expect.toSatisfy((status) => status >= 400 && status < 500)])
      expect(answer.headers.get('content-type')).toContain('application/problem+json')
      for (const word of says) expect(detail).toMatch(word)
      expect(await heads()).toEqual(before)
    })
  }

  return {
    begin,
    end: () => here().app.end(),
    made,
    heads,
    refusesAll,
    app: () => here().app,
    entry: () => `${ROWS}/${here().ids.entry}`,
    item: () => `/api/items/${here().ids.item}`,
    clause: () => `/api/clauses/${here().ids.clause}`,
    meeting: () => `/api/meetings/${here().ids.meeting}`,
  }
}

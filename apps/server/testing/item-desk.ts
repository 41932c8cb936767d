import { expect } from 'vitest'
import type { ItemView } from '../views/item-schema.ts'
import { bodyOf } from './body-of.ts'
import type { ScratchApp } from './scratch-app.ts'

export const LEDGER = 'projects.project'
export const PROJECT = '国能四川天明发电公司1号机组'
export const GDP = 'fig:510700/gdp.growth-real.ytd.official/510700/2022Q1@1'

type Entry = { id: string; version: number; values: { name: string } }

export const BLANK = {
  title: '加快推进火电机组建设',
  leadUnit: null,
  deadline: null,
  measure: null,
  document: null,
  meeting: null,
  source: { kind: 'instruction', title: '市长批示', number: null },
}

export const NOTE = {
  asOf: '2022-04-26',
  text: '主厂房基础完成',
  percent: 40,
  problems: null,
  nextSteps: '汽机基座施工',
}

/** What tests of items do again and again, through the real application: register, read, advance the linked project. */
export const itemDesk = (app: () => ScratchApp) => {
  const send = async (method: string, path: string, json: unknown, as = 'duban') => {
    const answer = await app().request(`/api${path}`, { as, json, method })
    const body = (await answer.json()) as { id: string; code: string; detail: string }
    return { status: answer.status, ...body }
  }
  const register = async (fields: object = {}, as?: string): Promise<string> => {
    const made = await send('POST', '/items', { ...BLANK, ...fields }, as)
    expect(made.status, made.detail).toBe(200)
    return made.id
  }
  const read = async (id: string, as = 'duban', on = ''): Promise<ItemView> => {
    const answer = await app().request(`/api/items/${id}${on === '' ? '' : `?on=${on}`}`, { as })
    expect(answer.status).toBe(200)
    return bodyOf(answer)
  }
  const entryOf = async (as: string) => {
    const { rows } = await bodyOf<{ rows: Entry[] }>(
      await app().request(`/api/ledgers/${LEDGER}/rows?limit=200`, { as }),
    )
    const found = rows.find((row) => row.values.name === PROJECT)
    if (!found) throw new Error(`no ${PROJECT}`)
    return found
  }
  const advance = async (values: object, state?: string, as = 'jiangyou') => {
    const { id, version } = await entryOf('yunxing')
    return send('PATCH', `/ledgers/${LEDGER}/rows/${id}`, { version, values, ...(state ? { state } : {}) }, as)
  }
  return { send, register, read, entryOf, advance }
}

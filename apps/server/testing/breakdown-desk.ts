import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { ClauseView, DocumentView } from '../views/document-schema.ts'
import { bodyOf } from './body-of.ts'
import type { ScratchApp } from './scratch-app.ts'

const FIXTURES = join(import.meta.dirname, '../../../packages/directives/fixtures')
export const READOUT = readFileSync(join(FIXTURES, 'mianyang-2022-04-26.txt'), 'utf8')

type Answer = { status: number; code: string; detail: string; id: string; details: { cells?: string[] } }

/** What tests of 分解立项 do again and again, through the real application. */
export const breakdownDesk = (app: () => ScratchApp) => {
  const send = async (method: string, path: string, json: unknown, as = 'duban') => {
    const answer = await app().request(`/api${path}`, { as, json, method })
    return { ...(await bodyOf<Answer & Record<string, never>>(answer)), status: answer.status }
  }
  const view = async (id: string, as = 'duban'): Promise<DocumentView> =>
    bodyOf(await app().request(`/api/documents/${id}`, { as }))
  const leaves = async (id: string): Promise<ClauseView[]> =>
    (await view(id)).clauses.filter((clause) => !clause.heading)
  const bringIn = async (text = READOUT): Promise<string> => {
    const made = await send('POST', '/documents', { kind: 'readout', number: null, meeting: null, text })
    expect(made.status, made.detail).toBe(200)
    return made.id
  }
  const steps = (clauses: readonly ClauseView[]) => clauses.map(({ id, version }) => ({ id, version }))
  const cell = (clause: ClauseView, field: string, text: string) => ({
    clause: clause.id,
    version: clause.lineVersion,
    field,
    text,
  })
  const edit = (id: string, cells: readonly object[], how = 'type', as?: string) =>
    send('POST', `/documents/${id}/edit`, { how, cells }, as)
  /** Every requirement decided: the first `items` set up with a lead each, the rest declined. */
  const settled = async (id: string, items: number, leads: readonly string[]): Promise<void> => {
    const all = await leaves(id)
    await edit(
      id,
      all.slice(0, items).flatMap((clause, i) => {
        const lead = leads[i % leads.length]
        return lead ? [cell(clause, 'leadUnit', lead)] : []
      }),
      'adopt',
    )
    const made = await send('POST', `/documents/${id}/settle`, { clauses: steps((await leaves(id)).slice(0, items)) })
    expect(made.status, made.detail).toBe(200)
    const rest = steps((await leaves(id)).slice(items))
    const declined = await send('POST', `/documents/${id}/decline`, { clauses: rest, reason: '背景表述' })
    expect(declined.status, declined.detail).toBe(200)
  }
  const approve = async (id: string): Promise<void> => {
    const sent = await send('POST', `/documents/${id}/submit`, {})
    expect(sent.status, sent.detail).toBe(200)
    const decided = await send('POST', `/submissions/${sent.id}/decide`, { ...APPROVED, version: 1 })
    expect(decided.status, decided.detail).toBe(200)
  }
  return { send, view, leaves, bringIn, steps, cell, edit, settled, approve }
}

export const APPROVED = {
  decision: '审定',
  approver: '秘书长',
  approvedOn: '2022-04-26',
  signedOffline: true,
  note: null,
}

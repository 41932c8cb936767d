import { Problem } from '@yundiao/kernel'
import { restoreFigures } from '@yundiao/office'
import type { Caller, Change, Store } from '@yundiao/store'
import type { PaperRecord } from '../views/paper.ts'
import { type Decision, type Findings, findingsOf, type RevisionRecord } from '../views/revision.ts'
import { layFile, MEDIA } from './keep-paper.ts'
import { paperBytes, paperInSight } from './open-paper.ts'
import { refuseBlocked } from './refuse-blocked.ts'
import { refuseSettled } from './return-paper.ts'

/** 送审: the paper goes to its reviewers. Throws Problem state.illegal, version.stale. */
export const sendPaper = async (store: Store, caller: Caller, id: string, version: number): Promise<void> => {
  const paper = await paperInSight(store, caller, id)
  refuseSettled(paper)
  if (paper.state === '送审')
    throw new Problem('state.illegal', `《${paper.title}》已于 ${paper.sentOn ?? ''} 送审`, { paper: id })
  const set = { state: '送审', sentOn: caller.today }
  await store.commit(caller, [{ do: 'change', table: 'paper', id, version, set }])
}

const openRevisions = (store: Store, caller: Caller, paper: string): Promise<RevisionRecord[]> =>
  store.records(caller, 'revision', { where: { paper, state: '待处理' } })

const settled = (caller: Caller, row: RevisionRecord, state: '已采用' | '未采用', more = {}): Change => ({
  do: 'change',
  table: 'revision',
  id: row.id,
  version: row.version,
  set: { state, settledBy: caller.name, settledOn: caller.today, ...more },
})

const waitingRevision = async (store: Store, caller: Caller, paper: string, id: string): Promise<RevisionRecord> => {
  const found = (await openRevisions(store, caller, paper)).find((row) => row.id === id)
  if (!found) throw new Problem('state.illegal', '这份改稿已处理过，或不属于这份材料；请刷新页面', { revision: id })
  return found
}

/** 不采用: an edited copy is kept and set aside, with the reason. Throws Problem state.illegal. */
export const declineRevision = async (
  store: Store,
  caller: Caller,
  { paper: id, revision, reason }: { paper: string; revision: string; reason: string },
): Promise<void> => {
  const paper = await paperInSight(store, caller, id)
  refuseSettled(paper)
  await refuseBlocked(store, caller, { 理由: reason })
  const row = await waitingRevision(store, caller, id, revision)
  await store.commit(caller, [{ ...settled(caller, row, '未采用'), note: reason } as Change])
}

const decided = (findings: Findings, decisions: readonly Decision[]): readonly Decision[] => {
  const byName = new Map(decisions.map((one) => [one.name, one]))
  const asked = [
    ...findings.changed.map(({ name, where, now }) => ({ name, words: `${where}的“${now}”` })),
    ...findings.unbound.map(({ name, where, text }) => ({ name, words: `${where}的“${text}”` })),
  ]
  return asked.map(({ name, words }) => {
    const own = byName.get(name)
    if (!own || own.reason.trim() === '')
      throw new Problem('input.invalid', `${words}尚未核定：请选定采用改后或恢复原数，并写明理由`, { finding: name })
    const isNew = findings.unbound.some((one) => one.name === name)
    if (isNew && own.take === 'draft')
      throw new Problem(
        'input.invalid',
        `${words}是新写的数，没有原数可恢复。请在 Word 里删去后重新收回，或写明来源后采用`,
        { finding: name },
      )
    return { name, take: own.take, reason: own.reason.trim() }
  })
}

type Adopted = { changes: readonly Change[]; file: string }

/** The copy as it is settled on: refused numbers put back as printed, all else as it came. */
const adopt = async (
  store: Store,
  caller: Caller,
  paper: PaperRecord,
  { revision, decisions }: { revision: RevisionRecord; decisions: readonly Decision[] },
): Promise<Adopted> => {
  const findings = findingsOf(revision)
  const said = decided(findings, decisions)
  const back = new Set(said.filter(({ take }) => take === 'draft').map(({ name }) => name))
  const others = (await openRevisions(store, caller, paper.id)).filter((row) => row.id !== revision.id)
  const marks = [
    settled(caller, revision, '已采用', { decisions: said.map((one) => ({ ...one })) }),
    ...others.map((row) => settled(caller, row, '未采用')),
  ]
  if (back.size === 0) return { changes: marks, file: revision.file }
  const bytes = await paperBytes(store, caller, paper, { revision: revision.id })
  const restored = await restoreFigures(
    bytes,
    findings.changed.filter(({ name }) => back.has(name)),
  )
  const { id: subject, needs } = paper
  const kept = await layFile(store, restored, { name: revision.name, media: MEDIA.docx, subject, needs })
  return { changes: [kept.change, ...marks], file: kept.id }
}

export type Settling = {
  version: number
  /** The edited copy that is taken; null settles on the draft. */
  revision: string | null
  approver: string
  decisions: readonly Decision[]
}

const draftAlone = async (store: Store, caller: Caller, paper: PaperRecord): Promise<Adopted> => {
  const waiting = await openRevisions(store, caller, paper.id)
  if (waiting.length > 0)
    throw new Problem('state.illegal', `还有 ${waiting.length} 份改稿待处理。请先采用或不采用，再定稿`, {
      paper: paper.id,
    })
  return { changes: [], file: paper.file ?? '' }
}

/**
 * 定稿: a person settles on the draft, or on an edited copy after each changed and each new number was confirmed, or put
 * back as printed, with a reason; the approver is named. Other copies that wait are set aside. Throws Problem
 * state.illegal, input.invalid with the place of what is not decided, version.stale.
 */
export const settlePaper = async (store: Store, caller: Caller, id: string, asked: Settling): Promise<void> => {
  const paper = await paperInSight(store, caller, id)
  refuseSettled(paper)
  const approver = asked.approver.trim()
  if (approver === '') throw new Problem('input.invalid', '请填写审定人', { field: 'approver' })
  const reasons = Object.fromEntries(asked.decisions.map(({ name, reason }) => [`理由（${name}）`, reason]))
  await refuseBlocked(store, caller, { 审定人: approver, ...reasons })
  const { changes, file } =
    asked.revision === null
      ? await draftAlone(store, caller, paper)
      : await adopt(store, caller, paper, {
          revision: await waitingRevision(store, caller, id, asked.revision),
          decisions: asked.decisions,
        })
  const set = { state: '定稿', finalFile: file, finalOn: caller.today, approver }
  await store.commit(caller, [...changes, { do: 'change', table: 'paper', id, version: asked.version, set }])
}

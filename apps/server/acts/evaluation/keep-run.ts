import type { Change, Json, RecordValues, Store } from '@yundiao/store'
import { type FileRef, keptBytes, type RunFiles } from '../../views/evaluation/kept.ts'

const MOST_BYTES = 64 * 1024 * 1024

const WORDS: Readonly<Record<string, string>> = {
  scheme: '方案',
  inputs: '基础数据',
  result: '结果',
  assurance: '排名把握程度',
  correction: '更正前后对照',
  asked: '申诉内容',
  decided: '核实意见',
  withdrawn: '撤回公示',
}

export type Laid = { ref: FileRef; changes: readonly Change[] }
export type Owner = { subject: string; title: string; unit: string | null }

/** Lays data by as a file; the same content is one file. Gives its hash and the change that puts it on record. */
export const layKept = async (store: Store, value: unknown, what: string, owner: Owner): Promise<Laid> => {
  const stored = await store.putFile(keptBytes(value), { maxBytes: MOST_BYTES })
  const values = {
    ...stored,
    name: `${owner.title}-${WORDS[what] ?? what}.json`,
    media: 'application/json',
    subject: owner.subject,
    unit: owner.unit,
  }
  return { ref: stored, changes: [{ do: 'add', table: 'file', rows: [{ values }] }] }
}

/** Lays several by; what is undefined is left out. */
export const layAll = async (
  store: Store,
  parts: Readonly<Record<string, unknown>>,
  owner: Owner,
): Promise<{ files: Readonly<Record<string, FileRef>>; changes: readonly Change[] }> => {
  const files: Record<string, FileRef> = {}
  const changes: Change[] = []
  for (const [what, value] of Object.entries(parts)) {
    if (value === undefined || value === null) continue
    const laid = await layKept(store, value, what, owner)
    files[what] = laid.ref
    changes.push(...laid.changes)
  }
  return { files, changes }
}

/** One change of a run's row, with the note its event carries. */
export const changeRow = (run: { id: string; version: number }, set: RecordValues, note: string): Change => ({
  do: 'change',
  table: 'evaluation',
  id: run.id,
  version: run.version,
  set,
  note,
})

export const asJson = (files: Partial<RunFiles> | Readonly<Record<string, FileRef>>): Json =>
  JSON.parse(JSON.stringify(files)) as Json

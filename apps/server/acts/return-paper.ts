import { Problem } from '@yundiao/kernel'
import { type ReturnedDocx, returnedDocx } from '@yundiao/office'
import type { Caller, Json, Store } from '@yundiao/store'
import type { PaperRecord } from '../views/paper.ts'
import type { Findings } from '../views/revision.ts'
import { layFile, MEDIA } from './keep-paper.ts'
import { paperBytes, paperInSight } from './open-paper.ts'
import { refuseBlocked } from './refuse-blocked.ts'

/** Changes of the text a revision lists; what is beyond is counted. */
const MOST_TEXTS = 200

/** A paper settled on is not edited any more. Throws Problem state.illegal. */
export const refuseSettled = (paper: PaperRecord): void => {
  if (paper.state === '定稿')
    throw new Problem('state.illegal', `《${paper.title}》已于 ${paper.finalOn ?? ''} 定稿，不能再改。请重新生成一份`, {
      paper: paper.id,
    })
}

const refuseOther = (paper: PaperRecord, { paper: said, bound }: ReturnedDocx): void => {
  if (said?.id === paper.id) return
  const found = said?.id ? '是另一份材料的改稿' : bound > 0 ? '没有注明是哪份材料' : '不是从运调下载的材料'
  throw new Problem(
    'input.invalid',
    `收到的文件${found}，未收回。请在《${paper.title}》下载的 Word 上修改后交回，或到它自己的页面收回`,
    { paper: paper.id },
  )
}

/** What a person must look at, each with a name by which it is decided. */
const findingsIn = ({ changed, unbound, removed, texts }: ReturnedDocx): Findings => ({
  changed: changed.map(({ name, where, was, now, ref }) => ({ name, where, was, now, ref })),
  unbound: unbound.map(({ where, text }, i) => ({ name: `unbound.${i + 1}`, where, text })),
  removed: removed.map(({ was, ref }) => ({ was, ref })),
  texts: texts.slice(0, MOST_TEXTS).map((change) => ({ ...change })),
  moreTexts: Math.max(0, texts.length - MOST_TEXTS),
})

const newWords = ({ texts }: ReturnedDocx): Record<string, string> =>
  Object.fromEntries(texts.flatMap((change) => (change.kind === 'removed' ? [] : [[change.where, change.now]])))

/**
 * 收回改稿: keeps an edited copy of a paper with what was found in it; the draft stays. Throws the Problems of reading a
 * Word file, input.external, input.macro, input.invalid for a copy of another paper, state.illegal once settled.
 */
export const returnPaper = async (
  store: Store,
  caller: Caller,
  id: string,
  file: { name: string; bytes: Uint8Array; note: string | null },
): Promise<string> => {
  const paper = await paperInSight(store, caller, id)
  refuseSettled(paper)
  if (paper.format === 'xlsx')
    throw new Problem('input.format', `《${paper.title}》是表，不收回改稿。数有误请由报送单位更正后重新生成`, {
      paper: id,
    })
  const returned = await returnedDocx(await paperBytes(store, caller, paper), file.bytes)
  refuseOther(paper, returned)
  await refuseBlocked(store, caller, { 文件名: file.name, 说明: file.note, ...newWords(returned) })
  const kept = await layFile(store, file.bytes, { name: file.name, media: MEDIA.docx, subject: id, needs: paper.needs })
  const before = await store.records(caller, 'revision', { where: { paper: id } })
  const revision = store.newId()
  const values = {
    paper: id,
    seq: before.length + 1,
    file: kept.id,
    name: file.name,
    receivedBy: caller.name,
    receivedOn: caller.today,
    findings: findingsIn(returned) as unknown as Json,
    note: file.note,
    state: '待处理',
  }
  await store.commit(caller, [kept.change, { do: 'add', table: 'revision', rows: [{ id: revision, values }] }])
  return revision
}

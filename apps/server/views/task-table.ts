import type { TaskTableInput } from '@yundiao/briefings'
import { simplify } from '@yundiao/directives'
import { dayInWords, type LocalDate, partsOf } from '@yundiao/kernel'
import type { Caller, RecordOf, Store } from '@yundiao/store'
import type { Breakdown } from './breakdown.ts'
import { changesSince, type SentTable, tableOf } from './submissions.ts'
import { nodeDays, nodeLabel, type TaskLine, taskLines } from './task-lines.ts'

type DocumentRecord = Breakdown['document']

/** 依据 as every output says it: the 纪要 and its number, the document and its number, or the readout for reference only. */
export const basisWords = (document: DocumentRecord): string => {
  const { minutesNumber, minutesOn, number, title } = document
  const dated = minutesOn === null ? '' : `，${dayInWords(minutesOn)}`
  if (minutesNumber !== null) return `会议纪要（${minutesNumber}${dated}）`
  const named = `《${simplify(title)}》`
  if (document.kind === 'readout') return `${named}通稿（仅参考）`
  return number === null ? named : `${named}（${number}）`
}

/** 审定 as papers print it: who, when, and that it was signed on paper. */
export const approvalWords = ({ approver, approvedOn, signedOffline }: RecordOf<'submission'>): string =>
  [approver ?? '待明确', approvedOn === null ? '' : dayInWords(approvedOn), signedOffline ? '线下已签' : '']
    .filter((part) => part !== '')
    .join('，')

/** 完成时限 as papers print it: the words of the basis, else the day; null is 待明确. */
export const deadlineWords = ({ terms }: TaskLine, on: LocalDate): string | null =>
  terms.deadlineWords ?? (terms.deadline === null ? null : dayInWords(terms.deadline, partsOf(on).year))

const sectionsOf = (lines: readonly TaskLine[], on: LocalDate): TaskTableInput['sections'] => {
  const [first, second] = nodeDays(on)
  const at = (line: TaskLine, by: LocalDate) => line.terms.nodes.find((node) => node.by === by)?.words ?? null
  const sections: { key: string; title: string; lines: TaskTableInput['sections'][number]['lines'][number][] }[] = []
  for (const line of lines) {
    if (sections.at(-1)?.key !== line.section.key) sections.push({ ...line.section, lines: [] })
    const { title, steps, measure, leadLeader, leadUnit, units, remark } = line.terms
    sections.at(-1)?.lines.push({
      item: line.item,
      sentence: line.sentence,
      title,
      steps,
      measure,
      nodes: [at(line, first), at(line, second)],
      deadline: deadlineWords(line, on),
      leadLeader,
      leadUnit,
      units,
      remark,
    })
  }
  return sections
}

const titleOf = async (store: Store, caller: Caller, document: DocumentRecord): Promise<string> => {
  const meeting = document.meeting === null ? null : await store.record(caller, 'meeting', document.meeting)
  return `${meeting?.title ?? simplify(document.title)}任务分解表`
}

/** What 《任务分解表》 is printed from: the items as they stand, and how far that is from what was approved. */
export const readTaskTable = async (
  store: Store,
  caller: Caller,
  basis: Breakdown,
  approval: RecordOf<'submission'> & { approved: SentTable },
): Promise<TaskTableInput> => {
  const on = caller.today
  const [city] = await store.records(caller, 'region', { where: { code: caller.city } })
  const [first, second] = nodeDays(on)
  return {
    city: { code: caller.city, name: city?.name ?? '' },
    title: await titleOf(store, caller, basis.document),
    basis: basisWords(basis.document),
    approval: approvalWords(approval),
    nodeLabels: [nodeLabel(first), nodeLabel(second)],
    sections: sectionsOf(taskLines(basis), on),
    changedSince: changesSince(approval.approved, tableOf(basis)).length,
    asKnownOn: on,
    meeting: basis.document.meeting,
    checkpoint: (await store.checkpoint(caller.city)).hash,
  }
}

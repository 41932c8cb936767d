import { taskTablePaper, taskTableSheet } from '@yundiao/briefings'
import { docxBytes, xlsxBytes } from '@yundiao/office'
import type { Caller, Store } from '@yundiao/store'
import { readBreakdown } from '../views/breakdown.ts'
import { requireApproved } from '../views/submissions.ts'
import { readTaskTable } from '../views/task-table.ts'
import { keepPaper, type PaperFormat, type PrintedContent, printedAt } from './keep-paper.ts'

/** Makes 《任务分解表》 of an approved breakdown and keeps it. Gives the paper. Throws Problem state.illegal. */
export const makeTaskTable = async (
  store: Store,
  caller: Caller,
  document: string,
  format: PaperFormat,
): Promise<string> => {
  const basis = await readBreakdown(store, caller, document)
  const approval = await requireApproved(store, caller, document, '生成任务分解表')
  const input = await readTaskTable(store, caller, basis, approval)
  const printed = { printedAt: printedAt(store) }
  const content: PrintedContent =
    format === 'xlsx'
      ? { kind: 'sheet', sheet: taskTableSheet(input) }
      : { kind: 'document', paper: taskTablePaper(input) }
  const bytes =
    content.kind === 'sheet' ? await xlsxBytes(content.sheet, printed) : await docxBytes(content.paper, printed)
  const { title, meeting, asKnownOn: on, checkpoint } = input
  return keepPaper(store, caller, {
    kind: 'task-table',
    title,
    format,
    bytes,
    meeting,
    document,
    on,
    figures: [],
    checkpoint,
    printed: content,
    quoting: { reader: caller },
  })
}

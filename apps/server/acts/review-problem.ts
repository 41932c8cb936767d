import type { Clause, ReviewRefusal } from '@yundiao/directives'
import { Problem } from '@yundiao/kernel'

const DONE: Readonly<Record<Clause['disposition'], string>> = {
  pending: '待核',
  item: '已立项',
  merged: '已并入',
  declined: '不立项',
}

/** What a step of 分解立项 was refused for, and what to do. */
export const reviewProblem = (why: ReviewRefusal): Problem => {
  switch (why.kind) {
    case 'not-pending':
      return new Problem('state.illegal', `这条要求${DONE[why.disposition]}，不能再办理；要改请先撤销`, {
        clause: why.clause,
      })
    case 'reason-missing':
      return new Problem('input.invalid', '请写明不立项的理由', { field: 'reason' })
    case 'other-document':
      return new Problem('state.illegal', '只能办理、并入同一份文件的要求；不同文件的同一件事请用并案', {
        clause: why.clause,
      })
    case 'item-closed':
      return new Problem('state.illegal', '该事项已办结，不能再并入要求；请另行立项', { item: why.item })
    case 'nothing-to-merge':
      return new Problem('input.invalid', '没有选中要并入的要求，请先选择')
    case 'has-children':
      return new Problem('state.illegal', '这是标题，下面还有具体要求，请逐条办理', { clause: why.clause })
    case 'split-outside':
      return new Problem('input.invalid', '拆分点应在这条要求的文字之内，请重新选择')
  }
}

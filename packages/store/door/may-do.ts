import type { Caller } from './caller.ts'
import { FIGURE_REPORTERS, holdsRecordRight, mayRelease } from './rights.ts'

/** What pages may offer a caller. The store decides again at the door; this only spares people a refused click. */
export const mayDo = (caller: Caller): Record<string, boolean> => ({
  'item.create': holdsRecordRight(caller, 'item'),
  'item.progress': holdsRecordRight(caller, 'progress'),
  'document.import': holdsRecordRight(caller, 'document'),
  'meeting.write': holdsRecordRight(caller, 'meeting'),
  'paper.make': holdsRecordRight(caller, 'paper'),
  'entry.write': caller.allLedgers || caller.ledgers.write.length > 0,
  'figure.report': Object.values(FIGURE_REPORTERS).some((roles) => roles.includes(caller.role)),
  'figure.release': mayRelease(caller, 'released'),
  'break.declare': holdsRecordRight(caller, 'seriesBreak'),
  'user.write': holdsRecordRight(caller, 'account'),
  'blocked.write': holdsRecordRight(caller, 'blockedName'),
  'businessDay.write': holdsRecordRight(caller, 'setting'),
  'audit.read': ['auditor', 'administrator', 'office', 'system'].includes(caller.role),
  'definition.write': caller.role === 'administrator' || caller.role === 'system',
  'demonstration.keep': caller.role === 'administrator',
  'post.write': holdsRecordRight(caller, 'post'),
  'evaluation.run': holdsRecordRight(caller, 'evaluation'),
  'evaluation.appeal': holdsRecordRight(caller, 'appeal'),
  'rule.read': true,
})

import { defineDomain } from '../define.ts'
import { projects } from './ledger.ts'
import { sameProject } from './same-project.ts'
import { waitingProjects } from './waiting.ts'

export { type ProjectDrag, type ProjectLeaf, type ProjectRow, projectDrag, UNKNOWN_CATEGORY } from './drag.ts'
export { type Project, projects } from './ledger.ts'
export {
  type ProjectDraft,
  type ProjectPlaces,
  type ProjectRecord,
  type ProjectReject,
  type ProjectRows,
  projectRows,
} from './rows.ts'
export { sameProject } from './same-project.ts'
export { type SuspectedPair, suspectedPairs } from './suspected.ts'
export { WAITING_STATES, type WaitingProject, type WaitingState, waitingAfter, waitingProjects } from './waiting.ts'

/** 谋项目、建项目: key projects from reserve to capacity (DESIGN §3, rows 11 and 13). */
export const projectsDomain = defineDomain({
  id: 'projects',
  title: '重点项目',
  ledgers: [projects],
  rules: [],
  figures: [],
  views: [sameProject, waitingProjects],
})

import { defineDomain } from '../define.ts'
import { frontier } from './frontier.ts'
import { issues } from './ledger.ts'
import { national } from './national.ts'
import { openIssues } from './open-issues.ts'
import { scores } from './score-ledger.ts'
import { sichuan } from './sichuan.ts'

export { ARTICLES, ISSUE_SOURCES, type Issue, issues } from './ledger.ts'
export { NATIONAL_TOPICS, national } from './national.ts'
export { type OpenIssue, type OpenIssues, openIssues } from './open-issues.ts'
export { type Score, scores } from './score-ledger.ts'
export { SICHUAN_TOPICS, sichuan } from './sichuan.ts'

/** 营商环境: problems from their source to their closing, and how places are assessed (DESIGN §3, row 20). */
export const businessEnvironmentDomain = defineDomain({
  id: 'business-environment',
  title: '营商环境',
  ledgers: [issues, scores],
  rules: [frontier],
  figures: [],
  views: [openIssues],
  evaluations: [national, sichuan],
})

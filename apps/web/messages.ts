import * as admin from './messages/admin.ts'
import * as analysis from './messages/analysis.ts'
import * as answers from './messages/answers.ts'
import * as breakdown from './messages/breakdown.ts'
import * as breaks from './messages/breaks.ts'
import * as closing from './messages/closing.ts'
import * as comparison from './messages/comparison.ts'
import * as drags from './messages/drags.ts'
import * as evaluation from './messages/evaluation.ts'
import * as evaluationActs from './messages/evaluation-acts.ts'
import * as evaluationWithdrawals from './messages/evaluation-withdrawals.ts'
import * as figures from './messages/figures.ts'
import * as filling from './messages/filling.ts'
import * as findings from './messages/findings.ts'
import * as itemLife from './messages/item-life.ts'
import * as itemSheets from './messages/item-sheets.ts'
import * as items from './messages/items.ts'
import * as ledgers from './messages/ledgers.ts'
import * as maps from './messages/maps.ts'
import * as meetings from './messages/meetings.ts'
import * as outlook from './messages/outlook.ts'
import * as papers from './messages/papers.ts'
import * as posts from './messages/posts.ts'
import * as reporting from './messages/reporting.ts'
import * as shared from './messages/shared.ts'
import * as shell from './messages/shell.ts'

/** All words of the chrome. Chinese is the source; each part declares its English beside it. */
export const zh = {
  ...admin.zh,
  ...analysis.zh,
  ...answers.zh,
  ...breakdown.zh,
  ...breaks.zh,
  ...closing.zh,
  ...comparison.zh,
  ...drags.zh,
  ...evaluation.zh,
  ...evaluationActs.zh,
  ...evaluationWithdrawals.zh,
  ...figures.zh,
  ...filling.zh,
  ...findings.zh,
  ...itemLife.zh,
  ...itemSheets.zh,
  ...items.zh,
  ...ledgers.zh,
  ...maps.zh,
  ...meetings.zh,
  ...outlook.zh,
  ...papers.zh,
  ...posts.zh,
  ...reporting.zh,
  ...shared.zh,
  ...shell.zh,
}

export type Words = Record<keyof typeof zh, string>

export const en: Words = {
  ...admin.en,
  ...analysis.en,
  ...answers.en,
  ...breakdown.en,
  ...breaks.en,
  ...closing.en,
  ...comparison.en,
  ...drags.en,
  ...evaluation.en,
  ...evaluationActs.en,
  ...evaluationWithdrawals.en,
  ...figures.en,
  ...filling.en,
  ...findings.en,
  ...itemLife.en,
  ...itemSheets.en,
  ...items.en,
  ...ledgers.en,
  ...maps.en,
  ...meetings.en,
  ...outlook.en,
  ...papers.en,
  ...posts.en,
  ...reporting.en,
  ...shared.en,
  ...shell.en,
}

import type { Evaluation } from '@yundiao/scorecards'
import { businessEnvironmentDomain } from './business-environment/index.ts'
import { coordinationDomain } from './coordination/index.ts'
import type { Domain } from './define.ts'
import { economyCatalogue, economyRules } from './economy/index.ts'
import { enterprisesDomain } from './enterprises/index.ts'
import { landDomain } from './land/index.ts'
import { parksDomain } from './parks/index.ts'
import { projectsDomain } from './projects/index.ts'

export * from './define.ts'

/** 经济运行: the indicators of the quarterly set. */
const economy: Domain = {
  id: 'economy',
  title: '经济运行',
  ledgers: [],
  rules: economyRules,
  figures: economyCatalogue.all,
  views: [],
}

/** Every domain of the product, in the order of its menu. Adding one is a folder and a line here. */
export const domains: readonly Domain[] = [
  economy,
  projectsDomain,
  enterprisesDomain,
  landDomain,
  parksDomain,
  businessEnvironmentDomain,
  coordinationDomain,
]

/** Every method of evaluation, in the order of their domains. */
export const evaluations: readonly Evaluation[] = domains.flatMap((domain) => domain.evaluations ?? [])

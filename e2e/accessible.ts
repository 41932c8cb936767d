import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

type Violation = readonly [id: string, html: string | undefined]

const found = async (page: Page) => {
  // Our pages hold no frames of other sites: in one go, and without a list of what passed, it takes a third of the time.
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(true)
    .analyze()
  return violations.map(({ id, impact, nodes }) => ({ impact, shown: [id, nodes[0]?.html] as Violation }))
}

/** What axe finds on a page: the rule, and the first element that breaks it. */
export const violationsOf = async (page: Page): Promise<Violation[]> => (await found(page)).map(({ shown }) => shown)

/** Those of them that keep somebody from using the page. */
export const seriousViolationsOf = async (page: Page): Promise<Violation[]> =>
  (await found(page)).filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ shown }) => shown)

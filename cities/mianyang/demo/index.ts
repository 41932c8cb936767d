import { coordinationEntries } from './coordination.ts'
import { dispatchEntries } from './dispatch.ts'
import type { DemoEntry } from './entry.ts'
import { environmentEntries } from './environment.ts'
import { demoFigures } from './figures.ts'
import { demoItems, demoLinks, entryChanges, itemChanges } from './items.ts'
import { landEntries } from './land.ts'
import { demoLongFigures } from './long-figures.ts'
import { demoMeetings, meetingChanges } from './meetings.ts'
import { parkEntries } from './parks.ts'
import { demoPosts } from './posts.ts'
import { projectEntries } from './projects.ts'

export { type DemoEntry, demoId } from './entry.ts'
export type { DemoEntryChange, DemoLink } from './items.ts'
export type { DemoChange, DemoRecord } from './record.ts'

/** Every ledger row of the demonstration: all invented, all marked 演示, the same at every start. */
export const demoEntries: readonly DemoEntry[] = [
  ...projectEntries,
  ...landEntries,
  ...coordinationEntries,
  ...dispatchEntries,
  ...parkEntries,
  ...environmentEntries,
]

/** All the demonstration shows, in the order it is to be entered. Nothing in it is real. */
export const demonstration = {
  entries: demoEntries,
  records: [...demoPosts, ...demoMeetings, ...demoItems],
  links: demoLinks,
  entryChanges,
  changes: [...meetingChanges, ...itemChanges],
  figures: [...demoFigures, ...demoLongFigures],
} as const

import { coordinationEntries } from './coordination.ts'
import type { DemoEntry } from './entry.ts'
import { landEntries } from './land.ts'
import { projectEntries } from './projects.ts'

export { type DemoEntry, demoId } from './entry.ts'

/** Every ledger row of the demonstration: all invented, all marked 演示, the same at every start. */
export const demoEntries: readonly DemoEntry[] = [...projectEntries, ...landEntries, ...coordinationEntries]

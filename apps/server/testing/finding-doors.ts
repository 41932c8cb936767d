import { PERIOD } from './canaries.ts'
import { type Door, OK } from './ledger-doors.ts'
import type { Account } from './rights-table.ts'

/** Only the offices that keep the items make one, or a paper; they are then told that there is no such finding. */
const made = (who: Account): readonly number[] => (['office', 'supervision'].includes(who.role) ? [404] : [403])

/** 研判要点: everybody reads them of what they may see; amounts of the planted figures stand in no sentence. */
export const findingDoors = (who: Account): Door[] => [
  ...[PERIOD, '2022Q1'].flatMap((period): Door[] => [
    { name: `findings of ${period}`, path: `/api/analysis/findings?period=${period}`, status: OK },
    { name: `findings of ${period} as a sheet`, path: `/api/analysis/findings.xlsx?period=${period}`, status: OK },
  ]),
  {
    name: '立项 of a finding',
    path: `/api/analysis/findings/${encodeURIComponent('slowing:gdp:510700:1950Q1')}/item`,
    ask: { json: { period: '1950Q1', title: '试验', leadUnit: null, deadline: null } },
    status: made(who),
  },
  {
    name: '询问提纲',
    path: '/api/analysis/inquiries',
    ask: { json: { period: '1950Q1' } },
    status: made(who),
  },
]

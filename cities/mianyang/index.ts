import { loadBoundaries, loadCityBoundaries } from './boundaries.ts'
import { duties } from './duties.ts'
import { conceptRules } from './import-context.ts'
import { dataFiles, loadFigures, loadTargets } from './load.ts'
import { firstMeeting } from './meeting.ts'
import { posts } from './posts.ts'
import { CITY, comparableCities, NATION, PROVINCE, regionNotes, regions, zoneNames } from './regions.ts'
import { releaseCalendar } from './releases.ts'
import { units } from './units.ts'

export type { Boundaries, Boundary } from './boundaries.ts'
export {
  type DemoChange,
  type DemoEntry,
  type DemoEntryChange,
  type DemoLink,
  type DemoRecord,
  demoEntries,
  demoId,
  demonstration,
} from './demo/index.ts'
export type { DutyAssignment } from './duties.ts'
export type { LoadedFigures, ReadDataFile } from './load.ts'
export type { MeetingFact } from './meeting.ts'
export type { RegionNote } from './regions.ts'
export type { ReleaseDay } from './releases.ts'
export type { PackUnit } from './units.ts'

/** The Mianyang city pack: facts with their sources, and pure loaders that are handed a way to read `data/`. */
export const mianyang = {
  code: CITY,
  name: '绵阳市',
  shortName: '绵阳',
  province: PROVINCE,
  nation: NATION,
  /** The day the demonstration is pinned to. */
  demonstrationDay: '2022-04-26',
  regions,
  regionNotes,
  comparableCities,
  zoneNames,
  units,
  duties,
  conceptRules,
  releaseCalendar,
  meetings: [firstMeeting],
  posts,
  dataFiles,
  loadFigures,
  loadTargets,
  loadBoundaries,
  loadCityBoundaries,
} as const

import {
  csvToFigures,
  csvToTargets,
  datedByReleases,
  type FigureDraft,
  type ImportedTargets,
  longTableToFigures,
  type Merged,
  mergeDrafts,
  type Reject,
  type SourceFile,
} from '@yundiao/figures'
import { importContext, targetContext } from './import-context.ts'
import { nationalMonthly, nationalQuarterly } from './national-series.ts'
import { nationalReleases, releaseCalendar } from './releases.ts'

/** The shell's reading of a file under `data/`: text decoded from UTF-8 and the SHA-256 of its bytes. */
export type ReadDataFile = (path: string) => { text: string; sha256: string }

/** Indicator files in the order of trust: the release of the day first, collections after. */
const INDICATOR_FILES = [
  'mianyang/mianyang_2022q1.csv',
  'mianyang/counties.csv',
  'mianyang/mianyang_history.csv',
  'sichuan/sichuan_cities.csv',
] as const
const NATIONAL_FILES = ['national/national_gdp_quarterly.csv', 'national/national_monthly.csv'] as const
const TARGETS_FILE = 'targets/targets.csv'

/** Every data file the pack reads; their hashes stand in the passports. */
export const dataFiles: readonly string[] = [...INDICATOR_FILES, ...NATIONAL_FILES, TARGETS_FILE]

export type LoadedFigures = {
  drafts: readonly FigureDraft[]
  rejects: readonly (Reject & { file: string })[]
  /** Two files that print different values of one figure; the first file's is kept. */
  conflicts: Merged['conflicts']
  /** Rows left out on purpose, by reason. */
  skipped: Readonly<Record<string, number>>
}

const source = (path: string, read: ReadDataFile): SourceFile => ({ name: path, ...read(path) })

/** A gap has no source to date it: that a release did not carry the figure is known from the day of the release. */
const datedGap = (draft: FigureDraft): FigureDraft => {
  if (draft.value !== null || draft.knownOn !== undefined) return draft
  const release = releaseCalendar.find((day) => day.region === draft.region && day.period === draft.period)
  return release ? { ...draft, knownOn: release.on } : draft
}

/** All figures of the pack's CSV files, merged, each with its passport; national ones dated by the cited releases. */
export const loadFigures = (read: ReadDataFile): LoadedFigures => {
  const [quarterly, monthly] = NATIONAL_FILES
  const files = [
    ...INDICATOR_FILES.map((path) => ({ path, result: csvToFigures(source(path, read), importContext) })),
    { path: quarterly, result: longTableToFigures(source(quarterly, read), nationalQuarterly) },
    { path: monthly, result: longTableToFigures(source(monthly, read), nationalMonthly) },
  ]
  const merged = mergeDrafts(files.map((file) => file.result.drafts))
  return {
    drafts: datedByReleases(merged.drafts, nationalReleases).map(datedGap),
    rejects: files.flatMap(({ path, result }) => result.rejects.map((reject) => ({ ...reject, file: path }))),
    conflicts: merged.conflicts,
    skipped: Object.assign({}, ...files.map((file) => file.result.skipped)),
  }
}

/** The year-start targets; Mianyang's own for 2022 were not found and come out as facts without an operator. */
export const loadTargets = (read: ReadDataFile): ImportedTargets =>
  csvToTargets(source(TARGETS_FILE, read), targetContext)

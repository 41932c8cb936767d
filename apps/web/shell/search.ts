/** Search parameters of the whole site; each page reads its own. `on` is the day of 截至 and follows every link. */
export type Search = {
  on?: string | undefined
  back?: string | undefined
  period?: string | undefined
  q?: string | undefined
  state?: string | undefined
  unit?: string | undefined
  region?: string | undefined
  sort?: string | undefined
  meeting?: string | undefined
  leader?: string | undefined
  due?: string | undefined
  kind?: string | undefined
  /** Which of a page's views, and which of a ledger's questions. */
  view?: string | undefined
  ask?: string | undefined
  by?: string | undefined
  asOf?: string | undefined
  indicator?: string | undefined
  /** A step further in than the region: an industry, a category. */
  group?: string | undefined
  series?: string | undefined
}

const KEYS = [
  'on',
  'back',
  'period',
  'q',
  'state',
  'unit',
  'region',
  'sort',
  'meeting',
  'leader',
  'due',
  'kind',
  'view',
  'ask',
  'by',
  'asOf',
  'indicator',
  'group',
  'series',
] as const
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Keeps known parameters that are texts. A day in another shape is dropped rather than sent. */
export const readSearch = (raw: Record<string, unknown>): Search => {
  const search: Search = {}
  for (const key of KEYS) {
    const value = raw[key]
    if (typeof value === 'string' && value !== '' && (key !== 'on' || DAY.test(value))) search[key] = value
    else if (typeof value === 'number' && key !== 'on') search[key] = String(value)
  }
  return search
}

/** Only paths of this site are returned to. */
export const safeBack = (back: string | undefined): string => (back && /^\/(?![/\\])/.test(back) ? back : '/')

/**
 * Who may import whom (docs/architecture.md). A zone is a package, a domain's root, a domain's pages, an app.
 * `types` may be imported as types only.
 */
const ENGINES = ['rules', 'figures', 'ledgers', 'scorecards', 'directives', 'analysis', 'briefings']
const FACTS = ['figures', 'ledgers', 'scorecards', 'directives']
const PACKAGES = ['kernel', ...ENGINES, 'store', 'office']

export const PURE: readonly string[] = ['kernel', ...ENGINES, 'domains']

type Rule = { values: readonly string[]; types: readonly string[] }

const everything: Rule = {
  values: [...PACKAGES, 'ui', 'domains', 'domain-web', 'cities', 'server', 'cli', 'web'],
  types: [],
}

export const ALLOWED: Readonly<Record<string, Rule>> = {
  kernel: { values: [], types: [] },
  rules: { values: ['kernel'], types: [] },
  ...Object.fromEntries(FACTS.map((name) => [name, { values: ['kernel', 'rules'], types: [] }])),
  analysis: { values: ['kernel', 'rules', ...FACTS], types: [] },
  briefings: { values: ['kernel', 'rules', ...FACTS], types: [] },
  domains: { values: ['kernel', ...ENGINES], types: [] },
  store: { values: ['kernel', ...ENGINES], types: [] },
  office: { values: ['kernel', 'briefings', 'ledgers'], types: ['figures'] },
  ui: { values: ['kernel'], types: ENGINES },
  'domain-web': { values: ['kernel', 'ui', 'domains'], types: ENGINES },
  cities: { values: ['kernel', ...ENGINES, 'domains'], types: [] },
  server: { values: [...PACKAGES, 'domains', 'cities'], types: [] },
  cli: { values: [...PACKAGES, 'domains', 'cities', 'server'], types: [] },
  // Pages use the figures engine itself (references, spelling of periods); other engines' code stays out of the bundle.
  web: { values: ['kernel', 'figures', 'ui', 'domains', 'domain-web'], types: [...ENGINES, 'server'] },
  bench: everything,
  e2e: everything,
  scripts: everything,
}

/** What a pure package may take from npm: computation only. */
export const PURE_LIBRARIES: readonly string[] = ['zod', 'chinese-days', 'opencc-js', 'pinyin-pro']

/** `packages/store/door/x.ts` → `store`; null for files outside the layout. */
export const zoneOf = (file: string): string | null => {
  const [top = '', second = '', third = ''] = file.split('/')
  if (top === 'packages' || top === 'apps') return second
  if (top === 'domains') return third === 'web' && file.split('/').length > 3 ? 'domain-web' : 'domains'
  return ['cities', 'bench', 'e2e', 'scripts'].includes(top) ? top : null
}

/** Two folders under domains/ or cities/ are neighbours, not one package. */
export const partOf = (file: string): string => {
  const [top = '', second = '', ...rest] = file.split('/')
  return rest.length > 0 && ['packages', 'apps', 'domains', 'cities'].includes(top) ? `${top}/${second}` : top
}

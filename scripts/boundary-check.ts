import path from 'node:path'
import { parseSync } from 'vite'
import { ALLOWED, PURE, PURE_LIBRARIES, partOf, zoneOf } from './boundary-rules.ts'

export type Source = { file: string; text: string }
export type Breach = { file: string; line: number; what: string }
type Import = { request: string; line: number; isType: boolean }
type Edge = { target: string; line: number }

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length

/** Every import and re-export of a source: what is asked for, where, and whether for types only. */
const importsOf = ({ file, text }: Source): Import[] => {
  const { module } = parseSync(file, text)
  const found: Import[] = []
  for (const one of module.staticImports) {
    const isType = one.entries.length > 0 && one.entries.every((entry) => entry.isType)
    found.push({ request: one.moduleRequest.value, line: lineAt(text, one.start), isType })
  }
  for (const { moduleRequest, start, isType } of module.staticExports.flatMap((each) => each.entries)) {
    if (moduleRequest) found.push({ request: moduleRequest.value, line: lineAt(text, start), isType })
  }
  // Covers import('x') as a value and as a type alike.
  for (const match of text.matchAll(/\bimport\(\s*['"]([^'"\n]+)['"]/g)) {
    found.push({ request: match[1] ?? '', line: lineAt(text, match.index), isType: false })
  }
  return found
}

const OWN = /^@yundiao\/([a-z-]+)(?:\/(.+))?$/
const APPS = ['server', 'web', 'cli']

/** A request of our own package as the zone and whether it goes through the door (index, or a subpath it exports). */
const ownTarget = (request: string): { zone: string; throughDoor: boolean } | null => {
  const match = OWN.exec(request)
  if (!match) return null
  const [, name = '', rest] = match
  if (name === 'domains') return { zone: 'domains', throughDoor: rest === undefined || /^[a-z-]+$/.test(rest) }
  const zone = name in ALLOWED || APPS.includes(name) ? name : 'cities'
  return { zone, throughDoor: rest === undefined || (name === 'ui' && rest.startsWith('styles/')) }
}

/** Tests and what serves only them: `x.test.ts`, `x.fixture.ts`, a folder `testing/`, the browser tests. */
const isTest = (file: string): boolean =>
  /\.(test|fixture|deep)\.tsx?$/.test(file) || file.includes('/testing/') || file.startsWith('e2e/')

const libraryBreach = (zone: string, file: string, request: string): string | null => {
  if (!PURE.includes(zone) || isTest(file)) return null
  if (request.startsWith('node:')) return `pure ${zone} imports ${request}: take it as an argument`
  return PURE_LIBRARIES.includes(request.split('/')[0] ?? '')
    ? null
    : `pure ${zone} imports ${request}, not among its libraries`
}

const directionBreach = (zone: string, target: string, isType: boolean): string | null => {
  const rule = ALLOWED[zone]
  if (!rule || zone === target || rule.values.includes(target)) return null
  if (!rule.types.includes(target)) return `${zone} may not import ${target}`
  return isType ? null : `${zone} may import only types of ${target}`
}

/** A relative request within the repository, as a path from its root. */
const resolved = (file: string, request: string): string => path.posix.join(path.posix.dirname(file), request)

const relativeBreach = (zone: string, file: string, { request, isType }: Import): string | null => {
  const target = resolved(file, request)
  if (target.startsWith('..')) return `${request} leaves the repository`
  const targetZone = zoneOf(target)
  if (targetZone === null) return null
  const direction = directionBreach(zone, targetZone, isType)
  if (direction) return direction
  if (partOf(file) === partOf(target) || partOf(target) === 'domains') return null
  if (isTest(file) && target.includes('/testing/')) return null
  const throughIndex = /(^|\/)index\.tsx?$/.test(target) && partOf(file).split('/')[0] === partOf(target).split('/')[0]
  return throughIndex || zone === 'scripts'
    ? null
    : `${request} reaches into ${partOf(target)}: import its index by package name`
}

const breachOf = (file: string, one: Import): string | null => {
  const zone = zoneOf(file)
  if (zone === null) return null
  if (one.request.startsWith('.')) return relativeBreach(zone, file, one)
  const own = ownTarget(one.request)
  if (!own) return libraryBreach(zone, file, one.request)
  const direction = directionBreach(zone, own.zone, one.isType)
  return direction ?? (own.throughDoor ? null : `${one.request} goes past the index of ${own.zone}`)
}

/** Cycles among files, each once, by depth-first search over relative imports. */
const cyclesIn = (graph: ReadonlyMap<string, Edge[]>): Breach[] => {
  const state = new Map<string, 'open' | 'done'>()
  const cycles: Breach[] = []
  const visit = (file: string, trail: readonly string[]): void => {
    state.set(file, 'open')
    for (const { target, line } of graph.get(file) ?? []) {
      if (state.get(target) === 'open') {
        const loop = [...trail.slice(trail.indexOf(target)), target]
        cycles.push({ file, line, what: `cycle: ${loop.join(' → ')}` })
      } else if (!state.has(target) && graph.has(target)) visit(target, [...trail, target])
    }
    state.set(file, 'done')
  }
  for (const file of graph.keys()) if (!state.has(file)) visit(file, [file])
  return cycles
}

/** All breaches of the import directions in the given sources ({ file: path from the root, text }). */
export const findBreaches = (sources: readonly Source[]): Breach[] => {
  const graph = new Map<string, Edge[]>()
  const breaches: Breach[] = []
  for (const source of sources) {
    const imports = importsOf(source)
    const relative = imports.filter((one) => one.request.startsWith('.'))
    graph.set(
      source.file,
      relative.map((one) => ({ target: resolved(source.file, one.request), line: one.line })),
    )
    for (const one of imports) {
      const what = breachOf(source.file, one)
      if (what) breaches.push({ file: source.file, line: one.line, what })
    }
  }
  return [...breaches, ...cyclesIn(graph)]
}

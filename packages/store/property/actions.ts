import type { FigureDraft } from '@yundiao/figures'
import { isProblem, type LocalDate } from '@yundiao/kernel'
import type { Change, Outcome } from '../door/changes.ts'
import { needsOf } from '../door/holds.ts'
import type { Store } from '../store.ts'
import {
  holdsPlace,
  isEarly,
  type ModelEntry,
  type ModelFigure,
  type ModelItem,
  type ModelPaper,
  reports,
  seesEntry,
  seesItem,
  seesPaper,
  writesLedger,
} from './oracle.ts'
import { PEOPLE, type Person, PLACES, PLOTS, type World } from './world.ts'

const FAR = '2999-01-01T00:00:00.000Z'

/** Numbers that a random run draws; each is read modulo what there is to choose from. */
export type Draw = { who: number; what: number; place: number; pick: number; flag: number }

export type Model = {
  entries: ModelEntry[]
  versions: Map<string, number>
  figures: ModelFigure[]
  refs: Map<string, string>
  items: ModelItem[]
  papers: ModelPaper[]
  value: number
}

export const emptyModel = (): Model => ({
  entries: [],
  versions: new Map(),
  figures: [],
  refs: new Map(),
  items: [],
  papers: [],
  value: 0,
})

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % list.length]

type Attempt = { change: Change; allowed: boolean; apply: (outcome: Outcome) => void }

const codeOf = (world: World, place: string): string => (place === 'CITY' ? world.city : place)

const enter = (world: World, model: Model, person: Person, draw: Draw): Attempt => {
  const place = pick(PLACES, draw.place) ?? 'CITY'
  const values = {
    name: `地块${draw.pick}`,
    kind: draw.flag % 2 ? '甲' : null,
    price: draw.pick,
    contact: '0816-1234567',
  }
  return {
    change: { do: 'enter', ledger: PLOTS.id, rows: [{ region: codeOf(world, place), values }] },
    allowed: writesLedger(person) && holdsPlace(person, place),
    apply: (outcome) => {
      const id = outcome.do === 'enter' ? (outcome.ids[0] ?? '') : ''
      model.entries.push({ id, place, demo: false })
      model.versions.set(id, 1)
    },
  }
}

const amend = (world: World, model: Model, person: Person, draw: Draw): Attempt | null => {
  const entry = pick(model.entries, draw.pick)
  if (!entry) return null
  const target = draw.flag % 5 === 0 ? (pick(PLACES, draw.place) ?? entry.place) : entry.place
  return {
    change: {
      do: 'amend',
      ledger: PLOTS.id,
      id: entry.id,
      version: model.versions.get(entry.id) ?? 1,
      values: { price: draw.place * 100 + draw.flag },
      region: codeOf(world, target),
    },
    allowed: writesLedger(person) && seesEntry(person, entry) && holdsPlace(person, target),
    apply: () => {
      entry.place = target
      model.versions.set(entry.id, (model.versions.get(entry.id) ?? 1) + 1)
    },
  }
}

const draft = (
  world: World,
  model: Model,
  place: string,
  indicator: string,
  origin: 'official' | 'department',
): FigureDraft => {
  model.value += 1
  return {
    series: { indicator, measure: 'level', accumulation: 'ytd', origin, concept: 'default', dims: {} },
    unit: '元',
    region: codeOf(world, place),
    period: '2022Q1',
    value: model.value,
    printed: String(model.value),
    printedUnit: '元',
    round: null,
    note: null,
    releaseState: 'reported',
    passport: { kind: 'manual', reason: '试验' },
  }
}

const report = (world: World, model: Model, person: Person, draw: Draw): Attempt => {
  const place = pick(PLACES, draw.place) ?? 'CITY'
  const origin = draw.flag % 3 === 0 ? 'official' : 'department'
  const indicator = draw.flag % 2 === 0 ? 'gdp' : 'fai'
  const embargoed = draw.flag % 4 === 0
  const key = `${indicator}.${origin}.${place}`
  const held = model.figures.find((figure) => figure.key === key)
  const figures = [draft(world, model, place, indicator, origin)]
  const value = model.value
  const needsList = embargoed || held?.vintages.at(-1)?.embargoed
  return {
    change: { do: 'report', figures, ...(embargoed ? { releaseAt: FAR } : {}) },
    allowed: reports(person, origin) && holdsPlace(person, place) && (!needsList || isEarly(person, indicator)),
    apply: (outcome) => {
      const figure = held ?? { key, place, indicator, vintages: [] }
      if (!held) model.figures.push(figure)
      figure.vintages.push({
        value,
        ref: outcome.do === 'report' ? (outcome.refs[0] ?? '') : '',
        released: false,
        embargoed,
      })
    },
  }
}

const release = (_world: World, model: Model, person: Person, draw: Draw): Attempt | null => {
  const figure = pick(model.figures, draw.pick)
  const vintage = figure?.vintages.at(-1)
  if (!figure || !vintage) return null
  const at = draw.flag % 3 === 0 ? FAR : undefined
  const early = isEarly(person, figure.indicator)
  const inOrder = at === undefined || vintage.embargoed
  return {
    change: { do: 'release', refs: [vintage.ref as `fig:${string}`], state: 'released', ...(at ? { at } : {}) },
    allowed:
      person.role === 'statistics' &&
      holdsPlace(person, figure.place) &&
      inOrder &&
      ((!vintage.embargoed && !at) || early),
    apply: () => {
      vintage.released = true
      vintage.embargoed = at !== undefined
    },
  }
}

const UNITS = [null, 'land', 'industry'] as const

const addItem = (world: World, model: Model, person: Person, draw: Draw): Attempt => {
  const place = pick([null, 'CITY', 'c1', 'c1t', 'c2', 'z1'], draw.place) ?? null
  const lead = pick(UNITS, draw.flag) ?? null
  const assists = draw.pick % 3 === 0 ? ['industry'] : []
  model.value += 1
  const values = {
    number: `督${model.value}`,
    title: '事项',
    sourceKind: 'instruction',
    state: '未启动',
    leadUnit: lead,
    assistUnits: assists,
    region: place && codeOf(world, place),
  }
  return {
    change: { do: 'add', table: 'item', rows: [{ values }] },
    allowed: ['office', 'supervision'].includes(person.role),
    apply: (outcome) =>
      model.items.push({ id: outcome.do === 'add' ? (outcome.ids[0] ?? '') : '', place, lead, assists }),
  }
}

const addProgress = (_world: World, model: Model, person: Person, draw: Draw): Attempt | null => {
  const item = pick(model.items, draw.pick)
  if (!item) return null
  return {
    change: { do: 'add', table: 'progress', rows: [{ values: { item: item.id, text: '进展' } }] },
    allowed: ['office', 'supervision', 'department', 'county', 'park'].includes(person.role) && seesItem(person, item),
    apply: () => undefined,
  }
}

const ASKS = ['nothing', 'ledger', 'firm', 'other'] as const
const NEEDS: Readonly<Record<ModelPaper['asks'], readonly string[]>> = {
  nothing: [],
  ledger: needsOf([PLOTS.id], 'internal'),
  firm: needsOf([PLOTS.id], 'firm'),
  other: needsOf(['test.other'], 'internal'),
}

const idOf = (outcome: Outcome): string => (outcome.do === 'add' ? (outcome.ids[0] ?? '') : '')

const addPaper = (_world: World, model: Model, person: Person, draw: Draw): Attempt => {
  const asks = pick(ASKS, draw.flag) ?? 'nothing'
  const values = { kind: 'answer-book', title: '备询手册', needs: NEEDS[asks] }
  return {
    change: { do: 'add', table: 'paper', rows: [{ values }] },
    allowed: ['office', 'supervision'].includes(person.role) && seesPaper(person, asks),
    apply: (outcome) => model.papers.push({ id: idOf(outcome), asks, revisions: [] }),
  }
}

/** A copy that came back asks for what its paper asks for, without being told. */
const returnPaper = (_world: World, model: Model, person: Person, draw: Draw): Attempt | null => {
  const paper = pick(model.papers, draw.pick)
  if (!paper) return null
  const allowed = ['office', 'supervision'].includes(person.role) && seesPaper(person, paper.asks)
  const copy = { paper: paper.id, file: 'f', name: '改稿', receivedBy: person.name, state: '待处理' }
  return {
    change: { do: 'add', table: 'revision', rows: [{ values: copy }] },
    allowed,
    apply: (outcome) => paper.revisions.push(idOf(outcome)),
  }
}

const KINDS = [enter, amend, amend, report, report, release, addItem, addProgress, addPaper, returnPaper] as const

/** Whether a draw releases a figure: that changes who sees what was known before. */
export const isRelease = (draw: Draw): boolean => pick(KINDS, draw.what) === release

/** One person tries one thing: done exactly when the oracle says it may be, else refused with nothing changed. */
export const act = async (
  store: Store,
  world: World,
  model: Model,
  today: LocalDate,
  draw: Draw,
): Promise<string | null> => {
  const person = pick(PEOPLE, draw.who)
  const attempt = person && pick(KINDS, draw.what)?.(world, model, person, draw)
  if (!person || !attempt) return null
  const caller = await world.people.get(person.name)?.(today)
  if (!caller) return `${person.name} has no caller`
  try {
    const [outcome] = await store.commit(caller, [attempt.change])
    if (!attempt.allowed) return `${person.name} was let through: ${JSON.stringify(attempt.change)}`
    if (outcome) attempt.apply(outcome)
    return null
  } catch (error) {
    if (!isProblem(error)) throw error
    return attempt.allowed
      ? `${person.name} was refused (${error.code} ${error.message}): ${JSON.stringify(attempt.change)}`
      : null
  }
}

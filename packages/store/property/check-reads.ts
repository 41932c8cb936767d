import { isProblem, type LocalDate } from '@yundiao/kernel'
import { expect } from 'vitest'
import type { Store } from '../store.ts'
import type { Model } from './actions.ts'
import { opensLedger, seesEntry, seesFigure, seesItem, seesPaper, seesPrice } from './oracle.ts'
import { type Person, PLOTS, type World } from './world.ts'

const placeOf = (world: World, region: string): string => (region === world.city ? 'CITY' : region)

/** Everything a person can read, through every reading function of the store. */
export const readAll = async (store: Store, world: World, person: Person, today: LocalDate, on: LocalDate) => {
  const caller = await world.people.get(person.name)?.(today)
  if (!caller) throw new Error(`no caller ${person.name}`)
  const canOpen = opensLedger(person)
  const list = canOpen ? await store.entries(caller, PLOTS.id, { on, limit: 200 }) : null
  const figures = await store.figures(caller, { on })
  return {
    caller,
    list,
    count: canOpen ? (await store.countEntries(caller, PLOTS.id, { on })).count.n : 0,
    found: canOpen ? (await store.entries(caller, PLOTS.id, { on, search: '地块', limit: 200 })).rows.length : 0,
    figures,
    passports: await Promise.all(figures.map((figure) => store.passport(caller, figure.ref, on))),
    items: await store.records(caller, 'item', { on }),
    progress: await store.records(caller, 'progress', { on }),
    papers: await store.records(caller, 'paper', { on }),
    revisions: await store.records(caller, 'revision', { on }),
    events: await store.events(caller, { limit: 1000 }),
  }
}

const ids = (rows: readonly { id: string }[]): string[] => rows.map((row) => row.id).sort()

/** Holds everything a person can read to the oracle. */
export const checkReads = async (
  store: Store,
  world: World,
  model: Model,
  person: Person,
  today: LocalDate,
): Promise<void> => {
  const read = await readAll(store, world, person, today, today)
  const entries = model.entries.filter((entry) => seesEntry(person, entry))
  expect(ids(read.list?.rows ?? []), `${person.name} entries`).toEqual(ids(entries))
  expect(read.count, `${person.name} count`).toBe(entries.length)
  expect(read.found, `${person.name} search`).toBe(entries.length)
  expect(read.list?.columns.includes('price') ?? false, `${person.name} column`).toBe(
    opensLedger(person) && seesPrice(person),
  )
  expect(read.list?.columns.includes('contact') ?? false, `${person.name} personal`).toBe(false)
  const expected = model.figures.flatMap((figure) => {
    const vintage = seesFigure(person, figure)
    return vintage ? [`${figure.key}=${vintage.value}`] : []
  })
  const seen = read.figures.map(
    ({ series, region, value }) => `${series.indicator}.${series.origin}.${placeOf(world, region)}=${value}`,
  )
  expect(seen.sort(), `${person.name} figures`).toEqual(expected.sort())
  expect(ids(read.items), `${person.name} items`).toEqual(ids(model.items.filter((item) => seesItem(person, item))))
  const mine = new Set(ids(read.items))
  expect(
    read.progress.every((note) => mine.has(note.item)),
    `${person.name} progress`,
  ).toBe(true)
  const papers = model.papers.filter(({ asks }) => seesPaper(person, asks))
  expect(ids(read.papers), `${person.name} papers`).toEqual(ids(papers))
  expect(ids(read.revisions), `${person.name} revisions`).toEqual(papers.flatMap(({ revisions }) => revisions).sort())
  const text = JSON.stringify(read.events.map((event) => event.body))
  expect(text).not.toContain('0816-1234567')
  const told = new Set(read.events.map(({ subject }) => subject))
  for (const { id, asks, revisions } of model.papers)
    for (const each of [id, ...revisions])
      expect(told.has(each), `${person.name} tells of ${each}`).toBe(seesPaper(person, asks))
  for (const hidden of model.entries.filter(
    (entry) => !seesEntry(person, entry) && !writtenInSight(read.events, entry.id),
  ))
    expect(text, `${person.name} history`).not.toContain(hidden.id)
}

const isRefused = async (asked: Promise<unknown>): Promise<boolean> => asked.then(() => false, isProblem)

/** What is out of sight stays so when asked for by its very id, through each function that takes one. */
export const checkAsked = async (
  store: Store,
  world: World,
  model: Model,
  person: Person,
  today: LocalDate,
): Promise<void> => {
  const caller = await world.people.get(person.name)?.(today)
  if (!caller) throw new Error(`no caller ${person.name}`)
  for (const { id } of model.entries.filter((entry) => !seesEntry(person, entry)).slice(0, 3)) {
    if (opensLedger(person)) expect(await store.entry(caller, PLOTS.id, id)).toBeNull()
    else expect(await isRefused(store.entry(caller, PLOTS.id, id))).toBe(true)
    expect(await isRefused(store.reveal(caller, { ledger: PLOTS.id, id, field: 'contact', reason: '核对' }))).toBe(true)
  }
  for (const figure of model.figures) {
    const seen = seesFigure(person, figure)
    const hidden = figure.vintages.slice(seen ? figure.vintages.indexOf(seen) + 1 : 0)
    for (const { ref } of hidden) expect(await store.passport(caller, ref, today), `${person.name} ${ref}`).toBeNull()
  }
  for (const { id } of model.items.filter((item) => !seesItem(person, item)).slice(0, 3))
    expect(await store.record(caller, 'item', id)).toBeNull()
  for (const { id } of model.papers.filter(({ asks }) => !seesPaper(person, asks)).slice(0, 3))
    expect(await store.record(caller, 'paper', id)).toBeNull()
}

/** An entry that moved out of sight keeps the events of the time it was in sight. */
const writtenInSight = (events: readonly { subject: string | null }[], id: string): boolean =>
  events.some((event) => event.subject === id)

import type { AnswerTask } from '@yundiao/briefings'
import { matters, type OpenMatters, openMatters } from '@yundiao/domains/coordination'
import { projects, type WaitingProject, waitingProjects } from '@yundiao/domains/projects'
import { monthsElapsed } from '@yundiao/figures'
import { dayInWords, isClosed, type LocalDate, parsePeriod, partsOf } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { answerView } from './domain-view.ts'
import { ledgerDay } from './drag-projects.ts'
import { unitWords } from './item-row.ts'
import { readJudged } from './items.ts'
import { type Names, readNames } from './names.ts'

/** A task and whose it is: the place it lies in, the unit that answers for it. Codes. */
export type PlacedTask = { task: AnswerTask; region: string | null; units: readonly string[] }

/** A note of a unit is cut to what a table's cell takes. */
const LONGEST = 30

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)

const readItems = async (store: Store, caller: Caller, on: LocalDate, names: Names): Promise<PlacedTask[]> => {
  const { year } = partsOf(on)
  return (await readJudged(store, caller, on))
    .filter(({ judgement }) => !isClosed(judgement.state))
    .map(({ item, judgement, latest }) => {
      const due = item.extendedTo ?? item.deadline
      const words = [
        due !== null ? `完成时限${dayInWords(due, year)}` : item.closureKind === 'standing' ? '' : '完成时限待明确',
        latest?.asOf ? `截至${dayInWords(latest.asOf, year)}：${cut(latest.text)}` : '',
      ].filter((part) => part !== '')
      return {
        task: {
          kind: 'item',
          state: judgement.state,
          link: { item: item.id },
          title: item.title,
          unit: unitWords(item.leadUnit, names),
          words: words.join('；'),
          demo: item.demo,
        },
        region: item.region,
        units: item.leadUnit === null ? [] : [item.leadUnit],
      }
    })
}

const percent = (ratio: number): string => (Math.round(ratio * 1000) / 10).toFixed(1)

const projectWords = ({ state, done, gap, plannedMonth, startedOn }: WaitingProject, year: number): string => {
  switch (state) {
    case '欠序时':
      return `完成年计划${percent(done ?? 0)}%，欠${percent(-(gap ?? 0))}个百分点`
    case '应开未开':
      return `计划${plannedMonth}月开工，未登记开工`
    case '开工未入统':
      return startedOn === null ? '登记未入统' : `${dayInWords(startedOn, year)}开工，登记未入统`
  }
}

const readProjects = async (
  store: Store,
  caller: Caller,
  { on, period, names }: { on: LocalDate; period: string; names: Names },
): Promise<PlacedTask[]> => {
  const day = ledgerDay(period, on)
  const parsed = parsePeriod(period)
  const months = parsed && monthsElapsed(parsed)
  if (day === null || !months) return []
  const waiting = (await answerView(store, caller, waitingProjects, {
    input: { months },
    on: day,
  })) as readonly WaitingProject[]
  const { year } = partsOf(on)
  return waiting.map((project) => ({
    task: {
      kind: 'project',
      state: project.state,
      link: { entry: `${projects.id}/${project.id}` },
      title: project.name,
      unit: names.place(project.region)?.name ?? null,
      words: projectWords(project, year),
      demo: project.demo,
    },
    region: project.region,
    units: [],
  }))
}

const readMatters = async (store: Store, caller: Caller, on: LocalDate, names: Names): Promise<PlacedTask[]> => {
  const { rows } = (await answerView(store, caller, openMatters, { input: {}, on })) as OpenMatters
  const { year } = partsOf(on)
  const answered = (state: string): number => Number(state === '已答复')
  return rows
    .toSorted((a, b) => answered(a.state) - answered(b.state))
    .map((row) => ({
      task: {
        kind: 'matter',
        state: row.state,
        link: { entry: `${row.ledger}/${row.id}` },
        title: row.title,
        unit: unitWords(row.responsible, names),
        words: `${dayInWords(row.raisedOn, year)}提出，已等${row.waitingDays}天`,
        demo: row.demo,
      },
      region: row.region,
      units: row.responsible === null ? [] : [row.responsible],
    }))
}

export type Tasks = {
  /** Items (worst first), projects, matters (longest waiting first) in the caller's sight. */
  all: readonly PlacedTask[]
  seesProjects: boolean
}

/** What waits, as known on a day: ledgers out of the caller's sight give nothing and are said to be so. */
export const readTasks = async (
  store: Store,
  caller: Caller,
  { on, period }: { on: LocalDate; period: string },
): Promise<Tasks> => {
  const [names, ledgers] = await Promise.all([readNames(store, caller), store.ledgers(caller)])
  const held = new Set(ledgers.map(({ definition }) => definition.id))
  const seesProjects = held.has(projects.id)
  const [items, waiting, open] = await Promise.all([
    readItems(store, caller, on, names),
    seesProjects ? readProjects(store, caller, { on, period, names }) : [],
    seesProjects && held.has(matters.id) ? readMatters(store, caller, on, names) : [],
  ])
  return { all: [...items, ...waiting, ...open], seesProjects }
}

import type { AnswerDrag, DragPart } from '@yundiao/briefings'
import {
  dispatch,
  dispatchCells,
  enterpriseDrag,
  industryTable,
  MERGED,
  UNKNOWN_INDUSTRY,
} from '@yundiao/domains/enterprises'
import { projects } from '@yundiao/domains/projects'
import type { LocalDate } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { type DispatchSight, readDispatch } from './drag-enterprises.ts'
import { readProjectDrag } from './drag-projects.ts'

/** Fewer enterprises than this make no cell that may be shown without them. */

/** What drags in each place, by its code, and whether single enterprises may be seen. */
export type PlaceDrags = { of: (region: string) => readonly AnswerDrag[]; seesEnterprises: boolean }

type Asked = { period: string; on: LocalDate }

const falling = (parts: readonly DragPart[]): readonly DragPart[] =>
  parts.filter(({ change }) => change < 0).toSorted((a, b) => a.change - b.change || (a.name < b.name ? -1 : 1))

/** Enterprises by name, from rows the reader may see. */
const fromRows = (sight: Extract<DispatchSight, { kind: 'rows' | 'table' }>, period: string) => {
  const { tree, leaves } = enterpriseDrag(sight.rows, period)
  return (region: string): readonly AnswerDrag[] => {
    const node = tree.children.find(({ key }) => key === region)
    if (!node) return []
    const named = node.children.flatMap(({ children }) =>
      children.map(({ key, change }): DragPart => {
        const leaf = leaves.get(key)
        return {
          name: leaf?.name ?? key,
          change,
          entry: `${dispatch.id}/${key}`,
          demo: leaf?.demo ?? false,
        }
      }),
    )
    const inputs = named.flatMap(({ entry }) => (entry === null ? [] : [`entry:${entry}`]))
    const industries = node.children
      .filter(({ key }) => key !== UNKNOWN_INDUSTRY)
      .map(({ key, change }): DragPart => ({ name: key, change, entry: null, demo: false }))
    return [
      {
        kind: 'output',
        count: node.respondents,
        change: node.change,
        groups: falling(industries),
        parts: falling(named),
        inputs,
      },
    ]
  }
}

/** Industries alone, what reveals one enterprise hidden, as 归因 shows them. */
const fromTable = (sight: Extract<DispatchSight, { kind: 'rows' | 'table' }>, period: string) => {
  const grid = industryTable(dispatchCells(sight.rows, period, 'output').cells)
  return (region: string): readonly AnswerDrag[] => {
    if (grid.kind === 'too-few') return []
    const line = grid.cells[grid.regions.findIndex(({ key, members }) => key === region && members.length === 1)]
    const whole = line?.at(-1)
    if (!line || !whole || whole.now === null || whole.before === null || whole.respondents === null) return []
    const industries = grid.industries.flatMap(({ key }, at): DragPart[] => {
      const cell = line[at]
      if (key === MERGED || key === UNKNOWN_INDUSTRY || !cell || cell.now === null || cell.before === null) return []
      return [{ name: key, change: cell.now - cell.before, entry: null, demo: false }]
    })
    return [
      {
        kind: 'output',
        count: whole.respondents,
        change: whole.now - whole.before,
        groups: falling(industries),
        parts: [],
        inputs: [`ledger:${dispatch.id}`],
      },
    ]
  }
}

const readOutput = async (store: Store, caller: Caller, { period, on }: Asked): Promise<PlaceDrags> => {
  const sight = await readDispatch(store, caller, { on })
  if (sight.kind === 'none') return { of: () => [], seesEnterprises: false }
  if (sight.kind === 'rows') return { of: fromRows(sight, period), seesEnterprises: true }
  // Two days held against one another would give the enterprises that reported in between.
  return { of: on === caller.today ? fromTable(sight, period) : () => [], seesEnterprises: false }
}

const readInvestment = async (store: Store, caller: Caller, asked: Asked): Promise<PlaceDrags['of']> => {
  const held = await readProjectDrag(store, caller, asked)
  return (region) => {
    const node = held?.drag.tree.children.find(({ key }) => key === region)
    if (!held || !node) return []
    const parts = node.children.flatMap(({ children }) =>
      children.map(({ key, change }): DragPart => {
        const leaf = held.drag.leaves.get(key)
        return { name: leaf?.name ?? key, change, entry: `${projects.id}/${key}`, demo: leaf?.demo ?? false }
      }),
    )
    const inputs = parts.flatMap(({ entry }) => (entry === null ? [] : [`entry:${entry}`]))
    return [
      {
        kind: 'investment',
        count: node.respondents,
        change: node.change,
        groups: falling(
          node.children.map(({ key, change }): DragPart => ({ name: key, change, entry: null, demo: false })),
        ),
        parts: falling(parts),
        inputs,
      },
    ]
  }
}

/** Who weighs most in each place: industries and enterprises of the dispatch, projects of the ledger. */
export const readPlaceDrags = async (
  store: Store,
  caller: Caller,
  { seesProjects, ...asked }: Asked & { seesProjects: boolean },
): Promise<PlaceDrags> => {
  const [output, investment] = await Promise.all([
    readOutput(store, caller, asked),
    seesProjects ? readInvestment(store, caller, asked) : () => [],
  ])
  return {
    of: (region) => [...output.of(region), ...investment(region)],
    seesEnterprises: output.seesEnterprises,
  }
}

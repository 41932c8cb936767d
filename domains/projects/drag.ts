import { type AttributionNode, attribute, type Cell } from '@yundiao/analysis'
import type { ViewRow } from '../define.ts'
import type { projects } from './ledger.ts'

export type ProjectRow = ViewRow<typeof projects>

/** Said of a project whose category nobody filled in. */
export const UNKNOWN_CATEGORY = '待明确'

/** A project at the end of a branch; the branch's key is its id. */
export type ProjectLeaf = Pick<ProjectRow, 'id' | 'region' | 'state' | 'demo'> & {
  name: string
  problems: string | null
}

export type ProjectDrag = {
  /**
   * Region × category × project: keys are codes, categories, ids. now is 完成投资 since January in 元, before the year's
   * plan × time progress, so a negative change is behind time.
   */
  tree: AttributionNode
  leaves: ReadonlyMap<string, ProjectLeaf>
  /** With a plan and no amount done reported: not counted, as nobody said it is nothing. `plan` is theirs, in 元. */
  unreported: { count: number; plan: number }
  /** With an amount done and no plan to hold it against. */
  unplanned: number
}

/** Stages at which no plan is kept any more. */
const ENDED: readonly string[] = ['终止', '退库']

const hasPlan = ({ values }: ProjectRow): boolean => (values.planYear ?? 0) > 0

/**
 * Which projects are behind or ahead of time: 完成投资 (调度) less plan × `time` (0–1, months gone by ÷ 12), adding up by
 * region and category. Dispatch amounts of the ledger, never the statistical investment. It weighs all months alike:
 * plans by season are not known.
 */
export const projectDrag = (rows: readonly ProjectRow[], time: number): ProjectDrag => {
  const alive = rows.filter(({ state }) => !ENDED.includes(state))
  const planned = alive.filter(hasPlan)
  const cells = planned.flatMap(({ id, region, values }): Cell[] =>
    values.doneThisYear === null
      ? []
      : [
          {
            keys: [region, values.category ?? UNKNOWN_CATEGORY, id],
            now: values.doneThisYear,
            before: (values.planYear ?? 0) * time,
          },
        ],
  )
  const silent = planned.filter(({ values }) => values.doneThisYear === null)
  const leaf = ({ id, region, state, demo, values }: ProjectRow): [string, ProjectLeaf] => [
    id,
    { id, region, state, demo, name: values.name, problems: values.problems },
  ]
  return {
    tree: attribute(cells, 3),
    leaves: new Map(planned.map(leaf)),
    unreported: { count: silent.length, plan: silent.reduce((sum, { values }) => sum + (values.planYear ?? 0), 0) },
    unplanned: alive.filter((row) => !hasPlan(row) && (row.values.doneThisYear ?? 0) > 0).length,
  }
}

import type { AttributionNode } from '@yundiao/analysis'
import { parseEntry } from '@yundiao/ledgers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ProjectRow, projectDrag } from './drag.ts'
import { type Project, projects } from './ledger.ts'

const row = (id: string, input: Partial<Project>, region = '510781', state = '在建'): ProjectRow => {
  const parsed = parseEntry(projects, { name: `项目${id}`, ...input }, 'new')
  if (parsed.kind === 'invalid') throw new Error(parsed.errors[0]?.message)
  return { id, region, unit: null, state, knownFrom: '2022-04-01', demo: false, values: parsed.values as Project }
}

const addsUp = (node: AttributionNode): void => {
  if (node.children.length > 0)
    for (const field of ['now', 'before', 'change'] as const) {
      const sum = node.children.reduce((total, child) => total + child[field], 0)
      expect(Math.abs(sum - node[field])).toBeLessThanOrEqual(1e-9 * (node.now + node.before + 1))
    }
  node.children.forEach(addsUp)
}

describe('projectDrag', () => {
  it('a quarter of the plan by the end of March: who is behind comes first', () => {
    const { tree, leaves } = projectDrag(
      [
        row('a', { planYear: 4e8, doneThisYear: 2e7, category: '产业' }),
        row('b', { planYear: 4e8, doneThisYear: 1.3e8, category: '产业' }),
        row('c', { planYear: 2e8, doneThisYear: 4e7 }, '510703'),
      ],
      0.25,
    )
    expect(tree).toMatchObject({ now: 1.9e8, before: 2.5e8, change: -6e7 })
    expect(tree.children.map(({ key, change }) => [key, change])).toEqual([
      ['510781', -5e7],
      ['510703', -1e7],
    ])
    const [industry] = tree.children[0]?.children ?? []
    expect(industry?.children.map(({ key, change }) => [key, change])).toEqual([
      ['a', -8e7],
      ['b', 3e7],
    ])
    expect(tree.children[1]?.children[0]?.key).toBe('待明确')
    expect(leaves.get('a')?.name).toBe('项目a')
  })
  it('what nobody reported is not nothing: told apart, as are ended ones and those without a plan', () => {
    const drag = projectDrag(
      [
        row('silent', { planYear: 3e8 }),
        row('ended', { planYear: 3e8, doneThisYear: 0 }, '510781', '终止'),
        row('unplanned', { doneThisYear: 1e7 }),
        row('zero', { planYear: 1e8, doneThisYear: 0 }),
      ],
      0.25,
    )
    expect(drag.tree).toMatchObject({ now: 0, before: 2.5e7, respondents: 1 })
    expect(drag).toMatchObject({ unreported: { count: 1, plan: 3e8 }, unplanned: 1 })
  })
  it('adds up at every level', () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ plan: fc.integer({ min: 1, max: 1e9 }), done: fc.integer({ min: 0, max: 1e9 }) }), {
          maxLength: 30,
        }),
        (some) =>
          addsUp(
            projectDrag(
              some.map(({ plan, done }, at) =>
                row(String(at), { planYear: plan, doneThisYear: done }, ['510781', '510703'][at % 2]),
              ),
              5 / 12,
            ).tree,
          ),
      ),
      { numRuns: 20 },
    ))
})

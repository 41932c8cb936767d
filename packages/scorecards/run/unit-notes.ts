import type { Inputs, Scheme } from '../scheme/scheme.ts'
import type { Note, Result } from './result.ts'
import type { Tree } from './tree.ts'

/** Named one by one up to here; a file may have thousands. */
const MOST_NAMED = 5

const eachOrCount = (units: readonly string[], { root, what }: { root: string; what: Note['what'] }, words: string) =>
  units.length <= MOST_NAMED
    ? units.map((where): Note => ({ where, what, message: `${where}：${words}` }))
    : [{ where: root, what, message: `${units.length} 个对象${words}` }]

const HALF = 0.5

type Done = Omit<Result, 'notes'>

/**
 * Units whose score rests on less than half of the weight (of the indicators anybody has): shared out among the rest, one
 * good figure can carry them to the top.
 */
const thinNotes = (tree: Tree, { units, normalised, effectiveWeights, scores, root }: Done): Note[] => {
  const top = scores[root] ?? []
  const columns = tree.leaves.flatMap(({ code }) => {
    const column = normalised[code] ?? []
    return column.some((score) => score !== null) ? [{ column, weight: Math.abs(effectiveWeights[code] ?? 0) }] : []
  })
  const whole = columns.reduce((sum, { weight }) => sum + weight, 0)
  const thin = units.filter((_, i) => {
    const there = columns.reduce((sum, { column, weight }) => sum + ((column[i] ?? null) === null ? 0 : weight), 0)
    return (top[i] ?? null) !== null && there < HALF * whole
  })
  return eachOrCount(thin, { root, what: 'thin' }, '只有不到一半权重的指标有数，得分靠少数几项，不宜与其他对象同排')
}

/** Units with a value to divide and nothing, or 0, to divide it by (a firm without land): those indicators fall away. */
const undividedNotes = (tree: Tree, inputs: Inputs): Note[] => {
  const codes = [...new Set(tree.leaves.flatMap(({ denominator }) => denominator ?? []))]
  return codes.flatMap((by) => {
    const column = inputs.denominators?.[by] ?? []
    const over = tree.leaves.filter(({ denominator }) => denominator === by)
    const bare = inputs.units.filter((_, i) => {
      const divisor = column[i] ?? null
      const isValued = over.some(({ code }) => (inputs.values[code]?.[i] ?? null) !== null)
      return isValued && divisor !== null && divisor <= 0
    })
    return eachOrCount(
      bare,
      { root: by, what: 'nothing-to-divide-by' },
      `${by}为 0，除以它的指标不计，应另列一组或核对`,
    )
  })
}

/** Nodes the scheme names and does not list. */
export const impliedNotes = (tree: Tree): Note[] =>
  tree.implied.map((where) => ({
    where,
    what: 'implied-node',
    message: `${where}：方案没有列出这一级，按权重 1 计`,
  }))

/** A name on a list that is no unit's would else be passed over. */
const strangerNotes = ({ units, lists = {} }: Inputs): Note[] => {
  const known = new Set(units)
  return [...(lists.veto ?? []), ...(lists.promote ?? []), ...(lists.ungraded ?? [])]
    .filter(({ unit }) => !known.has(unit))
    .map(({ unit: where }) => ({
      where,
      what: 'not-among-units',
      message: `${where}：名单里有，评价对象里没有，未起作用`,
    }))
}

const unscoredNotes = ({ units, scores, root }: Done): Note[] => {
  const unscored = units.filter((_, i) => (scores[root]?.[i] ?? null) === null)
  return eachOrCount(unscored, { root, what: 'no-score' }, '没有能计分的数，没有得分')
}

/** Grades that hold more than their largest share or fewer than their least: limits that do not add up, lists, ties. */
const quotaNotes = ({ grades }: Scheme, { grades: done }: Done): Note[] =>
  (done?.counts ?? []).flatMap(({ grade: where, allowed, held }, i) => {
    const limit = grades?.grades[i]
    if (allowed === null || limit?.upTo !== undefined) return []
    const isOver = limit?.atMost !== undefined && held > allowed
    const isUnder = limit?.atLeast !== undefined && held < allowed
    if (!isOver && !isUnder) return []
    const message = `${where}：按比例${isOver ? '最多' : '至少'} ${allowed} 个，实有 ${held} 个（名额合计不足、名单或同分所致），请核对`
    return [{ where, what: 'quota-missed' as const, message }]
  })

const listNotes = (inputs: Inputs, { grades, root: where }: Done): Note[] => {
  if (grades) return strangerNotes(inputs)
  const isListed = Object.values(inputs.lists ?? {}).some((list) => list.length > 0)
  const message = '有一票否决等名单，方案没有划等次（grades），名单未起作用'
  return isListed ? [{ where, what: 'lists-without-grades', message }] : []
}

const levelNotes = ({ aggregate: { perLevel = [] } }: Scheme, { nodes, root: where }: Tree): Note[] => {
  const levels = Math.max(...nodes.map(({ level }) => level)) - 1
  const message = `perLevel 列了 ${perLevel.length} 级的方法，方案只有 ${levels} 级合成，多出的未起作用`
  return perLevel.length > levels ? [{ where, what: 'levels-too-many', message }] : []
}

/** Parts' scores rise with what is better already: a direction of a node would turn nothing, or all of it twice. */
const turnedNodeNotes = ({ indicators }: Scheme, { nodes }: Tree): Note[] => {
  const above = new Set(nodes.map(({ code }) => code))
  return indicators.flatMap(({ code, direction }) =>
    direction === -1 && above.has(code)
      ? [{ where: code, what: 'not-read' as const, message: `${code}：有下级的一级不分方向，direction -1 没有用到` }]
      : [],
  )
}

/** What a reader should know of a run as a whole and of single units. */
export const unitNotes = (scheme: Scheme, tree: Tree, { inputs, done }: { inputs: Inputs; done: Done }): Note[] => [
  ...levelNotes(scheme, tree),
  ...turnedNodeNotes(scheme, tree),
  ...unscoredNotes(done),
  ...thinNotes(tree, done),
  ...undividedNotes(tree, inputs),
  ...quotaNotes(scheme, done),
  ...listNotes(inputs, done),
]

import { type Finding, saidFigures, saidText } from '@yundiao/analysis'
import type { ClosureKind } from '@yundiao/directives'
import { parseFigureRef } from '@yundiao/figures'
import { Problem } from '@yundiao/kernel'
import { type Caller, type Change, mayDo, type RecordValues, type Store } from '@yundiao/store'
import { foundFindings, readMadeItems } from '../views/analysis-findings.ts'
import { FINDING_KIND } from '../views/directive-words.ts'
import { findingTitle } from '../views/finding-address.ts'
import { itemFieldValues } from './change-item.ts'
import { readUnits } from './item-units.ts'
import { refuseBlocked } from './refuse-blocked.ts'
import { registerItem } from './register-item.ts'

/** What a person says of the item; the finding's own words and figures are worked out anew. */
export type FindingItem = {
  period: string
  title: string
  leadUnit: string | null
  assistUnits?: string[] | undefined
  deadline: string | null
  measure?: string | null | undefined
  closureKind?: ClosureKind | null | undefined
  leadLeader?: string | null | undefined
}

const LONGEST_QUOTE = 2000

const requireMaker = (caller: Caller): void => {
  if (!mayDo(caller)['item.create'])
    throw new Problem('right.missing', '当前账号没有“立项”的权限，请由运行办或督查办理', {})
}

/** The finding as it stands today, in words others may read. Throws Problem not-found; state.illegal: no basis. */
const requireFinding = async (store: Store, caller: Caller, id: string, period: string) => {
  const { view, open, released } = await foundFindings(store, caller, { period, on: caller.today })
  const shown = view.findings.find((one) => one.id === id)
  const finding = open.get(id)
  if (!shown && !finding)
    throw new Problem('not-found', '按今日数据没有这条研判要点，数可能已更正，请刷新后重新选择', { finding: id })
  if (shown?.marks.includes('演示'))
    throw new Problem('state.illegal', '这条要点出自演示数据，不能作为立项依据；请对公布数得出的要点立项', {
      finding: id,
    })
  if (!finding)
    throw new Problem('state.illegal', '这条要点依据尚未发布的数或未公开的目标，承办单位无权查看；请在发布后立项', {
      finding: id,
    })
  return { finding, released, periodWords: view.periodWords }
}

const refuseMade = async (store: Store, caller: Caller, id: string): Promise<void> => {
  const made = (await readMadeItems(store, caller, [id], caller.today)).get(id)
  if (made)
    throw new Problem('duplicate', `这条要点已立项（${made.number}），请在该件上办理；确需另立的用“登记一件”`, {
      item: made.id,
      number: made.number,
    })
}

/** Counties and zones among the units chosen: they read no figures of one another. */
const placesOf = async (store: Store, caller: Caller, units: readonly string[]): Promise<string[]> => {
  const book = await readUnits(store, caller)
  return units.flatMap((unit) => book.regionOf(unit) ?? [])
}

type Told = { finding: Finding; released: ReadonlySet<string> }

/**
 * The words of the finding that every county chosen may read: a sentence that names a figure of another county, or one
 * not released, is left out. Throws Problem input.invalid where none is left.
 */
const quoteFor = async (store: Store, caller: Caller, { finding, released }: Told, units: readonly string[]) => {
  const places = await placesOf(store, caller, units)
  const isOpen = (ref: string): boolean => {
    const region = parseFigureRef(ref)?.region ?? ''
    return places.every((place) => place === region || (released.has(ref) && caller.references.includes(region)))
  }
  const told = finding.sentences.filter((sentence) => saidFigures(sentence).every(isOpen))
  if (told.length === 0)
    throw new Problem(
      'input.invalid',
      '这条要点含其他县区或尚未发布的数，所选县区无权查看；请改由市级部门牵头，或分县区用“登记一件”',
      { field: 'leadUnit' },
    )
  return told.map(saidText).join('').slice(0, LONGEST_QUOTE)
}

const linksOf = (finding: Finding, item: string, caller: Caller): Change => ({
  do: 'add',
  table: 'itemLink',
  rows: finding.figures.map((figure) => ({ values: { item, figure, since: caller.today } })),
  note: '随研判要点立项关联',
})

/**
 * 立项 of a finding in one act: the item with the finding's words as its 依据, and a link to every figure they rest on, in
 * one commit. Throws Problem right.missing, not-found, state.illegal, duplicate, and those of the fields.
 */
export const makeFindingItem = async (
  store: Store,
  caller: Caller,
  id: string,
  asked: FindingItem,
): Promise<string> => {
  requireMaker(caller)
  const { period, ...fields } = asked
  const found = await requireFinding(store, caller, id, period)
  const { finding } = found
  await refuseBlocked(store, caller, { 督办事项: fields.title })
  const units = [...(fields.leadUnit ? [fields.leadUnit] : []), ...(fields.assistUnits ?? [])]
  const values: RecordValues = {
    ...(await itemFieldValues(store, caller, fields)),
    sourceKind: FINDING_KIND,
    sourceTitle: findingTitle(found.periodWords),
    sourceNumber: finding.id,
    sourceOn: caller.today,
    quote: await quoteFor(store, caller, found, units),
    document: null,
    meeting: null,
    authority: null,
    theme: 'indicators',
  }
  return registerItem(store, caller, values, {
    also: ([item = '']) => [linksOf(finding, item, caller)],
    check: () => refuseMade(store, caller, id),
  })
}

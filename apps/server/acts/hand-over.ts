import { type HandoverInput, type HandoverLine, handoverPaper } from '@yundiao/briefings'
import { isProblem, type LocalDate, Problem } from '@yundiao/kernel'
import { docxBytes } from '@yundiao/office'
import type { Caller, Change, Store } from '@yundiao/store'
import { type Breakdown, readBreakdown } from '../views/breakdown.ts'
import { requireApproved } from '../views/submissions.ts'
import { type TaskLine, taskLines } from '../views/task-lines.ts'
import { approvalWords, basisWords, deadlineWords } from '../views/task-table.ts'
import { type KeptPaper, paperToKeep, printedAt } from './keep-paper.ts'
import type { Quoting } from './paper-needs.ts'
import { optionalDay } from './require-day.ts'

const TRIES = 5

/** What one lead unit is handed, and the 交办单 that says so. */
type Share = { unit: string; name: string; lines: readonly TaskLine[]; number: string }

/** 绵督交〔2022〕: the city's first character, the year of the business day. */
const prefixOf = async (store: Store, caller: Caller): Promise<string> => {
  const [city] = await store.records(caller, 'region', { where: { code: caller.city } })
  return `${city?.shortName.slice(0, 1) ?? ''}督交〔${caller.today.slice(0, 4)}〕`
}

/** Open items with a lead that no 交办单 has handed over yet, by lead, in the order of the text. */
const sharesOf = async (store: Store, caller: Caller, basis: Breakdown): Promise<Share[]> => {
  const prefix = await prefixOf(store, caller)
  const first = (await store.lastNoticeNumber(caller, prefix)) + 1
  const due = taskLines(basis).filter(
    (line) => line.leadUnitId !== null && line.handedOn === null && basis.items.get(line.item)?.closedOn === null,
  )
  return [...Map.groupBy(due, (line) => line.leadUnitId ?? '')].map(([unit, lines], i) => ({
    unit,
    name: basis.units.nameOf(unit),
    lines,
    number: `${prefix}${first + i}号`,
  }))
}

const lineOf = (line: TaskLine, on: LocalDate): HandoverLine => {
  const { title, steps, measure, leadLeader, units, feedback } = line.terms
  const { item, number, quotes } = line
  const deadline = deadlineWords(line, on)
  return { item, number, title, quotes, steps, measure, leadLeader, assist: units.slice(1), deadline, feedback }
}

type Common = Omit<HandoverInput, 'number' | 'unit' | 'lines'>

const keptOf = async (
  share: Share,
  common: Common,
  { document, printed, quoting }: { document: string; printed: string; quoting: Quoting },
): Promise<KeptPaper> => {
  const { name, lines, number } = share
  const input = { ...common, number, unit: name, lines: lines.map((line) => lineOf(line, common.issuedOn)) }
  const paper = handoverPaper(input)
  const { asKnownOn: on, meeting, checkpoint } = common
  return {
    kind: 'handover',
    title: `督办事项交办单（${name}）`,
    format: 'docx',
    bytes: await docxBytes(paper, { printedAt: printed }),
    printed: { kind: 'document', paper },
    meeting,
    document,
    unit: share.unit,
    on,
    figures: [],
    checkpoint,
    quoting,
  }
}

const noticeOf = (share: Share, paper: string, basis: Breakdown, common: Common): Change => ({
  do: 'add',
  table: 'notice',
  rows: [
    {
      values: {
        kind: '交办单',
        number: share.number,
        unit: share.unit,
        region: basis.units.regionOf(share.unit),
        document: basis.document.id,
        items: share.lines.map(({ item }) => item),
        issuedOn: common.issuedOn,
        dueOn: common.feedbackOn,
        approver: common.approval,
        paper,
      },
    },
  ],
})

const handedChanges = (share: Share, basis: Breakdown, on: LocalDate): Change[] =>
  share.lines.flatMap(({ item }) => {
    const version = basis.items.get(item)?.version
    const note = `交办：${share.number}，${share.name}`
    return version === undefined
      ? []
      : [{ do: 'change', table: 'item', id: item, version, set: { handedOn: on }, note }]
  })

const readCommon = async (
  store: Store,
  caller: Caller,
  basis: Breakdown,
  feedbackOn: LocalDate | null,
): Promise<Common> => {
  const approval = await requireApproved(store, caller, basis.document.id, '交办')
  const [city] = await store.records(caller, 'region', { where: { code: caller.city } })
  return {
    city: { code: caller.city, name: city?.name ?? '' },
    basis: basisWords(basis.document),
    approval: approvalWords(approval),
    issuedOn: caller.today,
    feedbackOn,
    asKnownOn: caller.today,
    meeting: basis.document.meeting,
    checkpoint: (await store.checkpoint(caller.city)).hash,
  }
}

const isNumberTaken = (error: unknown): boolean =>
  isProblem(error) && error.code === 'duplicate' && String(error.details.constraint).startsWith('notice_city_number')

const requireShares = (shares: readonly Share[], basis: Breakdown): void => {
  if (shares.length > 0) return
  const unclear = taskLines(basis).filter((line) => line.leadUnitId === null).length
  throw new Problem(
    'state.illegal',
    unclear > 0
      ? `没有可交办的事项：其余已交办，${unclear}件牵头单位待明确，请先明确牵头单位`
      : '事项都已交办，不必重复交办',
  )
}

export type HandedOver = {
  notices: number
  items: number
  /** Items left behind because nobody is named to lead them. */
  unclear: readonly { item: string; number: string; title: string }[]
}

/**
 * 交办: one 交办单 for each lead unit with its items, kept as papers; notices and items change in the same commit. Items whose
 * lead is 待明确 are named and stay. Throws Problem state.illegal before 审定.
 */
export const handOver = async (
  store: Store,
  caller: Caller,
  document: string,
  asked: { feedbackOn: string | null },
): Promise<HandedOver> => {
  const feedbackOn = optionalDay('首次反馈时限', asked.feedbackOn)
  if (feedbackOn !== null && feedbackOn < caller.today)
    throw new Problem('day.invalid', `首次反馈时限 ${feedbackOn} 早于业务日期 ${caller.today}，请核对`, {
      field: 'feedbackOn',
    })
  const basis = await readBreakdown(store, caller, document)
  const common = await readCommon(store, caller, basis, feedbackOn)
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const shares = await sharesOf(store, caller, basis)
    requireShares(shares, basis)
    const kept = await Promise.all(
      shares.map(async (share) => {
        const frame = { document, printed: printedAt(store), quoting: { reader: caller } }
        return paperToKeep(store, caller, await keptOf(share, common, frame))
      }),
    )
    try {
      await store.commit(caller, [
        ...kept.flatMap(({ changes }) => changes),
        ...shares.map((share, i) => noticeOf(share, kept[i]?.id ?? '', basis, common)),
        ...shares.flatMap((share) => handedChanges(share, basis, caller.today)),
      ])
      const unclear = taskLines(basis).filter((line) => line.leadUnitId === null)
      return {
        notices: shares.length,
        items: shares.reduce((sum, { lines }) => sum + lines.length, 0),
        unclear: unclear.map(({ item, number, terms }) => ({ item, number, title: terms.title })),
      }
    } catch (error) {
      if (!isNumberTaken(error)) throw error
    }
  }
  throw new Problem('duplicate', '同时交办的人较多，编号未能取得，内容未提交。请稍后再点一次')
}

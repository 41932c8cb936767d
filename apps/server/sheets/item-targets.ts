import { type HeadRows, headPaths } from '@yundiao/ledgers'

/** What a column of an old 督办台账 can be. `contact` is personal and never taken. */
export const ITEM_TARGETS = {
  number: ['编号', '督办编号', '立项编号', '事项编号', '督办号', '立项号'],
  title: [
    '督办事项',
    '事项',
    '督办内容',
    '事项名称',
    '工作任务',
    '任务',
    '议定事项',
    '交办事项',
    '主要内容',
    '任务内容',
  ],
  openedOn: ['立项日期', '立项时间', '交办日期', '交办时间', '来源>日期'],
  sourceKind: ['来源>类别', '来源类别', '事项来源', '类别', '来源类型'],
  basis: ['来源>依据', '依据', '来源', '文号', '立项依据', '来源>文号', '文件依据', '批示领导'],
  quote: ['来源>原文', '原文', '批示内容', '批示原文', '领导批示'],
  leadLeader: ['承办>牵头市领导', '牵头市领导', '牵头领导', '分管领导', '分管市领导', '责任领导', '包抓领导'],
  leadUnit: ['承办>牵头单位', '牵头单位', '承办单位', '责任单位', '主办单位', '牵头部门', '承办>责任单位'],
  assistUnits: ['承办>配合单位', '配合单位', '协办单位', '配合部门', '协助单位'],
  contact: [
    '承办>责任人及电话',
    '责任人及电话',
    '责任人',
    '联系人',
    '联系电话',
    '电话',
    '联系人及电话',
    '经办人',
    '联络员',
  ],
  deadline: ['时限>完成时限', '完成时限', '办结时限', '时限', '完成时间', '办理时限', '要求完成时间', '时限要求'],
  feedback: ['时限>反馈频次', '反馈频次', '反馈周期', '报送频次'],
  extendedTo: ['时限>批准延期至', '批准延期至', '延期至', '延期时间'],
  measure: ['量化目标或成果形式', '量化目标', '目标', '目标要求', '成果形式'],
  asOf: ['进展>截至日', '截至日', '截至日期', '截止日期', '更新日期'],
  text: [
    '进展>进展情况',
    '进展情况',
    '进展',
    '办理进展',
    '办理情况',
    '落实情况',
    '推进情况',
    '目前进展',
    '工作进展',
    '完成情况',
  ],
  percent: ['进展>完成%', '完成%', '完成比例', '完成率', '完成进度', '进度', '完成'],
  problems: ['存在问题及需协调事项', '存在问题', '存在困难', '存在的问题', '问题及建议'],
  nextSteps: ['下步措施及时间', '下步措施', '下一步打算', '下步打算', '下一步措施', '下步工作', '下一步工作'],
  state: ['办理状态', '状态', '办结情况', '是否办结', '办理结果'],
  checkKind: ['核查>方式', '核查方式'],
  checkedOn: ['核查>日期', '核查日期', '销号日期', '销号时间'],
  checkWords: ['核查>结论', '核查结论', '核查情况'],
  closureKind: ['办结>类型', '办结类型'],
  approver: ['办结>审定人', '审定人', '审定领导'],
  closedOn: ['办结>日期', '办结日期', '办结时间', '实际完成时间', '完成日期'],
  evidence: ['办结>佐证', '佐证', '佐证材料', '办结依据', '成果'],
  remark: ['备注', '说明'],
} as const satisfies Record<string, readonly string[]>

export type ItemTarget = keyof typeof ITEM_TARGETS

/** Columns count from 0. */
export type ItemHead = {
  columns: ReadonlyMap<number, ItemTarget>
  unmatched: readonly { column: number; head: string }[]
}

const TARGETS = Object.entries(ITEM_TARGETS) as [ItemTarget, readonly string[]][]
const IGNORED: readonly string[] = ['序号', '编号勿改']

/** Blanks, brackets with units and marks are no part of a label: 进展情况（≤150字） is 进展情况. */
const bare = (label: string): string =>
  label
    .normalize('NFKC')
    .replace(/[([【《][^)\]】》]*[)\]】》]/gu, '')
    .replace(/[\s:,、;。.]/gu, '')

const keysOf = (path: readonly string[]): string[] => {
  const labels = path.map(bare).filter(Boolean)
  const [leaf = ''] = labels.slice(-1)
  return [...new Set([labels.join('>'), labels.slice(-2).join('>'), leaf])]
}

/** The target whose list has the key; of several the one that puts it first. */
const targetOf = (key: string, open: ReadonlySet<ItemTarget>): ItemTarget | null => {
  const found = TARGETS.filter(([target, heads]) => open.has(target) && heads.includes(key)).sort(
    ([, a], [, b]) => a.indexOf(key) - b.indexOf(key),
  )
  return found[0]?.[0] ?? null
}

/** 责任单位 beside 牵头单位 is who helps. */
const helping = (head: string, columns: ReadonlyMap<number, ItemTarget>): ItemTarget | null =>
  head === '责任单位' && [...columns.values()].includes('leadUnit') ? 'assistUnits' : null

/**
 * Which column of an old 督办台账 is what, by its heads in any order, merged ones with their parents: the full path before
 * the last label. A column that is none, or the second of its kind, is left unmatched, never guessed.
 */
export const mapItemHead = (rows: HeadRows): ItemHead => {
  const paths = headPaths(rows)
  const open = new Set(TARGETS.map(([target]) => target))
  const columns = new Map<number, ItemTarget>()
  for (const level of [0, 1, 2])
    paths.forEach((path, column) => {
      const key = keysOf(path)[level]
      if (columns.has(column) || key === undefined || key === '' || IGNORED.includes(key)) return
      const target = targetOf(key, open) ?? (open.has('assistUnits') ? helping(key, columns) : null)
      if (!target) return
      columns.set(column, target)
      if (target !== 'contact') open.delete(target)
    })
  const unmatched = paths.flatMap((path, column) => {
    const isNone = path.length === 0 || columns.has(column) || IGNORED.includes(bare(path.at(-1) ?? ''))
    return isNone ? [] : [{ column, head: path.join('·') }]
  })
  return { columns, unmatched }
}

/** The label a target goes by on sheet T4, for messages. */
export const targetLabel = (target: ItemTarget): string => {
  const [first = target] = ITEM_TARGETS[target]
  return first.replace('>', '·')
}

import type { FindingKind } from '@yundiao/analysis'

/** What a finding is about, as chips and columns name it. */
export const FINDING_LABELS: Readonly<Record<FindingKind, string>> = {
  'below-target': '低于目标',
  'below-province': '低于全省',
  'below-last-year': '低于上年同期',
  slowing: '较上期回落',
  'falling-streak': '连续回落',
  'turned-negative': '由正转负',
  unusual: '变动少见',
  'rank-fell': '位次后移',
  'counties-behind': '县区低于全市',
  'part-drags': '分项偏低',
}

/** What is to be looked into, beginning an item: words a person adopts or rewrites. */
const MATTERS: Readonly<Record<FindingKind, string>> = {
  'below-target': '研究{subject}与年度目标的差距，提出后期措施',
  'below-province': '查清{subject}增速低于全省的原因，提出下步措施',
  'below-last-year': '查清{subject}增速低于上年同期的原因，提出下步措施',
  slowing: '查清{subject}增速回落的原因，提出下步措施',
  'falling-streak': '查清{subject}增速连续回落的原因，提出下步措施',
  'turned-negative': '查清{subject}由正转负的原因，提出下步措施',
  unusual: '核实{subject}变动情况，由报送单位作出说明',
  'rank-fell': '分析{subject}增速位次后移的原因，提出下步措施',
  'counties-behind': '分析{subject}增速低于全市的县（市、区）情况，提出下步措施',
  'part-drags': '分析{subject}中增速偏低的部分，提出下步措施',
}

export const suggestedTitle = (kind: FindingKind, place: string, indicator: string): string =>
  MATTERS[kind].replace('{subject}', `${place}${indicator}`)

/** Shares of a series' own past moves that were as large; above the last the move is an ordinary one. */
const RARITIES: readonly (readonly [most: number, words: string])[] = [
  [0.05, '历史上很少见'],
  [0.2, '历史上少见'],
]
const ORDINARY = '历史上常见'

/** How unusual a move is among those of the same series; null where too few are known to say. */
export const rarityWords = (share: number | null): string | null =>
  share === null ? null : (RARITIES.find(([most]) => share <= most)?.[1] ?? ORDINARY)

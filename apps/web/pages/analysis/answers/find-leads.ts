import { SPOKEN_NAMES } from '@yundiao/domains/economy'
import type { IndicatorRow, LedgerRow } from '../../../api/types.ts'

/** A page that goes on where no prepared question does: a view of 研判, an indicator, a ledger, sheet T1. */
export type Lead =
  | { kind: 'view'; view: 'points' | 'compare' | 'drags' | 'outlook'; by?: 'sheet' }
  | { kind: 'board' }
  | { kind: 'indicator'; code: string; name: string }
  | { kind: 'ledger'; id: string; title: string; state?: string }

type Known = { indicators: readonly IndicatorRow[]; ledgers: readonly LedgerRow[] }

/** What people type when they want a list and no single answer (usual speech, grade C). */
const VIEW_WORDS: readonly (readonly [Lead, readonly string[]])[] = [
  [
    { kind: 'view', view: 'compare', by: 'sheet' },
    ['倒数', '排名', '排位', '位次', '名次', '前三', '后三', '垫底', '最差', '最好', '排第'],
  ],
  [{ kind: 'view', view: 'points' }, ['哪些', '倒数', '落后', '垫底', '异常', '下滑', '拖后腿', '问题']],
  [{ kind: 'view', view: 'drags' }, ['拉动', '贡献', '归因', '谁拉', '拖累', '影响最大']],
  [{ kind: 'view', view: 'outlook' }, ['预测', '走势', '全年', '能不能完成', '完成目标', '可能性', '季节调整']],
  [{ kind: 'board' }, ['亿元', '总量', '绝对额', '多少', '目标', '序时', '完成情况']],
]

/** What a ledger is asked for by, beside its title; `state` opens it on its rows of that state. */
const LEDGER_WORDS: Readonly<Record<string, readonly { words: readonly string[]; state?: string }[]>> = {
  'projects.project': [
    { words: ['签约'], state: '签约' },
    { words: ['招商', '引资', '到位资金', '在谈'], state: '招商在谈' },
    { words: ['项目', '开工', '入统', '投产', '到位资金', '招商'] },
  ],
  'enterprises.enterprise': [{ words: ['企业', '上市', '专精特新', '四上', '升规'] }],
  'enterprises.dispatch': [{ words: ['产值', '停产', '调度表', '重点企业'] }],
  'land.parcel': [{ words: ['土地', '闲置', '用地', '宗地', '批而未供'] }],
  'parks.efficiency': [{ words: ['亩均', '亩产'] }],
  'parks.park': [{ words: ['园区'] }],
  'business-environment.issue': [{ words: ['营商', '整改'] }],
  'coordination.matter': [{ words: ['协调', '拍板'] }],
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '')

/** Whether a name stands in what was typed, or what was typed begins or is inside the name. */
const isMeant = (name: string, typed: string): boolean => {
  const own = plain(name)
  return own.length > 1 && (typed.includes(own) || (typed.length > 1 && own.includes(typed)))
}

const views = (typed: string): Lead[] =>
  VIEW_WORDS.flatMap(([lead, words]) => (words.some((word) => typed.includes(word)) ? [lead] : []))

const indicators = (typed: string, rows: readonly IndicatorRow[]): Lead[] =>
  rows.flatMap(({ code, name, label }): Lead[] =>
    [name, label, ...(SPOKEN_NAMES[code] ?? [])].some((word) => isMeant(word, typed))
      ? [{ kind: 'indicator', code, name }]
      : [],
  )

const ledgers = (typed: string, rows: readonly LedgerRow[]): Lead[] =>
  rows.flatMap(({ id, title }): Lead[] => {
    const found = (LEDGER_WORDS[id] ?? []).filter(({ words }) => words.some((word) => typed.includes(word)))
    if (found.length > 0)
      return found.map(({ state }) => ({ kind: 'ledger', id, title, ...(state === undefined ? {} : { state }) }))
    return isMeant(title, typed) ? [{ kind: 'ledger', id, title }] : []
  })

const MOST = 6

/**
 * Where else what was typed may be looked up: lists of ranks (倒数), figures beyond sheet T1 (物价), ledgers (招商). Only
 * what the reader may open is known here.
 */
export const findLeads = (typed: string, { indicators: figures, ledgers: held }: Known): readonly Lead[] => {
  const words = plain(typed)
  if (words === '') return []
  return [...views(words), ...indicators(words, figures), ...ledgers(words, held)].slice(0, MOST)
}

const FEW = 4

/** Of these, what stands beside questions that were found: lists and ledgers, and figures no question is about. */
export const leadsBeside = (leads: readonly Lead[], found: readonly { id: string }[]): readonly Lead[] => {
  const asked = new Set(found.map(({ id }) => id))
  return leads.filter((lead) => lead.kind !== 'indicator' || !asked.has(`indicator:${lead.code}`)).slice(0, FEW)
}

import type { Said } from './finding.ts'

/** The names in braces of a template. */
export type SlotsOf<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | SlotsOf<Rest> : never

/** What fills a slot: words, several, or nothing known, and then the sentence is left out. */
export type Filling = Said | readonly Said[] | null

/** The wording of a kind: sentences in order of weight, and what the unit in charge is asked. */
type Template = { sentences: readonly string[]; questions: readonly string[] }

const WHERE = '主要涉及哪些行业、项目和单位？'
const GAP = '差距主要在哪些方面？'
const REMAINING = '{remaining}有哪些安排、哪些需协调事项？'

/**
 * How findings are worded: one entry a kind, slots in braces. A sentence with an empty slot is left out, and of the rest
 * the first three are said. The office's words: a fact, its comparison, who and which industry weighs most, since when,
 * what follows; no order and no cause, since figures show neither. What cannot be said (no target, too few releases) is
 * said once beside the finding, not in its sentences. A question names who weighs most too (`led`), by figures alone.
 */
export const TEMPLATES = {
  'below-target': {
    sentences: [
      '{subject}{growth}，{gap}{layer}。',
      '{weighs}。',
      '同时{others}。',
      '要完成全年目标，{rest}{required}（测算）。',
    ],
    questions: [`{subject}{growth}，{gap}：${GAP}`, REMAINING],
  },
  'below-target.share': {
    sentences: ['{subject}{level}，完成年度目标的{share}（测算），{gap}{layer}。', '{weighs}。', '增速{others}。'],
    questions: [`{subject}{level}，{gap}：${GAP}`, REMAINING],
  },
  'below-target.ceiling': {
    sentences: ['{subject}{value}，{gap}{layer}。'],
    questions: [`{subject}{value}，{gap}：${WHERE}`],
  },
  'below-province': {
    sentences: ['{subject}{growth}，{gap}。', '{weighs}。', '自{since}起连续{count}期低于全省。'],
    questions: [`{subject}{growth}，{gap}{led}：${GAP}`],
  },
  'below-last-year': {
    sentences: ['{subject}{growth}，较上年同期{fall}。', '{weighs}。', '{beyond}。'],
    questions: [`{subject}增速较上年同期{fall}{led}：${WHERE}`],
  },
  slowing: {
    sentences: [
      '{subject}{growth}，较{previous}{fall}。',
      '{weighs}。',
      '{beyond}。',
      '{rarity}。',
      '{others}。',
      '{province}。',
    ],
    questions: [`{subject}{growth}，较{previous}{fall}{led}：${WHERE}`],
  },
  'falling-streak': {
    sentences: [
      '{subject}{growth}，自{since}起连续{count}期回落，累计{fall}。',
      '{weighs}。',
      '{beyond}。',
      '{rarity}。',
      '{others}。',
      '{province}。',
    ],
    questions: [`{subject}{growth}，自{since}起连续{count}期回落，累计{fall}{led}：${WHERE}`],
  },
  'turned-negative': {
    sentences: [
      '{subject}{growth}，由正转负，较{previous}{fall}。',
      '{weighs}。',
      '{beyond}。',
      '{rarity}。',
      '{others}。',
      '{province}。',
    ],
    questions: [`{subject}{growth}，由正转负{led}：${WHERE}`],
  },
  unusual: {
    sentences: ['{subject}{value}{turned}，较{previous}{move}。', '{rarity}，需由报送单位说明。', '{others}。'],
    questions: [`{subject}{value}{turned}，较{previous}{move}，{rarity}：数是否核对无误，${WHERE}`],
  },
  'unusual.level': {
    sentences: ['{subject}{stretch}为{value}，{move}。', '{rarity}，需由报送单位说明。'],
    questions: [`{subject}{stretch}为{value}，{move}，{rarity}：数是否核对无误，${WHERE}`],
  },
  'rank-fell': {
    sentences: ['{subject}增速居{field}{rank}，较{previous}{places}。', '{others}。'],
    questions: [`{subject}增速居{field}{rank}，较{previous}{places}：${GAP}`],
  },
  'counties-behind': {
    sentences: [
      '{subject}{growth}，低于全市平均的县（市、区）有{count}个：{list}。',
      '其中{most}影响最大，{pull}（测算）。',
      '{most}：{industry}。',
      '{most}自{since}起连续{periods}期低于全市平均。',
      '{incomparable}。',
    ],
    questions: [`{names}{subject}增速低于全市平均：${GAP}`],
  },
  'part-drags': {
    sentences: ['{subject}{growth}，其中{part}{partGrowth}，{gap}，{pull}。', '{beside}。', '{province}。'],
    questions: [`{part}{partGrowth}，{gap}，{pull}：${GAP}`],
  },
} as const satisfies Readonly<Record<string, Template>>

export type TemplateId = keyof typeof TEMPLATES

/** The slots of a template, all of which must be answered, be it with null. */
export type Fillings<T extends TemplateId> = Readonly<
  Record<SlotsOf<(typeof TEMPLATES)[T]['sentences'][number] | (typeof TEMPLATES)[T]['questions'][number]>, Filling>
>

import type { Said } from './finding.ts'

/** The names in braces of a template. */
export type SlotsOf<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | SlotsOf<Rest> : never

/** What fills a slot: words, several, or nothing known, and then the sentence is left out. */
export type Filling = Said | readonly Said[] | null

/** The wording of a kind: sentences in order of weight, and what the unit in charge is asked. */
type Template = { sentences: readonly string[]; questions: readonly string[] }

const EXPLAIN = '变动涉及哪些单位、项目或行业？'
const REMAINING = '{remaining}有哪些安排、哪些需协调事项？'

/**
 * How findings are worded: one entry a kind, slots in braces. A sentence with an empty slot is left out, and of the rest
 * the first three are said. The office's words: a fact, its comparison, who weighs most, since when, what follows; no
 * order and no cause, since figures show neither.
 */
export const TEMPLATES = {
  'below-target': {
    sentences: ['{subject}{growth}，{gap}{layer}。', '同时{others}。', '要完成全年目标，{rest}{required}（测算）。'],
    questions: ['{subject}{growth}，{gap}：主要少在哪些方面？', REMAINING],
  },
  'below-target.share': {
    sentences: ['{subject}{level}，完成年度目标的{share}（测算），{gap}{layer}。', '增速{others}。'],
    questions: ['{subject}{level}，{gap}：主要少在哪些方面？', REMAINING],
  },
  'below-target.ceiling': {
    sentences: ['{subject}{value}，{gap}{layer}。'],
    questions: ['{subject}{value}，{gap}：主要涉及哪些方面？'],
  },
  'below-province': {
    sentences: ['{subject}{growth}，{gap}。', '{weighs}。', '自{since}以来连续{count}期低于全省。', '{target}。'],
    questions: ['{subject}{growth}，{gap}：差距主要在哪些方面？'],
  },
  'below-last-year': {
    sentences: ['{subject}{growth}，较上年同期{fall}。', '{weighs}。', '{beyond}。', '{target}。'],
    questions: [`{subject}较上年同期{fall}：${EXPLAIN}`],
  },
  slowing: {
    sentences: [
      '{subject}{growth}，较上期（{previous}）{fall}。',
      '{weighs}。',
      '{beyond}。',
      '{rarity}。',
      '{others}。',
      '{lacking}。',
    ],
    questions: [`{subject}较上期{fall}：${EXPLAIN}`],
  },
  'falling-streak': {
    sentences: [
      '{subject}{growth}，自{since}起连续{count}期回落，累计{fall}。',
      '{weighs}。',
      '{beyond}。',
      '{rarity}。',
      '{others}。',
      '{lacking}。',
    ],
    questions: [`{subject}自{since}起连续{count}期回落，累计{fall}：${EXPLAIN}`],
  },
  'turned-negative': {
    sentences: [
      '{subject}{growth}，由正转负，较上期（{previous}）{fall}。',
      '{weighs}。',
      '{beyond}。',
      '{rarity}。',
      '{others}。',
      '{lacking}。',
    ],
    questions: [`{subject}{growth}，由正转负：${EXPLAIN}`],
  },
  unusual: {
    sentences: ['{subject}{value}{turned}，较上期（{previous}）{move}。', '{rarity}，需由报送单位说明。', '{others}。'],
    questions: ['{subject}{value}{turned}，较上期{move}，{rarity}：数是否核对无误，涉及哪些单位、项目或行业？'],
  },
  'unusual.level': {
    sentences: ['{subject}{stretch}为{value}，{move}。', '{rarity}，需由报送单位说明。'],
    questions: ['{subject}{stretch}为{value}，{move}，{rarity}：数是否核对无误，涉及哪些单位、项目或行业？'],
  },
  'rank-fell': {
    sentences: ['{subject}增速居{field}{rank}，较上期（{previous}）{places}。', '{others}。', '{target}。'],
    questions: ['{subject}增速在{field}的位次{places}：差距主要在哪些方面？'],
  },
  'counties-behind': {
    sentences: [
      '{subject}{growth}，低于全市平均的县（市、区）有{count}个：{list}。',
      '其中{most}影响最大，{pull}（测算）。',
      '{most}自{since}以来连续{periods}期低于全市平均。',
      '{incomparable}。',
    ],
    questions: ['{subject}低于全市平均的{count}个县（市、区）（{names}）：差距主要在哪些方面？'],
  },
  'part-drags': {
    sentences: [
      '{subject}{growth}，其中{part}{partGrowth}，{gap}，{pull}（测算）。',
      '{beside}（测算）。',
      '{province}。',
    ],
    questions: ['{part}{partGrowth}，{gap}，{pull}（测算）：主要少在哪些方面？'],
  },
} as const satisfies Readonly<Record<string, Template>>

export type TemplateId = keyof typeof TEMPLATES

/** The slots of a template, all of which must be answered, be it with null. */
export type Fillings<T extends TemplateId> = Readonly<
  Record<SlotsOf<(typeof TEMPLATES)[T]['sentences'][number] | (typeof TEMPLATES)[T]['questions'][number]>, Filling>
>

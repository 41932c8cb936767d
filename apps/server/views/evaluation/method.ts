import type { LocalDate } from '@yundiao/kernel'
import type { Evaluation, EvaluationVersion, Override } from '@yundiao/scorecards'
import type { Caller, Store } from '@yundiao/store'
import type { Claused, MethodView } from './item-schema.ts'
import { itemsOf, ledgerWords } from './items.ts'
import type { KeptScheme } from './kept.ts'
import { evaluationOf, versionOf } from './known.ts'
import { schemeRow, versionView } from './list.ts'
import { denominatorWords, limitWords } from './scheme-words.ts'

const line = (words: string, clause: string | null = null): Claused => ({ words, clause })

const overrideLine = ({ basis, floor, clause, grade }: Override, to: string): Claused =>
  line(`${basis}：${floor === undefined ? to : `不低于 ${floor}`}（来源等级 ${grade}）`, clause)

/** A column that several indicators take is told once, under its first clause. */
const onceEach = (lines: readonly Claused[]): Claused[] =>
  [...new Map(lines.toReversed().map((one) => [one.words, one])).values()].toReversed()

const inputLines = ({ inputs, denominators }: EvaluationVersion): Claused[] =>
  onceEach([
    ...inputs.map((input) =>
      input.from === null
        ? line(`${input.label}：由各地自定，本方案未指定，待明确`, input.clause)
        : line(
            `${input.label}：${input.sourceClass}数据，单位${input.unit}${input.negative === 'zero' ? '，为负的按 0 计' : ''}`,
            input.clause,
          ),
    ),
    ...denominators.map((column) =>
      line(`${column.label}：${column.sourceClass}数据，单位${column.unit}`, column.clause),
    ),
  ])

const publicityLine = ({ publicity }: EvaluationVersion): Claused =>
  line(publicity.days === null ? `${publicity.words}（公示天数待明确）` : publicity.words, publicity.clause)

/** Items below one node on one line: there are dozens, and none is scored. */
const unscoredLines = ({ unscored = [] }: EvaluationVersion): Claused[] =>
  [...Map.groupBy(unscored, ({ parent, note, grade }) => [parent, note, grade].join('\n')).values()].map((items) => {
    const { parent = '', note = '', grade = '' } = items[0] ?? {}
    return line(`${parent}：${items.map(({ name }) => name).join('、')}（${note}；来源等级 ${grade}）`)
  })

type Section = MethodView['sections'][number]

const sectionsOf = (version: EvaluationVersion): Section[] => {
  const worst = version.scheme.grades?.vetoTo ?? version.scheme.grades?.grades.at(-1)?.grade ?? '最低等次'
  const all: Section[] = [
    { title: '评价对象', at: 'scope', lines: [line(version.scope.words, version.scope.clause)] },
    {
      title: '另列一组',
      at: 'scope',
      lines: (version.tracks ?? []).map(({ name, clause }) => line(`${name}：单独评价`, clause)),
    },
    { title: '指标口径和来源', at: 'indicators', lines: inputLines(version) },
    {
      title: '加减分',
      at: 'indicators',
      lines: (version.bonuses ?? []).map(({ label, clause }) => line(label, clause)),
    },
    { title: '一票否决', at: 'grades', lines: version.vetoes.map((one) => overrideLine(one, `定为 ${worst}`)) },
    { title: '提档', at: 'grades', lines: version.promotions.map((one) => overrideLine(one, '提高等次')) },
    { title: '公示', at: 'end', lines: [publicityLine(version)] },
    {
      title: '列出而未计分的',
      at: 'indicators',
      lines: unscoredLines(version),
    },
  ]
  return all.filter(({ lines }) => lines.length > 0)
}

const EFFECTS = { 'left-out': '不参加评价', ungraded: '参加评价、不评等次' } as const

const exclusionLines = (version: EvaluationVersion): Claused[] =>
  version.exclusions.map(({ basis, effect, as, clause, grade }) =>
    line(`${basis}：${EFFECTS[effect]}${as === undefined ? '' : `，政策按 ${as} 执行`}（来源等级 ${grade}）`, clause),
  )

const gradingLines = ({ scheme, cite }: EvaluationVersion): Claused[] => {
  if (!scheme.grades) return [line('不划等次')]
  const clause = cite.article ?? null
  return [
    ...scheme.grades.grades.map((limit) => line(`${limit.grade}：${limitWords(limit, scheme.grades)}`, clause)),
    line(`比例的分母：${denominatorWords(scheme)}`),
  ]
}

type Asked = { scheme: string; version: string | undefined; on: LocalDate }

const bareEvaluation = ({ versions: _, ...head }: Evaluation): KeptScheme['evaluation'] => head

/** The method of a version as its page reads it. Throws Problem not-found. */
export const readMethod = async (
  store: Store,
  caller: Caller,
  { scheme, version: ref, on }: Asked,
): Promise<MethodView> => {
  const evaluation = evaluationOf(scheme)
  const version = versionOf(evaluation, ref)
  const kept: KeptScheme = { evaluation: bareEvaluation(evaluation), version, track: null }
  const views = await store.ledgers(caller)
  return {
    scheme: await schemeRow(store, caller, evaluation, on),
    version: versionView(evaluation, version),
    items: itemsOf(kept, ledgerWords(evaluation.ledger, views), null),
    sections: sectionsOf(version),
    grading: gradingLines(version),
    exclusions: exclusionLines(version),
    policies: version.policies.map(({ grade, measure, cite }) => ({ grade, measure, cite: { ...cite } })),
    publicityDays: version.publicity.days,
    unknowns: version.unknowns.map(({ words, meanwhile }) => `${words}；试算时：${meanwhile}`),
  }
}

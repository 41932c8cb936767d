import { z } from '@hono/zod-openapi'
import type { LocalDate } from '@yundiao/kernel'
import { inWords, type Rule, type RuleVersion, runVectors, versionId } from '@yundiao/rules'

export const ruleSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    versions: z.array(
      z.object({
        from: z.string(),
        to: z.string().nullable(),
        grade: z.string(),
        cite: z.object({
          document: z.string(),
          number: z.string().nullable(),
          article: z.string().nullable(),
          url: z.string().nullable(),
        }),
        words: z.string(),
        vectors: z.object({ passed: z.number().int(), total: z.number().int() }),
      }),
    ),
  })
  .openapi('RuleRow')
export type RuleRow = z.infer<typeof ruleSchema>

/** The text shown is the rule executed, or made of its parameters. */
const wordsOf = (rule: Rule, version: RuleVersion): string => {
  if ('inputs' in rule) return 'expression' in version ? inWords(version.expression, rule.inputs) : ''
  return 'value' in version ? rule.inWords(version.value) : ''
}

const vectorsOf = (rule: Rule, version: RuleVersion): { passed: number; total: number } => {
  if (!('inputs' in rule)) return { passed: 0, total: 0 }
  const outcomes = runVectors(rule).filter((outcome) => outcome.version === versionId(version))
  return { passed: outcomes.filter((outcome) => outcome.passes).length, total: outcomes.length }
}

/** Rules as of a day: versions not yet in force then are left out; their worked cases are run now. */
export const ruleRows = (rules: readonly Rule[], on: LocalDate): RuleRow[] =>
  rules
    .map((rule) => ({
      id: rule.id,
      title: rule.title,
      versions: rule.versions
        .filter((version) => version.from <= on)
        .map((version) => ({
          from: version.from,
          to: version.to ?? null,
          grade: version.grade,
          cite: {
            document: version.cite.document,
            number: version.cite.number ?? null,
            article: version.cite.article ?? null,
            url: version.cite.url ?? null,
          },
          words: wordsOf(rule, version),
          vectors: vectorsOf(rule, version),
        })),
    }))
    .filter((rule) => rule.versions.length > 0)

import { domains } from '@yundiao/domains'
import { Problem } from '@yundiao/kernel'
import { versionId } from '@yundiao/rules'
import type { Evaluation, EvaluationVersion } from '@yundiao/scorecards'

/** Every method of evaluation the product ships, in the order of its domains. */
export const EVALUATIONS: readonly Evaluation[] = domains.flatMap(({ evaluations = [] }) => evaluations)

/** What points at one version of a method, in addresses and in runs. */
export const versionRef = (evaluation: Pick<Evaluation, 'id'>, version: EvaluationVersion): string =>
  `${evaluation.id}:${versionId(version)}`

/** Throws Problem not-found. */
export const evaluationOf = (id: string): Evaluation => {
  const found = EVALUATIONS.find((one) => one.id === id)
  if (!found) throw new Problem('not-found', `没有评价方案 ${id}，请从方案列表里选`, { scheme: id })
  return found
}

/** The version asked for, by default the newest. Throws Problem not-found. */
export const versionOf = (evaluation: Evaluation, ref: string | undefined): EvaluationVersion => {
  const newest = evaluation.versions.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
  const found =
    ref === undefined
      ? newest
      : evaluation.versions.find((one) => [versionRef(evaluation, one), versionId(one)].includes(ref))
  if (!found)
    throw new Problem('not-found', `${evaluation.title}没有 ${ref ?? ''} 这个版本，请从方案列表里选`, {
      scheme: evaluation.id,
    })
  return found
}

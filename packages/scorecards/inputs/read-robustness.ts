import { parseJson } from '@yundiao/kernel'
import type { RobustnessSpec } from '../robustness/robustness.ts'
import type { Uncertainty } from '../robustness/uncertainty.ts'
import type { Indicator } from '../scheme/scheme.ts'
import {
  caseOf,
  faultOf,
  normalisationOf,
  present,
  type Read,
  type ScorecardCase,
  strayWeight,
  weightingOf,
} from './read-scorecard.ts'
import { robustnessShape, type UncertaintyFile } from './shape-uncertainty.ts'

/** A scheme, its inputs and what is asked of them; draws and seed come from elsewhere. */
export type RobustnessCase = ScorecardCase & { asked: Omit<RobustnessSpec, 'draws' | 'seed'> }

/** With nothing said: weights a quarter up or down, as is usual (COINr, JRC). */
const USUAL: Uncertainty = { weights: { kind: 'relative', by: 0.25 } }

const uncertaintyOf = (file: UncertaintyFile, indicators: readonly Indicator[]): Uncertainty => {
  const { sensitivity: _, leaveOut: __, sure: ___, ...said } = file
  const uncertainty = present({
    ...said,
    weights: said.weights && present(said.weights),
    weighting: said.weighting?.map((one) => weightingOf(one, indicators)),
    treat: said.treat?.map(present),
    normalise: said.normalise?.map(normalisationOf),
    aggregate: said.aggregate?.map(present),
    data: said.data && Object.fromEntries(Object.entries(said.data).map(([code, error]) => [code, present(error)])),
  })
  return Object.keys(uncertainty).length > 0 ? (uncertainty as Uncertainty) : USUAL
}

/** Input of `scorecard robustness`: the file of `scorecard run` with a key `uncertainty`. */
export const readRobustnessInput = (text: string): Read<RobustnessCase> => {
  const json = parseJson(text)
  if (json.kind === 'fault') return json
  const read = robustnessShape.safeParse(json.value, { reportInput: true })
  if (!read.success) return faultOf(read.error)
  const stray = strayWeight(read.data)
  if (stray) return stray
  const done = caseOf(read.data, json.value)
  const { uncertainty = {} } = read.data
  const { sensitivity, leaveOut, sure } = uncertainty
  const asked = present({
    uncertainty: uncertaintyOf(uncertainty, done.scheme.indicators),
    sensitivity,
    leaveOut,
    sure,
  }) as RobustnessCase['asked']
  return { kind: 'read', value: { ...done, asked } }
}

import {
  assessRobustness,
  type Inputs,
  type Refusal,
  type Robustness,
  type RobustnessProgress,
  type RobustnessSpec,
  type Scheme,
} from '@yundiao/scorecards'

/** What is to be drawn again and again, and how. */
export type AssuranceAsk = { scheme: Scheme; inputs: Inputs; spec: RobustnessSpec }

/** How often progress is told: every so many parts of the work. */
const PARTS = 100

/** 排名把握程度 of a run; `tell` hears how far it has come, a hundred times in all. */
export const assure = (
  { scheme, inputs, spec }: AssuranceAsk,
  tell: (progress: RobustnessProgress) => void,
): Robustness | Refusal => {
  const work = assessRobustness(scheme, inputs, spec)
  let told = 0
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value
    const { done, total } = step.value
    if (done - told < total / PARTS) continue
    told = done
    tell(step.value)
  }
}

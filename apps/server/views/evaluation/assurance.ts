import { showNumber } from '@yundiao/kernel'
import { nameOfItem } from './items.ts'
import type { KeptAssurance, Run } from './kept.ts'
import type { AssuranceView } from './run-schema.ts'

const FACTOR_NAMES: Readonly<Record<string, string>> = {
  weights: '权重',
  weighting: '赋权方法',
  missing: '缺数处理',
  treat: '极端值处理',
  normalise: '标准化方法',
  aggregate: '合成方法',
  data: '数据误差',
}

const percent = (share: number): string => `${showNumber(share * 100, 0)}%`

/** What was supposed, as the page says it beside the intervals. */
const supposedWords = ({ spec }: KeptAssurance): string[] => {
  const { weights, data } = spec.uncertainty
  return [
    `共试算 ${spec.draws} 次，随机种子 ${spec.seed}，同一种子结果不变`,
    ...(weights?.kind === 'relative' ? [`各指标权重在 ±${percent(weights.by)} 内变动，同级合计仍为 100%`] : []),
    ...(data?.['*']?.relative ? [`各项数据按 ±${percent(data['*'].relative)} 的误差变动`] : []),
    `位次区间为 5%—95% 分位；等次在不足 ${percent(spec.sure ?? 0.9)} 的试算里保持的，标为临界`,
  ]
}

/** 排名把握程度 of a run; null where it has not been worked out. */
export const assuranceView = (run: Run): AssuranceView | null => {
  const kept = run.assurance
  if (!kept) return null
  const { robustness } = kept
  const { sensitivity } = robustness
  return {
    draws: robustness.draws,
    seed: robustness.seed,
    factors: (sensitivity?.factors ?? []).map((factor, i) => ({
      name: FACTOR_NAMES[factor] ?? factor,
      first: sensitivity?.first[i] ?? 0,
      total: sensitivity?.total[i] ?? 0,
      // Runs kept before errors were told have none.
      totalError: sensitivity?.totalError?.[i] ?? null,
    })),
    leaveOut: (robustness.leaveOut ?? [])
      .map(({ code, meanShift }) => ({ code, name: nameOfItem(run, code), meanShift }))
      .sort((a, b) => b.meanShift - a.meanShift),
    words: supposedWords(kept),
  }
}

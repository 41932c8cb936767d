import { monthsElapsed, type Refusal, refuse } from '@yundiao/figures'
import { parsePeriod } from '@yundiao/kernel'
import { type Computed, computed } from './amount.ts'

/** 时间进度: months gone by at the end of a cumulative period ÷ 12. */
export const timeProgress = (period: string): Computed | Refusal => {
  const read = parsePeriod(period)
  const months = read && monthsElapsed(read)
  if (!months) return refuse('period-differs', '不能计算时间进度：须是月、季或年')
  return computed(months / 12, '已过月数 ÷ 12')
}

/** Where completion stands against the time gone by. */
export type Pace = '超时序' | '达序时' | '欠序时'

export type Progress = { kind: 'progress'; completion: number; time: number; gap: number; pace: Pace; mark: '测算' }

/**
 * 序时进度: completion of an amount target less time gone by; within half a point it is 达序时. Refused for growth
 * targets, which are compared as rates. Source: domain rules t.progress.
 */
export const progress = (
  period: string,
  done: number,
  target: { kind: 'level' | 'growth'; value: number },
): Progress | Refusal => {
  if (target.kind === 'growth') return refuse('not-applicable', '增速目标不算序时进度，请与目标增速比较')
  if (!(target.value > 0) || !Number.isFinite(done)) return refuse('target-missing', '不能计算：目标须为正数')
  const time = timeProgress(period)
  if (time.kind === 'refused') return time
  const completion = done / target.value
  const gap = completion - time.value
  const pace = gap > 0.005 ? '超时序' : gap < -0.005 ? '欠序时' : '达序时'
  return { kind: 'progress', completion, time: time.value, gap, pace, mark: '测算' }
}

/**
 * Growth the rest of the year needs for a level target: (target − done so far) ÷ last year's rest − 1.
 * Source: domain rules t.need.
 */
export const neededForLevel = (target: number, done: number, lastYearRest: number): Computed | Refusal =>
  lastYearRest > 0 && Number.isFinite(target - done)
    ? computed((target - done) / lastYearRest - 1, '(全年目标 − 已完成) ÷ 上年后期 − 1')
    : refuse('input-missing', '不能计算：上年后期数须为正')

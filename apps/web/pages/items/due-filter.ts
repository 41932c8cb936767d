export type DueFilter = 'overdue' | 'month' | 'unset'

/** Whether a deadline falls under a filter on the day `on`. The day itself is not overdue; a deadline in words is none of them. */
export const isDue = (deadline: string | null, filter: DueFilter, on: string): boolean => {
  if (filter === 'unset') return deadline === null
  if (deadline === null || !/^\d{4}-\d{2}-\d{2}$/.test(deadline)) return false
  return filter === 'overdue' ? deadline < on : deadline.slice(0, 7) === on.slice(0, 7) && deadline >= on
}

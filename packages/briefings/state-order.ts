/** State words in the order 落实情况 reports them: what is done first, what cannot be judged last. */
const STATE_ORDER: readonly string[] = [
  '已办结',
  '已销号',
  '已办结待核',
  '长期坚持',
  '超序时',
  '达序时',
  '欠序时',
  '逾期',
  '未启动',
  '暂缓',
  '未评',
]

const placeOf = (state: string): number => {
  const at = STATE_ORDER.indexOf(state)
  return at < 0 ? STATE_ORDER.length : at
}

/** Compares two state words as 落实情况 reports them; a word not of the list comes last. */
export const byReportedState = (a: string, b: string): number => placeOf(a) - placeOf(b)

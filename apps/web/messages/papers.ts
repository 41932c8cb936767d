/** Words of 材料 and 判定标准. Chinese is the source; a key missing in English is a type error. */
export const zh = {
  byDataOf: '按何日数据',
  downloadDocx: '下载 Word',
  figuresInPaper: '引用数据',
  generate: '生成',
  grade: '来源等级',
  madeAt: '生成',
  makeQuarterReview: '生成《经济运行情况》',
  noPapers: '还没有材料。',
  noRules: '还没有判定标准。',
  paper: '材料',
  papersFacts: '每个数都带出处；同一日数据可重新生成',
  rulesFacts: '每条都有依据、生效日期和验证用例，只读',
  vectorsFail: '验证用例 {total} 个，{n} 个不符',
  vectorsPass: '验证用例 {n} 个全部相符',
} as const

export const en: Record<keyof typeof zh, string> = {
  byDataOf: 'Data as known on',
  downloadDocx: 'Download Word',
  figuresInPaper: 'Figures',
  generate: 'Make',
  grade: 'Grade',
  madeAt: 'Made',
  makeQuarterReview: 'Make the quarterly review',
  noPapers: 'No papers yet.',
  noRules: 'No rules yet.',
  paper: 'Paper',
  papersFacts: 'Each number carries its source; can be made again from the same day’s data',
  rulesFacts: 'Each with citation, dates and test cases; read only',
  vectorsFail: '{n} of {total} test cases fail',
  vectorsPass: 'All {n} test cases hold',
}

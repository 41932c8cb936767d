/** Words of 研判 that its views share. */
export const zh = {
  analysis: '研判',
  analysisViews: '研判各页',
  viewPoints: '研判要点',
  viewCompare: '对比',
  viewDrags: '归因',
  viewOutlook: '走势预测',
  viewAnswers: '备询要点',
  viewBackTest: '预测回测',
  onlyEstimates: '仅预计、测算数',
  onlyDemo: '仅演示数',
} as const

export const en: Record<keyof typeof zh, string> = {
  analysis: 'Analysis',
  analysisViews: 'Views of the analysis',
  viewPoints: 'Findings',
  viewCompare: 'Comparison',
  viewDrags: 'Attribution',
  viewOutlook: 'Outlook',
  viewAnswers: 'Answers',
  viewBackTest: 'Back-test',
  onlyEstimates: 'estimates only',
  onlyDemo: 'demonstration only',
}

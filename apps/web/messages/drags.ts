/** Words of 归因. */
export const zh = {
  dragSubject: '归因对象',
  dragIndicator: '指标',
  dragAgainst: '比较对象',
  dragPath: '位置',
  dragChart: '各项影响',
  dragTable: '归因表',
  dragName: '名称',
  dragTotal: '合计',
  dragHidden: '隐去 {n} 项合计',
  dragHiddenMark: '隐去',
  dragDefault: '看县（市、区）',
  dragProjects: '看投资项目',
  dragPaper: 'Excel 供印材料，不含单个企业',
  dragOpenRow: '看下一级',
  dragOpenEntry: '看台账记录',
  dragChartNote: '实心向右为增，斜线向左为减，虚线框为未分摊；菱形为起止数，横轴不一定从零起。',
} as const

export const en: Record<keyof typeof zh, string> = {
  dragSubject: 'Subject',
  dragIndicator: 'Indicator',
  dragAgainst: 'Against',
  dragPath: 'Place',
  dragChart: 'What each part does',
  dragTable: 'Attribution',
  dragName: 'Name',
  dragTotal: 'Total',
  dragHidden: '{n} hidden, together',
  dragHiddenMark: 'Hidden',
  dragDefault: 'Look at counties',
  dragProjects: 'Look at projects',
  dragPaper: 'The Excel sheet is for papers: no single enterprise',
  dragOpenRow: 'One step further',
  dragOpenEntry: 'Open the ledger’s row',
  dragChartNote:
    'Filled to the right adds, hatched to the left takes away, dashed is what no part explains; diamonds are where it begins and ends. The axis need not begin at zero.',
}

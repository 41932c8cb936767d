/** Words of 报送, 代录 and 审核发布. Chinese is the source; a key missing in English is a type error. */
export const zh = {
  awaitsRelease: '待审核发布',
  awaitsReleaseNote: '全市数发布后各单位可见；发布不能撤回，更正另出新版。',
  declaredMissing: '已查未见公布，记为“缺”',
  enterFor: '代录',
  figureReported: '已报送，待审核发布',
  figureValue: '数值',
  indexMeasure: '指数',
  noReleasedPoints: '还没有已发布的数。',
  reasonOfFigure: '来源与经手（何单位何人以何方式报来）',
  release: '审核发布',
  released: '已审核发布',
  reportFigure: '报送',
  reportPlace: '地区',
} as const

export const en: Record<keyof typeof zh, string> = {
  awaitsRelease: 'Waiting for release',
  awaitsReleaseNote: 'Released figures of the city are seen by every office; a correction is a new version.',
  declaredMissing: 'Looked for and not published',
  enterFor: 'Enter for a unit',
  figureReported: 'Reported, waiting for release',
  figureValue: 'Value',
  indexMeasure: 'Index',
  noReleasedPoints: 'Nothing released yet.',
  reasonOfFigure: 'Source (which unit, who, how)',
  release: 'Release',
  released: 'Released',
  reportFigure: 'Report',
  reportPlace: 'Region',
}

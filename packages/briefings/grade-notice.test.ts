import { expect, it } from 'vitest'
import { checkBinding } from './check-binding.ts'
import { dumpPaper } from './dump-paper.ts'
import { type GradeNoticeInput, gradeNoticePaper } from './grade-notice.ts'

const INPUT: GradeNoticeInput = {
  city: { code: '510700', name: '绵阳市' },
  evaluation: 'e-1',
  title: '2021年度规上工业企业亩均效益评价',
  year: '2021',
  subject: '企业',
  weights: [],
  settled: null,
  withdrawn: [],
  isWithdrawn: false,
  basis: '四川省产业园区规上工业企业效益评价（2020年起）',
  source: '某报道（来源等级 B）',
  publicity: { from: '2022-04-26', until: '2022-05-06', days: '5个工作日' },
  receiver: '市经济和信息化局',
  grades: [
    { grade: 'A', held: 1 },
    { grade: 'B', held: 1 },
  ],
  units: [
    { entry: 'parks.efficiency/1', name: '测试501公司', region: '江油市', place: 1, grade: 'A' },
    { entry: 'parks.efficiency/2', name: '测试乙公司', region: '涪城区', place: 2, grade: 'B' },
    { entry: 'parks.efficiency/3', name: '测试丙公司', region: '涪城区', place: 3, grade: null },
  ],
  leftOut: [{ reason: '另列一组评价：租赁企业', count: 4 }],
  isDemo: true,
  asKnownOn: '2022-04-26',
  checkpoint: null,
}

it('tells who, by which document, until when, and binds every number', () => {
  const paper = gradeNoticePaper(INPUT)
  expect(checkBinding(paper).unbound).toEqual([])
  const dump = dumpPaper(paper)
  for (const words of [
    '结果公示（演示）',
    '参评',
    'A类',
    '公示期5个工作日：2022年4月26日至2022年5月6日',
    '有异议的数据、应为多少和理由',
    '联系电话',
    '[落款] 市经济和信息化局',
    '[落款] 2022年4月26日',
    '、不评等次',
    '参加评价、不评等次',
    '测试501公司',
    '租赁企业',
    '来源等级 B',
  ])
    expect(dump).toContain(words)
})

it('lists by grade, the best first, each under its own count', () => {
  const dump = dumpPaper(gradeNoticePaper(INPUT))
  const at = ['A类（', '测试501公司', 'B类（', '测试乙公司', '不评等次（', '测试丙公司'].map((words) =>
    dump.lastIndexOf(words),
  )
  expect(at).toEqual(at.toSorted((a, b) => a - b))
  expect(at[0]).toBeGreaterThan(dump.indexOf('[表]'))
})

it('once settled it makes the result known and says what came of the 公示', () => {
  const on = '2022-05-07' as const
  const paper = gradeNoticePaper({ ...INPUT, settled: { on, appeals: { filed: 2, upheld: 1 } } })
  expect([paper.title, checkBinding(paper).unbound]).toEqual(['2021年度规上工业企业亩均效益评价结果（演示）', []])
  const dump = dumpPaper(paper)
  expect(dump).toMatch(
    /经公示，现将结果予以公布。.*收到申诉⟦2件.*采纳⟦1件.*结果于2022年5月7日定稿。.*\[落款\] 2022年5月7日/su,
  )
  expect(dump).not.toMatch(/有异议|联系电话/u)
  expect(dumpPaper(gradeNoticePaper({ ...INPUT, settled: { on, appeals: null } }))).not.toContain('申诉')
})

it('says where its weights are not those of the method it names', () => {
  expect(dumpPaper(gradeNoticePaper(INPUT))).not.toContain('权重')
  const paper = gradeNoticePaper({ ...INPUT, weights: [{ name: '亩均税收', shown: '40%' }] })
  expect(checkBinding(paper).unbound).toEqual([])
  expect(dumpPaper(paper)).toMatch(/指标权重与办法原文不同，本次为：亩均税收⟦40%/u)
})

it('without days or a receiver it says so, and without places it numbers the lines', () => {
  const units = INPUT.units.map((one) => ({ ...one, place: null }))
  const dump = dumpPaper(gradeNoticePaper({ ...INPUT, publicity: null, receiver: null, units }))
  expect(dump).toContain('待明确')
  expect(dump).toContain('序号')
})

it('a 公示 withdrawn is told with its reason and no list; a later one says it stands in its place', () => {
  const withdrawn = [
    { from: '2022-04-26', until: '2022-04-28', on: '2022-04-27', reason: '名单有漏' },
  ] satisfies GradeNoticeInput['withdrawn']
  const gone = gradeNoticePaper({ ...INPUT, publicity: null, withdrawn, isWithdrawn: true })
  expect(gone.title).toBe('关于撤回2021年度规上工业企业亩均效益评价结果公示的公告（演示）')
  const told = dumpPaper(gone)
  expect(told).toMatch(/结果于2022年4月26日至2022年4月28日公示。因名单有漏，现撤回公示/u)
  expect(told).toContain('[落款] 2022年4月27日')
  expect(told).not.toMatch(/测试501公司|\[表\]/u)
  const again = gradeNoticePaper({ ...INPUT, withdrawn })
  expect([gone, again].map((paper) => checkBinding(paper).unbound)).toEqual([[], []])
  expect(dumpPaper(again)).toMatch(/已于2022年4月27日撤回（名单有漏），以本次为准，公示期重新计算/u)
})

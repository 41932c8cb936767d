import { expect, it } from 'vitest'
import { checkBinding } from './check-binding.ts'
import { dumpPaper } from './dump-paper.ts'
import { handoverPaper } from './handover.ts'
import { headRows } from './head-rows.ts'
import { type TaskLineInput, type TaskTableInput, taskTablePaper, taskTableSheet } from './task-table.ts'

const line = (item: string, sentence: string, more: Partial<TaskLineInput> = {}): TaskLineInput => ({
  item,
  sentence: { key: sentence, text: `${sentence}15條措施` },
  title: `任务${item}`,
  steps: null,
  measure: null,
  nodes: [null, null],
  deadline: null,
  leadLeader: null,
  leadUnit: null,
  units: [],
  remark: null,
  ...more,
})

const INPUT: TaskTableInput = {
  city: { code: '510700', name: '绵阳市' },
  title: '任务分解表',
  basis: '会议纪要（绵委常纪〔2022〕12号）',
  approval: '某领导，2022年4月27日',
  nodeLabels: ['6月底', '9月底'],
  sections: [
    {
      title: '聚焦产业发展',
      lines: [
        line('1', '甲'),
        line('2', '甲', { leadUnit: '市发改委', units: ['市发改委', '市经信局'], deadline: '6月底前' }),
        line('3', '乙'),
      ],
    },
    { title: '狠抓项目建设', lines: [line('4', '丙', { nodes: ['开工20个', null] })] },
  ],
  changedSince: 0,
  asKnownOn: '2022-04-26',
  meeting: null,
  checkpoint: null,
}

it('heads the columns as sheet T3 does', () => {
  const head = headRows(taskTableSheet(INPUT).columns)
  expect(head.map((row) => row.map(({ label, columnSpan, rowSpan }) => `${label} ${columnSpan}×${rowSpan}`))).toEqual([
    [
      '序号 1×3',
      '会议要求（原文） 1×3',
      '工作任务 1×3',
      '具体举措 1×3',
      '量化目标或成果形式 1×3',
      '时限 3×1',
      '牵头市领导 1×3',
      '牵头单位 1×3',
      '责任单位（列首位者汇总） 1×3',
      '备注 1×3',
    ],
    ['阶段节点 2×1', '完成时限 1×2'],
    ['6月底 1×1', '9月底 1×1'],
  ])
})

it('puts 合计 first, a section before its tasks, and a sentence once over the tasks that share it', () => {
  const sheet = taskTableSheet(INPUT)
  expect(sheet.total?.cells).toEqual([{ text: '合计' }, { text: '4件' }])
  expect(sheet.rows.map((row) => row.cells[0])).toEqual([
    { text: '一、聚焦产业发展（3项）' },
    { text: '1' },
    { text: '2' },
    { text: '3' },
    { text: '二、狠抓项目建设（1项）' },
    { text: '4' },
  ])
  expect(sheet.rows.map((row) => row.cells[1] ?? null)).toEqual([
    null,
    { text: '甲15條措施' },
    null,
    { text: '乙15條措施' },
    null,
    { text: '丙15條措施' },
  ])
  expect(sheet.merges).toEqual([{ row: 1, column: 1, rows: 2 }])
})

it('prints what is lacking as 待明确 and never a blank owner or time', () => {
  const [, first] = taskTableSheet(INPUT).rows
  expect(first?.cells.slice(7, 11)).toEqual(Array(4).fill({ gap: '待明确' }))
})

it('says how many cells changed after the approval', () => {
  expect(taskTableSheet(INPUT).notes.join()).not.toContain('审定后')
  expect(taskTableSheet({ ...INPUT, changedSince: 2 }).notes.join()).toContain('审定后有 2 处改动')
})

it.each([
  ['任务分解表', taskTablePaper(INPUT)],
  [
    '交办单',
    handoverPaper({
      city: INPUT.city,
      number: '绵督交〔2022〕1号',
      unit: '市发改委',
      basis: INPUT.basis,
      approval: INPUT.approval,
      issuedOn: '2022-04-27',
      feedbackOn: '2022-05-25',
      lines: [
        {
          item: '2',
          number: '绵督〔2022〕2',
          title: '落实15条措施',
          quotes: ['落實15條措施'],
          steps: null,
          measure: null,
          leadLeader: null,
          assist: ['市经信局'],
          deadline: '6月底前',
          feedback: null,
        },
      ],
      asKnownOn: '2022-04-26',
      meeting: null,
      checkpoint: null,
    }),
  ],
])('%s leaves no number unbound, and an owner that is lacking open', (_, paper) => {
  expect(checkBinding(paper).unbound).toEqual([])
  expect(dumpPaper(paper)).toContain('⟨待明确⟩')
})

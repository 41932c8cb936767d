import { describe, expect, it } from 'vitest'
import { type MeetingSlidesInput, meetingTopics, type SlideLine } from './meeting-topics.ts'
import type { SlideTopic } from './slides.ts'

const cell = (text: string) => ({ text })

const line = (label: string, more: Partial<SlideLine> = {}): SlideLine => ({
  label,
  level: cell('—'),
  growth: cell('6.6'),
  province: cell('5.3'),
  nation: cell('4.8'),
  vsProvince: { ...cell('+1.3'), value: 1.3 },
  vsTarget: { ...cell('待明确'), value: null },
  rank: cell(''),
  target: cell('待明确'),
  required: cell('待明确'),
  state: '未评',
  leadUnit: null,
  isPart: false,
  isInner: false,
  ...more,
})

const input: MeetingSlidesInput = {
  periodWords: '2022年一季度',
  lead: null,
  lines: [],
  places: [],
  projects: [],
  demoProjects: 0,
  carried: [],
  carriedFrom: null,
  coordination: [],
  decisions: [],
}

const topic = (more: Partial<MeetingSlidesInput>, id: string): SlideTopic => {
  const found = meetingTopics({ ...input, ...more }).find((one) => one.id === id)
  if (!found) throw new Error(`no topic ${id}`)
  return found
}

describe('the first slide', () => {
  it('holds eight whole lines and no 其中 line', () => {
    const lines = Array.from({ length: 12 }, (_, at) => line(`指标${at + 1}`, { isPart: at === 1 }))
    const names = topic({ lines }, 'headline').rows.map((row) => row.name)
    expect(names).toEqual(['指标1', '指标3', '指标4', '指标5', '指标6', '指标7', '指标8', '指标9'])
  })

  it('is 内部 as soon as one of its lines is, and not for a line it does not show', () => {
    const shown = [line('甲', { isInner: true })]
    const hidden = [line('甲'), line('乙', { isInner: true, isPart: true })]
    expect(topic({ lines: shown }, 'headline').isInner).toBe(true)
    expect(topic({ lines: hidden }, 'headline').isInner).toBe(false)
  })
})

describe('what lags', () => {
  it('is behind by its word or by its gap to the target; a target not known is no gap', () => {
    const lines = [
      line('按词', { state: '欠序时' }),
      line('按差', { vsTarget: { ...cell('-0.4'), value: -0.4 } }),
      line('持平', { vsTarget: { ...cell('持平'), value: 0 } }),
      line('未知'),
    ]
    expect(topic({ lines }, 'behind').rows.map((row) => row.name)).toEqual(['按词', '按差'])
  })

  it('is below the province by its own difference only', () => {
    const lines = [line('高'), line('低', { vsProvince: { ...cell('-0.1'), value: -0.1 } })]
    expect(topic({ lines }, 'below').rows.map((row) => row.name)).toEqual(['低'])
  })

  it('reads 待明确 where nobody leads', () => {
    const lines = [line('甲', { state: '欠序时' }), line('乙', { state: '欠序时', leadUnit: '市经信局' })]
    expect(topic({ lines }, 'behind').rows.map((row) => row.cells.at(-1)?.text)).toEqual(['待明确', '市经信局'])
  })
})

describe('places', () => {
  const places = (values: readonly (number | null)[]) =>
    values.map((value, at) => ({ name: `地${at + 1}`, value, cells: [cell(String(value))] }))
  const of = (kind: 'peers' | 'counties', values: readonly (number | null)[]) =>
    topic({ places: [{ id: 'p', kind, indicator: 'GDP', columns: [], places: places(values), isInner: false }] }, 'p')

  it('are given no rank while one has no number, and say how many have', () => {
    const slide = of('counties', [1, null, 3])
    expect(slide.columns.map((column) => column.label)).not.toContain('位次')
    expect(slide.note).toContain('3个中2个有数')
  })

  it('keep a county without a number on the wall, and leave other cities without one out', () => {
    expect(of('counties', [1, null]).rows).toHaveLength(2)
    expect(of('peers', [1, null]).rows).toHaveLength(1)
  })
})

it('counts projects by stage and tells demonstration ones apart', () => {
  const slide = topic({ projects: [{ state: '在建', count: 4 }], demoProjects: 58 }, 'projects')
  expect(slide.lead).toContain('4个')
  expect(slide.note).toContain('演示项目58个不计入')
  expect(topic({ projects: [{ state: '在建', count: 4 }] }, 'projects').note).not.toContain('演示')
})

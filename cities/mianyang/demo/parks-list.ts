import type { Efficiency } from '@yundiao/domains/parks'

type Industry = NonNullable<Efficiency['industry']>

/**
 * What an invented industry makes of its land and energy: 万元 a 亩, tax, added value and research as shares of revenue,
 * 万元 a person and a 吨标准煤, kWh and kg of emissions a 万元.
 */
export type Level = {
  industry: Industry
  perMu: number
  tax: number
  added: number
  research: number
  perHead: number
  perCoal: number
  power: number
  emission: number
}

const level = (
  industry: Industry,
  [perMu, tax, added, research, perHead, perCoal, power, emission]: readonly [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ],
): Level => ({ industry, perMu, tax, added, research, perHead, perCoal, power, emission })

export const LEVELS: readonly Level[] = [
  level('计算机、通信和其他电子设备制造业', [620, 0.028, 0.24, 0.045, 150, 14, 180, 0.06]),
  level('通用设备制造业', [380, 0.036, 0.27, 0.028, 110, 7.5, 260, 0.12]),
  level('汽车制造业', [450, 0.031, 0.23, 0.025, 130, 8, 240, 0.15]),
  level('食品制造业', [330, 0.041, 0.25, 0.009, 120, 5.2, 210, 0.35]),
  level('化学原料和化学制品制造业', [420, 0.045, 0.22, 0.018, 170, 1.3, 900, 1.4]),
  level('非金属矿物制品业', [240, 0.05, 0.28, 0.006, 115, 0.75, 1100, 1.8]),
  level('黑色金属冶炼和压延加工业', [520, 0.026, 0.17, 0.008, 210, 0.9, 1300, 1.6]),
  level('医药制造业', [480, 0.062, 0.35, 0.06, 125, 6.2, 230, 0.24]),
  level('纺织业', [210, 0.027, 0.22, 0.007, 62, 3.1, 420, 0.5]),
  level('金属制品业', [300, 0.034, 0.24, 0.014, 105, 4.6, 310, 0.22]),
  level('电气机械和器材制造业', [540, 0.03, 0.22, 0.03, 160, 10, 200, 0.08]),
]

/** A park of the demonstration, its place, and the industries of its firms as places in LEVELS. */
export type DemoPark = { region: string; park: string; letter: string; firms: readonly number[] }

export const DEMO_PARKS: readonly DemoPark[] = [
  {
    region: 'my-gaoxin',
    park: '演示园区甲（高新区）',
    letter: 'A',
    firms: [0, 0, 10, 1, 2, 0, 7, 10, 9, 0, 1, 2, 0, 10, 7],
  },
  { region: 'my-jingkai', park: '演示园区乙（经开区）', letter: 'B', firms: [0, 4, 10, 3, 1, 0, 9, 4, 2, 3, 10, 1] },
  { region: 'my-kechuang', park: '演示园区丙（科创区）', letter: 'C', firms: [0, 7, 10, 0, 1, 7, 0, 10] },
  { region: '510781', park: '演示园区丁（江油）', letter: 'D', firms: [6, 5, 4, 1, 6, 5, 9, 4, 5, 1, 6, 3, 4] },
  { region: '510705', park: '演示园区戊（安州）', letter: 'E', firms: [2, 2, 3, 4, 9, 2, 3, 1, 5, 2] },
  { region: '510703', park: '演示园区己（涪城）', letter: 'F', firms: [0, 3, 1, 9, 0, 7, 3, 1, 10] },
  { region: '510704', park: '演示园区庚（游仙）', letter: 'G', firms: [9, 0, 7, 1, 9, 5, 0] },
  { region: '510722', park: '演示园区辛（三台）', letter: 'H', firms: [8, 3, 8, 5, 3, 8] },
]

/** What sets a firm of the demonstration apart, by its letter and number; amounts in 万元. */
export const PECULIAR: Readonly<Record<string, Partial<Efficiency> & { refundWan?: number }>> = {
  A04: { honour: '国家级专精特新“小巨人”' },
  A07: { emission: null },
  A09: { refundWan: 900 },
  A12: { exclusion: '初创期', exclusionBasis: '2021年6月注册（演示依据）', yearsOpen: 1 },
  A15: { honour: '上市企业' },
  B02: { veto: '环境保护', vetoBasis: '演示处罚决定书，2021年9月' },
  B05: { emission: null },
  B08: { refundWan: 1500 },
  B11: { exclusion: '重大项目建设期', exclusionBasis: '二期在建，演示批复', emission: null },
  C03: { employees: null },
  C06: { emission: null },
  D02: { veto: '安全生产', vetoBasis: '演示事故调查报告，2021年11月' },
  D05: { refundWan: 2600 },
  D09: { emission: null },
  D10: { energy: null },
  D12: { exclusion: '公用事业（电、热、气、水、垃圾、污水）', exclusionBasis: '园区污水处理（演示依据）' },
  E04: { emission: null },
  E07: { exclusion: '享受国家税收扶持政策', exclusionBasis: '福利企业退税（演示依据）' },
  E10: { aboveScale: null },
  F08: { inPark: false, park: null },
  G06: { landOwn: null },
  H04: { emission: null },
}

/** Firms without land of their own, with what they rent in ㎡. */
export const TENANTS: Readonly<Record<string, number>> = {
  A10: 4000,
  A13: 2500,
  B09: 5100,
  C04: 1800,
  C07: 3600,
  F05: 3100,
  G07: 2200,
}

/** Firms below scale, with the years they have been open. */
export const SMALL: Readonly<Record<string, number>> = { C08: 5, F09: 7, G05: 3, H06: 9 }

/** Firms that let part of their land, in ㎡; and firms that rent some beside their own. */
export const LETTING: Readonly<Record<string, number>> = { A02: 6000, D03: 12000, E06: 5200 }
export const RENTING: Readonly<Record<string, number>> = { A06: 4000, B04: 3300, E02: 8000 }

/** Rows that were not checked yet, or were sent back, on the day of the demonstration. */
export const STATES: Readonly<Record<string, string>> = {
  D10: '退回修改',
  C03: '退回修改',
  E10: '已报送',
  G06: '已报送',
  H06: '已报送',
}

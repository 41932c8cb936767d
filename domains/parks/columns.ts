import type { EvaluationColumn, EvaluationInput, FieldSum } from '@yundiao/scorecards'

type Base = Omit<EvaluationColumn, 'clause'>

/** 用地: own and rented in, less rented out. Only what is rented may be left empty where there is none. */
const land: FieldSum = {
  add: ['landOwn', 'landRentedIn'],
  less: ['landRentedOut'],
  emptyIsNone: ['landRentedIn', 'landRentedOut'],
}

const of = (field: string): FieldSum => ({ add: [field] })

/** Columns of 亩均评价基础表 as methods reckon with them: 万元, 亩, 吨标准煤, 人. The class is what they usually come from. */
export const COLUMNS = {
  revenue: {
    code: '营业收入',
    label: '营业收入',
    unit: '万元',
    from: of('revenue'),
    sourceClass: '税务',
    sourceField: 'revenueSource',
  },
  tax: {
    code: '税收',
    label: '评价税收',
    unit: '万元',
    from: of('taxPaid'),
    sourceClass: '税务',
    sourceField: 'taxSource',
    negative: 'zero',
  },
  valueAdded: {
    code: '工业增加值',
    label: '工业增加值',
    unit: '万元',
    from: of('valueAdded'),
    sourceClass: '企业自报',
    sourceField: 'valueAddedSource',
  },
  research: {
    code: '研发经费',
    label: '研发经费',
    unit: '万元',
    from: of('research'),
    sourceClass: '企业自报',
    sourceField: 'researchSource',
  },
  renovation: {
    code: '技改投资',
    label: '技术改造投资',
    unit: '万元',
    from: of('renovation'),
    sourceClass: '企业自报',
    sourceField: 'renovationSource',
  },
  land: { code: '用地', label: '用地面积', unit: '亩', from: land, sourceClass: '自然资源', sourceField: 'landSource' },
  employees: {
    code: '从业人员',
    label: '平均从业人员',
    unit: '人',
    from: of('employees'),
    sourceClass: '企业自报',
    sourceField: 'employeesSource',
  },
  energy: {
    code: '能耗',
    label: '综合能耗',
    unit: '吨标准煤',
    from: of('energy'),
    sourceClass: '企业自报',
    sourceField: 'energySource',
  },
  power: {
    code: '用电量',
    label: '用电量',
    unit: '万千瓦时',
    from: of('power'),
    sourceClass: '电力',
    sourceField: 'powerSource',
  },
  emission: {
    code: '排放',
    label: '主要污染物排放量',
    unit: '吨',
    from: of('emission'),
    sourceClass: '部门业务',
    sourceField: 'emissionSource',
  },
} as const satisfies Readonly<Record<string, Base>>

/** A column under a method's clause. */
export const under = (column: Base, clause: string): EvaluationColumn => ({ ...column, clause })

/** A column as the values of an indicator, whose code and unit after its denominator it takes. */
export const indicatorOf = (
  column: Base,
  { code, unitShown, clause }: { code: string; unitShown: string; clause: string },
): EvaluationInput => ({ ...column, code, unitShown, clause })

/** Marks of 亩均评价基础表 that methods may heed. */
export const MARKS = { exclusion: 'exclusion', veto: 'veto', promotion: 'honour' } as const

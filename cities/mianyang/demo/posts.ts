import type { LocalDate } from '@yundiao/kernel'
import type { DemoRecord } from './record.ts'

type Tenure = readonly [from: LocalDate, to: LocalDate | null]
type Charges = { unit?: readonly string[]; region?: readonly string[]; indicator?: readonly string[] }
type Listed = { key: string; title: string; holder: string; rank: number; tenure: Tenure; charges: Charges }

/** Of the industry's post two holders: the one whose time ended on 31 March, and the successor. */
const INDUSTRY: Charges = { unit: ['jxj'], region: ['510781'], indicator: ['iva', 'ind_inv'] }

const LISTED: readonly Listed[] = [
  {
    key: 'executive',
    title: '市委常委、常务副市长（演示）',
    holder: '演示甲',
    rank: 11,
    tenure: ['2021-12-01', null],
    charges: { unit: ['fgw', 'tjj', 'czj'], region: ['510703'], indicator: ['gdp', 'fai', 'budget'] },
  },
  {
    key: 'industry-before',
    title: '副市长（分管工业，演示）',
    holder: '演示乙',
    rank: 12,
    tenure: ['2021-10-01', '2022-03-31'],
    charges: INDUSTRY,
  },
  {
    key: 'industry',
    title: '副市长（分管工业，演示）',
    holder: '演示丙',
    rank: 12,
    tenure: ['2022-04-01', null],
    charges: INDUSTRY,
  },
  {
    key: 'commerce',
    title: '副市长（分管商贸文旅，演示）',
    holder: '演示丁',
    rank: 13,
    tenure: ['2021-10-01', null],
    charges: { unit: ['swj', 'jhj', 'wglj', 'scjgj'], region: ['510704'], indicator: ['retail', 'trade'] },
  },
  {
    key: 'land',
    title: '副市长（分管自然资源和城建，演示）',
    holder: '演示戊',
    rank: 14,
    tenure: ['2021-10-01', null],
    charges: { unit: ['zrzy', 'zjw', 'cg', 'jtj'], region: ['my-jingkai', '510705'], indicator: [] },
  },
  {
    key: 'finance',
    title: '副市长（分管金融和政务服务，演示）',
    holder: '演示己',
    rank: 15,
    tenure: ['2021-10-01', null],
    charges: { unit: ['jrj', 'zwfw', 'rsj'], region: ['510722'], indicator: [] },
  },
]

const recordsOf = ({ key, title, holder, rank, tenure: [startsOn, endsOn], charges }: Listed): DemoRecord[] => {
  const post = `demo-post-${key}`
  const kinds = Object.entries(charges) as [keyof Charges, readonly string[]][]
  return [
    {
      table: 'post',
      id: post,
      knownFrom: startsOn,
      values: { title, holder, rank, startsOn, endsOn, note: '演示数据，非真实任职' },
    },
    ...kinds.flatMap(([kind, subjects]) =>
      subjects.map(
        (subject): DemoRecord => ({
          table: 'charge',
          id: `demo-charge-${key}-${subject}`,
          knownFrom: startsOn,
          values: { post, subjectKind: kind, subject, startsOn, endsOn },
        }),
      ),
    ),
  ]
}

export const demoPosts: readonly DemoRecord[] = LISTED.flatMap(recordsOf)

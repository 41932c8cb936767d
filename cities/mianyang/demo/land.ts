import { type Parcel, parcels } from '@yundiao/domains/land'
import { type LocalDate, type Polygon, printPolygon } from '@yundiao/kernel'
import { DEMO_NOTE, type DemoEntry, demoId } from './entry.ts'

type State = (typeof parcels.states)[number]

/** Where it lies (its south-west corner), its sides in metres, and how far its case has come. */
type Sketch = readonly [
  longitude: number,
  latitude: number,
  width: number,
  depth: number,
  state: State,
  months: number,
  use: NonNullable<Parcel['use']>,
]
type Place = { region: string; place: string; letter: string; sketches: readonly Sketch[] }

const PLACES: readonly Place[] = [
  {
    region: '510781',
    place: '江油市',
    letter: 'A',
    sketches: [
      [104.752, 31.79, 210, 160, '涉嫌闲置', 13, '工业用地'],
      [104.768, 31.802, 320, 240, '已发调查通知书', 16, '工业用地'],
      [104.741, 31.768, 150, 120, '已认定', 21, '商服用地'],
      [104.79, 31.84, 400, 260, '处置中', 34, '工业用地'],
      [104.86, 31.9, 180, 175, '处置方案已批准', 26, '住宅用地'],
      [104.72, 31.81, 260, 140, '涉嫌闲置', 12, '工业用地'],
      [104.755, 31.815, 130, 110, '已销号', 19, '商服用地'],
    ],
  },
  {
    region: '510703',
    place: '涪城区',
    letter: 'B',
    sketches: [
      [104.7, 31.44, 190, 150, '涉嫌闲置', 14, '商服用地'],
      [104.715, 31.455, 230, 210, '已认定', 25, '住宅用地'],
      [104.68, 31.42, 280, 180, '处置中', 29, '工业用地'],
      [104.725, 31.47, 120, 100, '不构成闲置', 0, '公共管理与公共服务用地'],
      [104.66, 31.4, 340, 220, '已处置待核', 31, '工业用地'],
    ],
  },
  {
    region: '510704',
    place: '游仙区',
    letter: 'C',
    sketches: [
      [104.83, 31.5, 250, 190, '涉嫌闲置', 15, '工业用地'],
      [104.86, 31.52, 300, 200, '已发调查通知书', 18, '工业用地'],
      [104.9, 31.54, 160, 130, '处置方案已批准', 28, '住宅用地'],
      [104.88, 31.51, 220, 170, '涉嫌闲置', 12, '商服用地'],
    ],
  },
]

/** Metres in a degree of latitude, and of longitude at the city's 31.6° north; good to one part in a hundred. */
const METRES_NORTH = 110_900
const METRES_EAST = 94_900

const degrees = (value: number): number => Math.round(value * 1e6) / 1e6

/** A rectangle leaning a little, as parcels along a road do. */
const outlineOf = ([west, south, width, depth]: Sketch): Polygon => {
  const east = width / METRES_EAST
  const north = depth / METRES_NORTH
  const lean = 0.15
  const corner = (x: number, y: number) => [degrees(west + x * east), degrees(south + (y + lean * x) * north)] as const
  return [[corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1), corner(0, 0)]]
}

/** The steps of the order: which papers a case in this state already has. */
const STEPS: readonly State[] = [
  '涉嫌闲置',
  '已发调查通知书',
  '已认定',
  '处置方案已批准',
  '处置中',
  '已处置待核',
  '已销号',
]
const reached = (state: State, step: State): boolean => STEPS.indexOf(state) >= STEPS.indexOf(step)

const MONTHS_A_YEAR = 12
/** 约定动工, so that so many months have gone by on 26 April 2022, a year of which is not yet idle. */
const startDueOn = (months: number): LocalDate => {
  const gone = 2022 * MONTHS_A_YEAR + 3 - months
  const month = String((gone % MONTHS_A_YEAR) + 1).padStart(2, '0')
  return `${Math.floor(gone / MONTHS_A_YEAR)}-${month}-15` as LocalDate
}

const papersOf = (state: State, number: string): Partial<Parcel> => ({
  ...(reached(state, '已发调查通知书') ? { inquiryNumber: `演示调〔2022〕${number}`, inquiryOn: '2022-01-18' } : {}),
  ...(reached(state, '已认定') ? { findingNumber: `演示认〔2022〕${number}`, findingOn: '2022-02-25' } : {}),
  ...(reached(state, '处置方案已批准') ? { planOn: '2022-03-11' } : {}),
  ...(reached(state, '处置中') ? { agreementOn: '2022-03-29' } : {}),
  ...(reached(state, '已处置待核') ? { doneOn: '2022-04-15' } : {}),
})

/** From two years on the order knows taking back; below, the fee; a delay of the government's is agreed on. */
const disposalOf = (state: State, months: number, isGovernment: boolean): Partial<Parcel> => {
  if (!reached(state, '处置方案已批准')) return {}
  const disposal = isGovernment ? '延长动工期限' : months >= 2 * MONTHS_A_YEAR ? '无偿收回' : '征缴闲置费'
  return { disposal, dueOn: '2022-09-30' }
}

const FEE_RATE = 0.2
const YUAN_A_SQUARE_METRE = {
  工业用地: 300,
  商服用地: 2400,
  住宅用地: 2800,
  公共管理与公共服务用地: 500,
  其他: 300,
} as const

const valuesOf = ({ place, letter }: Place, sketch: Sketch, n: number): Partial<Parcel> => {
  const [, , width, depth, state, months, use] = sketch
  const number = `${letter}${String(n).padStart(2, '0')}`
  const site = width * depth
  const price = site * YUAN_A_SQUARE_METRE[use]
  const isGovernment = n % 3 === 0
  const isDone = reached(state, '已处置待核')
  const disposal = disposalOf(state, months, isGovernment)
  return {
    parcelNo: `演示监管号${number}`,
    contractNo: `演示合同${number}`,
    location: `${place}演示地块${number}`,
    project: `演示地块${number}项目`,
    holder: `演示使用权人${number}`,
    use,
    site,
    priceDue: price,
    pricePaid: n % 4 === 1 ? price / 2 : price,
    signedOn: '2018-06-20',
    startDueOn: startDueOn(months),
    idleMonths: months,
    investedShare: 0,
    startedShare: 0,
    byGovernment: reached(state, '已认定') ? isGovernment : null,
    byHolder: reached(state, '已认定') ? !isGovernment : null,
    mortgaged: n % 5 === 0,
    ...papersOf(state, number),
    ...disposal,
    disposedArea: isDone ? site : null,
    feeCollected: isDone && disposal.disposal === '征缴闲置费' ? price * FEE_RATE : null,
    outline: printPolygon(outlineOf(sketch)),
    remark: DEMO_NOTE,
  }
}

/** Parcels of three counties at every step of the order, their outlines inside those counties. */
export const landEntries: readonly DemoEntry[] = PLACES.flatMap((at, block) =>
  at.sketches.map((sketch, index) => ({
    ledger: parcels.id,
    id: demoId('parcel', (block + 1) * 1000 + index + 1),
    region: at.region,
    state: sketch[4],
    values: valuesOf(at, sketch, index + 1),
    knownFrom: '2022-04-18' as const,
    demo: true,
  })),
)

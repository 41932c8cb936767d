import {
  area,
  choice,
  day,
  defineLedger,
  duty,
  type EntryOf,
  geometry,
  integer,
  longText,
  maybe,
  money,
  person,
  ratio,
  text,
  yes,
} from '@yundiao/ledgers'

const bothUnits = { shownIn: '公顷', alsoShownIn: '亩', min: 0 } as const
const under = (...heads: string[]) => ({ under: heads })
const paper = (name: string) => ({
  number: maybe(text('文号', { under: ['认定', name], maxLength: 60 })),
  on: maybe(day('日期', { under: ['认定', name] })),
})
const inquiry = paper('调查通知书')
const finding = paper('认定书')

/**
 * 闲置土地处置台账: one row per parcel held under a 出让合同 or 划拨决定书, columns of sheet T7 (users.md). Areas are printed
 * in 公顷 and 亩 both. States are the steps of 《闲置土地处置办法》 (国土资源部令第53号): nothing is 闲置 before its 认定书,
 * so the first state, and the title, say 涉嫌. 扣除后闲置月数 is entered by the office, not worked out here.
 */
export const parcels = defineLedger({
  id: 'land.parcel',
  title: '涉嫌闲置、闲置土地处置台账',
  owner: duty('natural-resources'),
  key: 'location',
  fields: {
    parcelNo: maybe(text('电子监管号', { ...under('宗地'), unique: true, maxLength: 40 })),
    contractNo: maybe(text('合同或划拨决定书编号', { ...under('宗地'), maxLength: 60, synonyms: ['合同编号'] })),
    location: text('坐落', { ...under('宗地'), searchable: true, synonyms: ['宗地坐落', '土地坐落'] }),
    project: maybe(text('项目', { ...under('宗地'), searchable: true, synonyms: ['项目名称'] })),
    holder: maybe(text('名称', { ...under('使用权人'), searchable: true, synonyms: ['使用权人', '土地使用权人'] })),
    holderCode: maybe(text('信用代码', { ...under('使用权人'), check: 'uscc', synonyms: ['统一社会信用代码'] })),
    use: maybe(choice('用途', ['工业用地', '商服用地', '住宅用地', '公共管理与公共服务用地', '其他'])),
    site: maybe(area('面积', bothUnits)),
    priceDue: maybe(money('应缴', { ...under('价款'), min: 0 })),
    pricePaid: maybe(money('已缴', { ...under('价款'), min: 0 })),
    signedOn: maybe(day('签订', under('时间'))),
    deliveryDueOn: maybe(day('约定交地', under('时间'))),
    deliveredOn: maybe(day('实际交地', under('时间'))),
    startDueOn: maybe(day('约定动工', under('时间'))),
    finishDueOn: maybe(day('约定竣工', under('时间'))),
    startedOn: maybe(day('实际动工', under('时间'))),
    startedShare: maybe(ratio('动工面积占比', { ...under('开发'), min: 0, max: 1 })),
    investedShare: maybe(ratio('投资占比(不含地价税费)', { ...under('开发'), min: 0 })),
    stoppedOn: maybe(day('中止日期', under('开发'))),
    idleMonths: maybe(integer('扣除后闲置月数', { min: 0, max: 600 })),
    inquiryNumber: inquiry.number,
    inquiryOn: inquiry.on,
    findingNumber: finding.number,
    findingOn: finding.on,
    byGovernment: maybe(yes('政府', under('原因'))),
    byHolder: maybe(yes('企业', under('原因'))),
    byForce: maybe(yes('不可抗力', under('原因'))),
    cause: maybe(longText('说明', { ...under('原因'), searchable: true, maxLength: 500 })),
    mortgaged: maybe(yes('抵押查封')),
    disposal: maybe(
      choice('处置方式', [
        '延长动工期限',
        '调整土地用途或规划条件',
        '安排临时使用',
        '协议有偿收回',
        '置换土地',
        '征缴闲置费',
        '无偿收回',
        '其他',
      ]),
    ),
    planOn: maybe(day('方案批准', under('进度'))),
    agreementOn: maybe(day('协议或决定书', under('进度'))),
    doneOn: maybe(day('完成', under('进度'))),
    disposedArea: maybe(area('已处置面积', bothUnits)),
    feeCollected: maybe(money('收缴闲置费', { min: 0 })),
    keeper: maybe(person('属地责任人', { sensitivity: 'internal' })),
    dueOn: maybe(day('完成时限')),
    remark: maybe(longText('备注')),
    outline: maybe(geometry('范围')),
  },
  states: ['涉嫌闲置', '已发调查通知书', '已认定', '处置方案已批准', '处置中', '已处置待核', '已销号', '不构成闲置'],
  moves: {
    涉嫌闲置: ['已发调查通知书', '不构成闲置'],
    已发调查通知书: ['已认定', '不构成闲置'],
    已认定: ['处置方案已批准'],
    处置方案已批准: ['处置中'],
    处置中: ['已处置待核'],
    已处置待核: ['已销号', '处置中'],
    不构成闲置: ['涉嫌闲置'],
  },
  filters: [
    { label: '未认定', when: [{ field: 'findingOn', op: 'missing', missing: true }] },
    { label: '政府原因', when: [{ field: 'byGovernment', op: 'is', value: true }] },
    { label: '抵押查封', when: [{ field: 'mortgaged', op: 'is', value: true }] },
    { label: '未标绘范围', when: [{ field: 'outline', op: 'missing', missing: true }] },
  ],
  source: '步骤依《闲置土地处置办法》（国土资源部令第53号）；列依本地通行样式，未见本市原表',
})

/** The values of one parcel: areas in ㎡, prices in 元, the outline as GeoJSON text. */
export type Parcel = EntryOf<typeof parcels>

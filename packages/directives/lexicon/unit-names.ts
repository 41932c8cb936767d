import { adverbLength } from './adverbs.ts'
import { opensWithVerb } from './verbs.ts'

/** Endings of offices, companies and places that can be given a task. */
const SUFFIX =
  /(?:办公室|领导小组|指挥部|委员会|管委会|党工委|办事处|街道办|街道|监管局|分局|中支|支队|大队|总队|专班|公司|集团|银行|支行|分行|协会|商会|联合会|工商联|总工会|学校|大学|学院|医院|中心|政府|党委|党组|县委|区委|市委|省委|州委|开发区|高新区|经开区|示范区|新区|园区|科技城|县市区|(?<![督主承协举筹代催交转创开])办|局|室|委|厅|院|部|署|处|站|所|队|行|乡|镇|村|社区|区|县|市|州|盟|旗)$/u

/** Names that look like a unit and address everybody, or nobody in particular. */
const NOT_A_UNIT =
  /^(?:全市|全省|全县|全区|全国|全州|我市|我省|我县|我区|本市|本省|各部|外部|内部|干部|党员干部|领导干部|城市|地区|灾区|山区|景区|城区|主城区|园区|片区|辖区|社区|乡镇|乡村|农村|市县|县区|区县|市区|县市区|超市|门市|股市|楼市|都市|上市|入市|力量|到位|单位|各单位|部门|各部门|有关部门|相关部门|主管部门|机关|全体|全部|局部|好处|实处|难处|处处|短处|长处|高处|细处|本部|总部|项目部|一部|大部|小区|进行|执行|实行|运行|推行|先行|试行|发行|履行|银行|自行|现行|流行|同行|所|场所|重点场所|厂区|库区|林区|矿区|疫区|营业所|队|一行|街道|委|地委|市场|中心|原则|学校|医院|企业)$/u

/** Characters no unit's name holds. */
const FOREIGN =
  /[的了要把将由对与着，。；：！？“”0-9]|推进|落实|加快|确保|贯彻|做好|抓好|负责|配合|严格|按照|完成|牵头|会同|联合(?!会)|协助|督促|指导|跟踪|汇总|对接|组织(?!部)/u

const MIN = 2
const MAX = 24

/** Endings that also close common objects (做强产业园区, 发挥中心): such a name may not open with a verb. */
const COMMON_ENDING =
  /(?:园区|中心|新区|示范区|社区|公司|集团|企业|医院|学校|学院|专班|区|县|市|乡|镇|村|站|所|队|行|院|部)$/u

const opensLikeClause = (name: string): boolean =>
  COMMON_ENDING.test(name) && (opensWithVerb(name) || opensWithVerb(name.slice(adverbLength(name))))

/** Whether a simplified name is the name of a unit, or of a closed class of them (各街道, 各县（市、区）). */
export const isUnitName = (name: string): boolean => {
  const bare = name.replace(/（[^）]*）/g, '')
  if (bare.length < MIN) return false
  if (name.length > MAX || FOREIGN.test(bare) || /[（）]/u.test(bare) || NOT_A_UNIT.test(bare) || opensLikeClause(bare))
    return false
  return SUFFIX.test(bare) || /^各(?:县|市|区|园区|街道|乡镇|镇|学校|医院|银行)/.test(name)
}

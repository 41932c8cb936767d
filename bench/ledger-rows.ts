import { projects } from '@yundiao/domains/projects'
import { gramsOf, tableName } from '@yundiao/ledgers'
import { mianyang } from '@yundiao/mianyang'
import type { Pool } from 'pg'
import { CITY, DAY } from './bench-store.ts'

const TABLE = tableName(projects)

const ofKind = (...kinds: readonly string[]): string[] =>
  mianyang.regions.filter((region) => kinds.includes(region.kind)).map((region) => region.code)

/** Counties and zones hold most rows, their towns a quarter, the city itself (待归属) a fiftieth. */
export const COUNTIES = ofKind('county')
const PLACES = [...COUNTIES, ...ofKind('zone')]
const TOWNS = ofKind('town')

const THEMES =
  '新型显示 锂电材料 核医学装备 电子元件 特种钢材 汽车零部件 机器人 磁性材料 北斗终端 生物医药 食品加工 白酒酿造 智能家电 高端装备 新能源 绿色建材 航空配套 光伏组件 数据中心 冷链物流 现代农业 文化旅游 城乡供水 污水处理 快速通道 老旧小区 职业教育 康养服务 粮油储备 中药材 生猪养殖 标准厂房 激光技术 空气动力 应急装备 集成电路 传感器件 包装印刷 木本油料 智慧停车'.split(
    ' ',
  )
const FORMS =
  '产业园 生产线 研发中心 扩能技改 配套工程 综合整治 提升改造 加工厂 示范区 智能工厂 总部 检测平台 创新平台 集聚区 孵化园 改扩建 道路工程 管网工程'.split(
    ' ',
  )
const PHASES = ['', '', '一期', '二期', '三期']
const SURNAMES = '长虹 九洲 涪江 富乐 越王 子云 窦圌 七曲 科发 蜀道 安昌 芙蓉 剑门 川北 盛达 宏远'.split(' ')
const TRADES = '实业 科技 电子 建设 农业 投资 材料 装备'.split(' ')

/** Words put into a known share of the names: one row in so many. */
export const WORDS = {
  rare: { text: '冻干', oneIn: 20_000 },
  medium: { text: '氢能', oneIn: 200 },
  common: { text: '光电', oneIn: 10 },
}

const list = (words: readonly string[]): string => `array[${words.map((word) => `'${word}'`).join(', ')}]`
const pick = (words: readonly string[], by: string): string => `(${list(words)})[1 + ((${by}) % ${words.length})::int]`
const sometimes = ({ text, oneIn }: { text: string; oneIn: number }): string =>
  `case when n % ${oneIn} = ${oneIn - 3} then '${text}' else '' end`

/** A number that looks drawn and is the same in every run: bits of a product with an odd constant. */
const mixed = (odd: number): string => `(((n * ${odd}::int8) % 1000003))`

const ROWS = `select n,
    case when n % 50 = 7 then '${CITY}' when n % 4 = 1 then ${pick(TOWNS, mixed(7919))} else ${pick(PLACES, mixed(104_729))} end as region,
    ${pick(projects.states, mixed(15_485_863))} as state,
    date '${DAY}' - case when n % 6 = 5 then ${mixed(32_452_843)} % 400 else (1900 * ($1::int - n)::int8) / $1::int end::int
      as known_from,
    ${pick(THEMES, mixed(49_979_687))} || ${sometimes(WORDS.rare)} || ${sometimes(WORDS.medium)} || ${sometimes(WORDS.common)}
      || ${pick(FORMS, mixed(67_867_967))} || ${pick(PHASES, mixed(86_028_121))} as name,
    ${pick(SURNAMES, mixed(2_038_074_743))} || ${pick(TRADES, mixed(1_190_494_759))} || '有限公司' as owner,
    case when n % 4 = 0 then '新建厂房及配套设施，购置设备' || (n % 40)::text || '台（套）' end as scope,
    case when n % 10 <> 3 then (1 + ${mixed(982_451_653)} % 40000) * 1000000 end::int8 as total,
    case when n % 3 <> 0 then date '${DAY}' - (${mixed(674_506_111)} % 2500)::int end as started
  from generate_series(1, $1::int) n`

const TEXTS = `create table bench_text (text text primary key, grams text[] not null)`

const INSERT = `insert into ${TABLE} (city, id, version, region, unit, state, known_from, grams, demo, event_seq, leaf_no, leaf,
    name, owner, scope, level, nature, category, total_investment, plan_year, done_this_year, started_on, in_statistics)
  select '${CITY}', ('01800000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 1, region, 'fgw', state, known_from,
    a.grams || b.grams || coalesce(c.grams, '{}'), false, 1, 0, decode(repeat('00', 32), 'hex'),
    name, owner, scope, ${pick(['省级', '市级', '县级'], 'n / 7')}, ${pick(['续建', '新开工', '竣工', '前期'], 'n / 5')},
    ${pick(['产业', '基础设施', '民生工程及社会事业', '生态环保'], 'n / 3')}, total, total / 5, total / 20, started, n % 2 = 0
  from (${ROWS}) made join bench_text a on a.text = name join bench_text b on b.text = owner
    left join bench_text c on c.text = scope
  order by n`

/** Grams by the ledger's own function, once for each text that occurs. */
const makeGrams = async (owner: Pool, rows: number): Promise<void> => {
  await owner.query(TEXTS)
  const { rows: texts } = await owner.query<{ text: string }>(
    `select distinct text from (${ROWS}) made, unnest(array[name, owner, scope]) text where text is not null`,
    [rows],
  )
  const made = texts.map(({ text }) => ({ text, grams: gramsOf(projects, { name: text }) }))
  await owner.query('insert into bench_text select * from json_populate_recordset(null::bench_text, $1)', [
    JSON.stringify(made),
  ])
}

/**
 * Fills the projects ledger in SQL, as its owner: words have known shares, rows came in over five years, and a sixth was
 * changed again in the last one.
 */
export const fillLedger = async (owner: Pool, rows: number): Promise<void> => {
  await makeGrams(owner, rows)
  const { rows: indexes } = await owner.query<{ indexname: string; indexdef: string }>(
    `select indexname, indexdef from pg_indexes where tablename = $1 and indexname not like '%pkey'`,
    [TABLE],
  )
  for (const { indexname } of indexes) await owner.query(`drop index ${indexname}`)
  await owner.query(INSERT, [rows])
  for (const { indexdef } of indexes) await owner.query(indexdef)
  await owner.query(`drop table bench_text`)
  await owner.query(`vacuum analyze ${TABLE}`)
}

import { type CitedRelease, seriesKey } from '@yundiao/figures'
import type { Cite, LocalDate } from '@yundiao/kernel'
import { CITY, NATION, PROVINCE } from './regions.ts'

const NBS_QUARTER: Cite = {
  document: '国家统计局2022年一季度国民经济运行情况（2022年4月18日发布，转载页）',
  url: 'https://m.91jinshu.com/news/chanyesudi/202204/40781.html',
  date: '2022-04-18',
}
const RETAIL_QUARTER: Cite = {
  document: '中国商业联合会一季度消费市场分析（2022年4月20日）引国家统计局数',
  url: 'https://logclub.com/articleInfo/NDc3NjE=',
  date: '2022-04-20',
}
const RETAIL_MARCH: Cite = {
  document: '国家统计局2022年3月份社会消费品零售总额（2022年4月18日发布，转载页）',
  url: 'http://fangchan.com/data/142/2022-04-18/6921654453628375157.html',
  date: '2022-04-18',
}
const TWO_MONTHS: Cite = {
  document: '人民政协报2022年3月17日第1版：国家统计局3月15日发布1—2月数据',
  url: 'http://dzb.rmzxb.com.cn/rmzxbPaper/pc/con/202203/17/content_21574.html',
  date: '2022-03-17',
}

type Listed = readonly [
  indicator: string,
  measure: 'growth-real' | 'growth-nominal',
  accumulation: 'ytd' | 'period',
  period: string,
  percent: number,
  releasedOn: LocalDate,
  cite: Cite,
]

const LISTED: readonly Listed[] = [
  ['gdp', 'growth-real', 'ytd', '2022Q1', 4.8, '2022-04-18', NBS_QUARTER],
  ['gdp', 'growth-real', 'period', '2022Q1', 4.8, '2022-04-18', NBS_QUARTER],
  ['va1', 'growth-real', 'period', '2022Q1', 6, '2022-04-18', NBS_QUARTER],
  ['va2', 'growth-real', 'period', '2022Q1', 5.8, '2022-04-18', NBS_QUARTER],
  ['va3', 'growth-real', 'period', '2022Q1', 4, '2022-04-18', NBS_QUARTER],
  ['iva', 'growth-real', 'ytd', '2022Q1', 6.5, '2022-04-18', NBS_QUARTER],
  ['retail', 'growth-nominal', 'period', '2022-03', -3.5, '2022-04-18', RETAIL_MARCH],
  ['retail', 'growth-nominal', 'ytd', '2022Q1', 3.3, '2022-04-20', RETAIL_QUARTER],
  ['iva', 'growth-real', 'ytd', '2022-02', 7.5, '2022-03-15', TWO_MONTHS],
  ['fai', 'growth-nominal', 'ytd', '2022-02', 12.2, '2022-03-15', TWO_MONTHS],
  ['retail', 'growth-nominal', 'ytd', '2022-02', 6.7, '2022-03-15', TWO_MONTHS],
]

/**
 * National figures whose first release is cited with its value. The national files are exports of later years; a figure
 * of theirs counts as known on the day given here only when it still equals the value first printed (全国一季度 GDP
 * 绝对额 was revised since and is therefore not here).
 */
export const nationalReleases: readonly CitedRelease[] = LISTED.map(
  ([indicator, measure, accumulation, period, percent, releasedOn, cite]) => ({
    series: seriesKey({ indicator, measure, accumulation }),
    region: NATION,
    period,
    releasedOn,
    value: percent / 100,
    cite,
  }),
)

/** A day of the release calendar with what says so. */
export type ReleaseDay = { region: string; period: string; on: LocalDate; cite: Cite }

export const releaseCalendar: readonly ReleaseDay[] = [
  { region: NATION, period: '2022Q1', on: '2022-04-18', cite: NBS_QUARTER },
  {
    region: PROVINCE,
    period: '2022Q1',
    on: '2022-04-19',
    cite: {
      document: '四川省2022年一季度经济形势发布（转载页）',
      url: 'http://test.dzwindows.com/test/2022/0420/34718.html',
      date: '2022-04-20',
    },
  },
  {
    region: CITY,
    period: '2022Q1',
    on: '2022-04-20',
    cite: {
      document: '绵阳市2022年一季度经济运行新闻发布会报道',
      url: 'http://wstt.we54.com/redian/2022/0421/7232.html',
      date: '2022-04-21',
    },
  },
]

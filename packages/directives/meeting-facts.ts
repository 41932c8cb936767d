import { daysBetween, type LocalDate, localDate } from '@yundiao/kernel'
import { paragraphsOf, type Span } from './sentences.ts'

/** What a readout says of the meeting itself. Every field null where the text does not say. */
export type MeetingFacts = {
  /** Where the title stands. */
  title: Span | null
  /** `2023-06-12`, or `--04-26` where no year is given. */
  date: string | null
  type: string | null
  city: string | null
  /** Where the body begins: behind the headlines. */
  bodyFrom: number
}

const LONGEST_HEADLINE = 60
const MOST_HEADLINES = 6

const isHeadline = (line: string): boolean =>
  line.length <= LONGEST_HEADLINE &&
  !/[。；]/u.test(line) &&
  !/^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]）)/u.test(line) &&
  !/讯[\s　]/u.test(line) &&
  !/^(?:会议)?(?:议定|指出|强调|要求|决定)|(?:指出|强调|要求|议定)[，：]/u.test(line)

const headlinesOf = (text: string, paragraphs: readonly Span[]): Span[] => {
  const lines: Span[] = []
  for (const line of paragraphs.slice(0, MOST_HEADLINES)) {
    const isLast = line === paragraphs.at(-1)
    if (!isHeadline(text.slice(line.start, line.end)) || '。！'.includes(text[line.end] ?? ' ') || isLast) break
    lines.push(line)
  }
  return lines
}

const DATE = /(?:(\d{4})\s?[年\-/.]\s?)?(\d{1,2})\s?[月\-/.]\s?(\d{1,2})(?:日|号|(?!\d))/gu
const HAN_DATE = /([二〇○零一九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/u
const HELD = /召开|举行|主持|会议|下午|上午|讯/u

type Dated = { year: number | null; month: number; day: number; at: number }

const hanNumber = (words: string): number => {
  const digits = '〇一二三四五六七八九'
  const [tens, ones] = words.includes('十') ? words.split('十') : ['', words]
  const high = words.includes('十') ? (tens ? digits.indexOf(tens) : 1) : 0
  return high * 10 + (ones ? digits.indexOf(ones) : 0)
}

const hanYear = (words: string): number =>
  Number([...words].map((c) => '〇一二三四五六七八九'.indexOf(c === '○' || c === '零' ? '〇' : c)).join(''))

const datesOf = (text: string): Dated[] => {
  const dates: Dated[] = []
  for (const match of text.matchAll(DATE)) {
    const [printed, year, month, day] = match
    if (!year && !/月\s?\d{1,2}[日号]/u.test(printed)) continue
    const dated = { year: year ? Number(year) : null, month: Number(month), day: Number(day), at: match.index }
    if (localDate(dated.year ?? 2000, dated.month, dated.day)) dates.push(dated)
  }
  const han = HAN_DATE.exec(text)
  if (han)
    dates.push({
      year: hanYear(han[1] ?? ''),
      month: hanNumber(han[2] ?? ''),
      day: hanNumber(han[3] ?? ''),
      at: han.index,
    })
  return dates
}

const NEAR = 31

/** A year the text gives elsewhere for about the same day: the line of publication, or the minutes' own number. */
const yearElsewhere = (text: string, dates: readonly Dated[], of: Dated): number | null => {
  for (const other of dates) {
    if (other.year === null) continue
    const [mine, theirs] = [localDate(other.year, of.month, of.day), localDate(other.year, other.month, other.day)]
    if (mine && theirs && Math.abs(daysBetween(mine, theirs)) <= NEAR) return other.year
  }
  const numbered = /（(20\d{2})(?:年第?|）)\s?\d{1,4}[号期]/u.exec(text)
  return numbered ? Number(numbered[1]) : null
}

const pad = (n: number): string => String(n).padStart(2, '0')

const meetingDate = (text: string): string | null => {
  const opening = text.slice(0, 1500)
  const dates = datesOf(opening).sort((a, b) => a.at - b.at)
  const near = ({ at }: Dated): boolean =>
    HELD.test(
      opening
        .slice(at, at + 40)
        .split('\n', 1)
        .join(),
    )
  const held = dates.find(near) ?? dates[0]
  if (!held) return null
  const year = held.year ?? yearElsewhere(opening, dates, held)
  return year === null ? `--${pad(held.month)}-${pad(held.day)}` : localDate(year, held.month, held.day)
}

const TYPE =
  /(?:党委|党组)?(?:常委会（扩大）会议|常委（扩大）会议|常委会会议|常委会|常务会议|党组（扩大）会议|党组会议|全体（扩大）会议|全体会议|全会|专题会议|专题会|专题调度会|调度会|调度会议|推进会议|推进会|分析会议|分析会|工作会议|电视电话会议|视频会议|联席会议|办公会议|现场会|座谈会|动员会|部署会|协调会|碰头会|例会|领导小组会议|指挥部会议|促进会|听证会|通报会|汇报会)(?:（扩大）)?(?:会议)?/u

const meetingType = (text: string, headlines: readonly Span[]): string | null => {
  const head = headlines.map((line) => text.slice(line.start, line.end)).join('\n')
  return (TYPE.exec(head) ?? TYPE.exec(text.slice(0, 600)))?.[0] ?? null
}

const PLACE = '[\\u4e00-\\u9fff]{2,4}?'
const CITY: readonly RegExp[] = [
  new RegExp(
    `(?:^|[\\s，。、日午）中共省])(${PLACE}(?:自治州|市|州|盟|地区))(?=委|人民政府|政府|召开|举行|人大|政协)`,
    'mu',
  ),
  new RegExp(
    `(?:^|\\s)(${PLACE})(?:新闻网|日报|晚报|晨报|融媒|发布|广播|电视台|时报|在线)[\\u4e00-\\u9fff]{0,6}?讯`,
    'mu',
  ),
  new RegExp(`(?:^|[\\s，。日午）中共])(${PLACE}(?:区|县|旗))(?=委|人民政府|政府|召开|举行)`, 'mu'),
  new RegExp(`^\\s*(${PLACE})(?=召开|举行)`, 'mu'),
]
const NO_PLACE =
  /全市|全县|全区|全省|听取|会议|^(?:我市|本市|中共|当日|近日|会议|市委|市政府|省委|区委|县委|城市|各县|此次|下午|上午)|[月日年]|书记|市长/u

/** The headlines and the first sentence of the body: further on other places are named. */
const openingOf = (text: string, bodyFrom: number): string =>
  text.slice(0, bodyFrom) + text.slice(bodyFrom, bodyFrom + 200).split('。', 1)

const cityOf = (opening: string): string | null => {
  for (const pattern of CITY) {
    const name = pattern.exec(opening)?.[1]
    if (name && !NO_PLACE.test(name)) return name
  }
  return null
}

/**
 * Title, day, kind of meeting and place, as far as the text says. `text` is readable text.
 * The year of the day is taken from the day itself, a publication line within a month of it, or the minutes' number;
 * the place is the city (or county, where no city is named) whose meeting it is, spelled as in the text: 忻州市, 绵阳.
 */
export const meetingFacts = (text: string): MeetingFacts => {
  const paragraphs = paragraphsOf(text)
  const headlines = headlinesOf(text, paragraphs)
  return {
    title: headlines[0] ?? null,
    date: meetingDate(text),
    type: meetingType(text, headlines),
    city: cityOf(openingOf(text, headlines.at(-1)?.end ?? 0)),
    bodyFrom: headlines.at(-1)?.end ?? 0,
  }
}

/** The day deadlines count from, where the date has a year. */
export const dayOf = (date: string | null): LocalDate | null => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date ?? '')
  return parts ? localDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) : null
}

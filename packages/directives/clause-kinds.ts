import { adverbLength } from './lexicon/adverbs.ts'
import { SLOGANS } from './lexicon/slogans.ts'
import { HOLDS_VERB, isConcrete, opensWithVerb } from './lexicon/verbs.ts'

/**
 * What a clause of a requirement is. `action` says what to do; `adverbial` (围绕…, 按照…, 在…基础上) leans on the next
 * action; `outcome` (确保…, 防止…, 让…) on the one before; `attitude` asks for a frame of mind; `slogan` urges and asks for
 * nothing; `background` states a fact.
 */
export type ClauseKind = 'action' | 'adverbial' | 'outcome' | 'attitude' | 'slogan' | 'background'

const ATTITUDE =
  /^(?:把.{0,24}(?:统一到|凝聚到|集中到)|统一思想|提高.{0,4}(?:政治站位|思想认识|认识)$|提高(?:政治)?站位|增强.*(?:意识|感|自觉|信心|定力)(?:和|、|$)|增强.*(?:感|意识|自觉|主动性|信心)$|保持.{0,6}(?:定力|清醒|耐心)|坚定.{0,6}信心|(?:牢固)?树[立牢].*(?:理念|意识|观念|思想|导向)$|深刻(?:认识|领会|把握|领悟)|强化.{0,8}意识$|站在.*高度|胸怀|绷紧.*弦)/u

const isAttitude = (body: string): boolean => ATTITUDE.test(body) || ATTITUDE.test(body.slice(adverbLength(body)))

const HAN = /^[\u4e00-\u9fff]+$/u
const PRINCIPLE = /(?:导向|原则|思维|观念|理念|总基调|方针|底线|为先|为要|优先|至上|为本|第一)$/u

const urges = (part: string, alone: boolean): boolean => {
  const bare = part.slice(adverbLength(part)).replace(/^(?:坚持|保持|坚定|发扬|秉持|突出)/u, '')
  if (SLOGANS.has(part) || SLOGANS.has(bare)) return true
  if (bare !== part && PRINCIPLE.test(part)) return true
  return (
    !alone && part.length === 4 && HAN.test(part) && !isConcrete(part) && !isConcrete(part.slice(adverbLength(part)))
  )
}

const isSlogan = (body: string): boolean => {
  const parts = body.split('、')
  return parts.every((part) => urges(part, parts.length === 1))
}

const LEANS =
  /^(?:围绕|聚焦|按照|根据|依据|遵循|针对|通过|结合|立足|依托|对照|本着|鉴于|为了|随着|对于|面对|面向|关于|借助|凭借|以便|除了|基于|锚定|紧紧围绕|紧扣|以|按|截至|重点围绕)/u
const LEANS_BY_ITS_END =
  /(?:要求|原则|目标|部署|思路|问题|需求|需要|所需|领域|方向|标准|规定|实际|契机|抓手|主线|重点|核心|基础上|前提下|背景下|过程中|工作中|方面|条件下|同时|框架内|情况下|之际|期间|动向|方式|载体|平台|渠道|环节|领域等|中心|导向|牵引|支撑|引领|保障|根本|主题|节点|时限|底线|要素|优势|机遇|时机|任务|产品|企业|产业|行业|区域|地区)$/u
const WATCHES = /^(?:紧盯|瞄准|盯紧|抢抓|紧抓)/u
const TIME = /^(?:\d{4}年)?(?:\d{1,2}月|今年|年内|年底|本月|下月|每)[^，]{0,12}(?:前|底|内|止|起|日)$/u

const mask = (body: string): string => body.replace(/“[^”]*”|《[^》]*》/gu, '')

const isAdverbial = (body: string): boolean => {
  const bare = mask(body.slice(adverbLength(body)))
  const whole = mask(body)
  if (TIME.test(body)) return true
  if (WATCHES.test(whole)) return /(?:所需|需要|需求|问题|方向|机遇|契机|时机)$/u.test(whole)
  if (
    /^对(?:于)?.{2,30}的?(?:企业|单位|项目|人员|问题|地块|行为|区域|情况|事项|县区|地区|部门|乡镇|园区|对象|方面)$/u.test(
      whole,
    ) &&
    !HOLDS_VERB.test(whole)
  )
    return true
  if (/^以.+为.{1,14}$/u.test(whole) && !HOLDS_VERB.test(whole.slice(whole.indexOf('为')))) return true
  if (/^把.+作为.{1,20}$/u.test(whole)) return true
  if (
    /^(?:在|从|于|自).+(?:上|中|下|方面|时|前|后|期间|同时|出发|着手|入手|做起|过程)$/u.test(whole) &&
    !/(?:下功夫|求突破)/u.test(whole)
  )
    return true
  if (/(?:找|查)(?:差距|不足|问题|短板|原因)/u.test(whole)) return false
  const leaning = LEANS.test(whole) ? whole : LEANS.test(bare) ? bare : null
  if (
    leaning === null ||
    /^(?:按时|按期|按质|按需|按规|以案促|从严|从快|从细|在建|到位|以.{1,12}(?:促|带|推|引领|带动|推动|促进|支撑|保障))/u.test(
      leaning,
    )
  )
    return false
  return LEANS_BY_ITS_END.test(leaning)
    ? !/(?:抓好|做好|解决|打造|完成|推进|落实).{2,12}$/u.test(leaning.slice(6))
    : !HOLDS_VERB.test(leaning.slice(3))
}

const OUTCOME =
  /^(?:确保|让|使|防止|严防|避免|以免|杜绝|从而|切实筑牢|筑牢.{0,12}防线|实现|以.{2,24}(?:引领|带动|支撑|支持|促进|推动|保障|护航|助力|赋能)|(?:全力|奋力|努力|合力|有力)?(?:推动|促进|推进).{0,14}(?:高质量发展|再上新台阶|迈上新台阶)|(?:不断|全面|切实|持续|有效|进一步)(?:提升|提高|增强|改善).{2,}(?:水平|形象|气质|满意度|获得感|幸福感|安全感|竞争力|能力|质效|效能|质量)|为.{2,30}(?:提供|作出|贡献|奠定|打下|注入).*)/u

const isOutcome = (body: string): boolean =>
  OUTCOME.test(body) || /^(?:坚决|切实|有效|全力)(?:确保|防止|避免|杜绝|筑牢)/u.test(body)

const STATES =
  /(?:取得|呈现|迎来|面临|存在|依然|仍然|仍有|尚未|有所|来之不易|得益于|事关|关系到|关乎|值得肯定|不容乐观|形势(?:严峻|复杂)|同比|总体平稳|没有变|已(?:经|完成|建成|全部)|实现了|完成了|是[^否].{1,16}(?:的|之|基础|关键|重点|保障|支撑|命脉|底线|生命线|基石|抓手|大事|责任)$)/u

/** Whether a clause states how things are rather than asking. */
export const isStatement = (body: string): boolean => STATES.test(mask(body))

const STARTS_WITH_TIME =
  /^(?:力争|确保|于|在)?(?:\d{4}年)?(?:\d{1,2}月(?:\d{1,2}日|[底末]|[上中下]旬)?|今年|年内|年底|本月底?|下月底?|全年|上半年|[一二三四]季度末?)(?:之?前|以前|底前|内)?/u

/** Whether a clause reads as an imperative without any 要: it opens with a verb, or with adverbs and then a verb. */
export const isImperative = (body: string): boolean => {
  const timed = body.replace(STARTS_WITH_TIME, '')
  const behind = timed.slice(adverbLength(timed))
  if (opensWithVerb(timed) || opensWithVerb(body) || opensWithVerb(behind)) return true
  return /^(?:对|就|与|同|向|为|给|将|把).{2,30}?(?:建立|开展|实行|实施|进行|加强|加大|落实|整治|排查|处置|管理|对接|服务|施策|纾困)/u.test(
    behind,
  )
}

/** The kind of a clause's body (readable text behind ordinal, speaker and 要). `asked` when an obligation word stands in it. */
export const kindOf = (body: string, asked: boolean): ClauseKind => {
  if (!asked && isSlogan(body)) return 'slogan'
  if (isAttitude(body)) return 'attitude'
  if (/^关于[^，]{2,40}$/u.test(body) && !HOLDS_VERB.test(body)) return 'background'
  if (!asked && isStatement(body)) return 'background'
  if (isAdverbial(body)) return 'adverbial'
  if (!asked && isOutcome(body)) return 'outcome'
  return 'action'
}

/** Words that may stand before the verb of a requirement. Longest first, so that a prefix never hides a longer word. */
const WORDS =
  '全力以赴 进一步 更好地 更加 深入 持续 积极 切实 扎实 着力 全面 全力 加快 继续 不断 主动 充分 认真 严格 坚决 统筹 努力 大力 精心 稳步 稳妥 有序 有力 有效 高效 精准 科学 合理 依法 及时 尽快 抓紧 立即 迅速 务必 重点 突出 系统 牢牢 始终 常态 定期 逐一 逐项 逐步 分类 分级 同步 协同 联动 广泛 深度 力争 争取 千方百计 想方设法 毫不放松 坚定不移 持之以恒 一体 一体推进 有针对性 因地制宜 创造性 超前 提前 提早 高标准 高质量 高水平 高起点 高位 多措并举 多渠道 全方位 全链条 全过程 全覆盖 滚动 优先 率先 带头 亲自 做到 自觉 时刻 密切 从严 从快 从实 再 也 还 又 都 更 必须 应当 一律 切实地 坚持不懈 用心 用情 用力 用好用足 足额 按时 按期 如期 按质 深层次 大胆 勇于 善于 敢于 平稳 快速 聚力 合力 奋力 倾力 齐心 狠 共同 分别 具体 牵头 组织 集中 即刻 常态化 制度化 清单化 项目化'.split(
    ' ',
  )

const BY_LENGTH = [...WORDS].sort((a, b) => b.length - a.length)

/** Units of leading adverbs; a word is only counted when something is left behind it. */
export const adverbLength = (body: string): number => {
  let at = 0
  for (;;) {
    const word = BY_LENGTH.find((candidate) => body.startsWith(candidate, at))
    if (word === undefined || at + word.length >= body.length) return at
    at += word.length
    if (body[at] === '地') at += 1
  }
}

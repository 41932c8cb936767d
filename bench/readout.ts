import { LONGEST_READOUT, parseReadout } from '@yundiao/directives'
import type { Claim } from './measure.ts'

/** Texts that repeat one phrase, each of a kind on which a parser that looks back grows with the square of the length. */
const SHAPES: readonly (readonly [what: string, head: string, phrase: string])[] = [
  ['一句话', '会议强调，要', '推动项目建设，'],
  ['一条议定事项', '会议议定：', '由市发改局牵头，'],
  ['许多段', '', '会议强调，要狠抓项目建设。开阔思路谋项目，紧盯动向，抓好储备。'],
  ['不成对的标点', '', '“（'],
]
const TIMES = 8
/** A parser that only reads on takes `TIMES` as long; the rest is room for the machine. */
const MOST = TIMES * 2

/** Milliseconds of the quickest of five runs: other work on the machine does not count. */
const quickest = (run: () => void): number =>
  Math.min(
    ...Array.from({ length: 5 }, () => {
      const from = performance.now()
      run()
      return performance.now() - from
    }),
  )

const textOf = (head: string, phrase: string, length: number): string =>
  head + phrase.repeat((length - head.length) / phrase.length)

/** Reading a readout takes time in proportion to its length: an eighth of the longest text is the lower limit. */
export const readoutClaims = async (): Promise<Claim[]> =>
  SHAPES.map(([what, head, phrase]) => {
    const [short, long] = [LONGEST_READOUT / TIMES, LONGEST_READOUT].map((length) => textOf(head, phrase, length))
    const [once, whole] = [quickest(() => parseReadout(short ?? '')), quickest(() => parseReadout(long ?? ''))]
    return {
      what: `读会议文字：${what}，${LONGEST_READOUT} 字`,
      bar: `≤ ${MOST} × 八分之一长的`,
      got: `${(whole / once).toFixed(1)} ×（${whole.toFixed(0)} 毫秒）`,
      ok: whole <= once * MOST,
    }
  })

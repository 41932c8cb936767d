import type { StoreVerification, Verification } from '@yundiao/store'

/** A verified file in words. */
export const fileWords = ({ ok, events, streams, code, unsigned, rootHash, firstBad }: Verification): string[] =>
  ok
    ? [
        `文件完好：${events} 条操作记录（${streams} 类），校验码 ${code ?? '（没有检查点）'}`,
        ...(unsigned > 0 ? [`其中 ${unsigned} 条在最后一个检查点之后，只有另存的总根哈希能为其作证`] : []),
        `总根哈希：${rootHash}`,
      ]
    : [
        `文件校验不通过：第 ${firstBad?.line} 行${firstBad?.stream ? `（${firstBad.stream} 第 ${firstBad.seq} 条）` : ''}，${firstBad?.why}`,
      ]

/** A verified database in words, each mismatch on a line of its own. */
export const storeWords = ({ ok, events, code, firstBad, state }: StoreVerification): string[] => [
  ok
    ? `数据库与操作记录一致：${events} 条记录，核对 ${state.checked} 行，校验码 ${code ?? '（没有检查点）'}`
    : `数据库校验不通过：核对 ${state.checked} 行，${state.mismatches.length} 处不符`,
  ...(firstBad ? [`操作记录 ${firstBad.stream} 第 ${firstBad.seq} 条：${firstBad.why}`] : []),
  ...state.mismatches.map(({ table, id, why }) => `${table} ${id}：${why}`),
]

import { PROBLEM_CODES } from './problem-codes.ts'

/** The text of `docs/problems.md`: one row a code, in the table's order. Generated, so that page and code never part. */
export const problemsPage = (): string => {
  const rows = Object.entries(PROBLEM_CODES).map(
    ([code, { status, title }]) => `| \`${code}\` | ${status} | ${title} |`,
  )
  return [
    '# 问题代码',
    '',
    '出错时返回 RFC 9457 的 problem+json:`status`、`title` 如下表,`detail` 写明位置、原因和办法。',
    '本页由 `packages/kernel/problem-codes.ts` 生成,请勿手改。',
    '',
    '| 代码 | HTTP 状态 | 标题 |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

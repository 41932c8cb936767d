/** Words of 口径、基数变动. */
export const zh = {
  breaks: '口径、基数变动',
  breakDeclare: '登记',
  breakDeclareTitle: '登记口径、基数变动',
  breakDeclared: '登记',
  breakDocument: '依据（文件或公告名称、文号）',
  breakFrom: '自哪一期起',
  breakHint:
    '登记后，前后两边的数不再相比、相减、连线，不能算的写明依据；已公布的数不改。口径变化对绝对额和增速都起作用，基数修订、区划调整只对绝对额。',
  breakKept: '已登记，前后不再相比',
  breakKind: '变动',
  breakNote: '说明',
  breakSource: '原文',
  breakUrl: '网址',
  breakWithdraw: '撤回',
  breakWithdrawn: '已撤回',
  noBreaks: '没有登记口径、基数变动。',
} as const

export const en: Record<keyof typeof zh, string> = {
  breaks: 'Changes of concept or base',
  breakDeclare: 'Declare',
  breakDeclareTitle: 'Declare a change of concept or base',
  breakDeclared: 'declared',
  breakDocument: 'Document (name, number)',
  breakFrom: 'From which release on',
  breakHint:
    'From then on the two sides are not compared, subtracted or joined, and what cannot be worked out cites the document; published figures stay. A change of concept parts amounts and rates, the others amounts alone.',
  breakKept: 'Declared: the sides are no longer compared',
  breakKind: 'Change',
  breakNote: 'Note',
  breakSource: 'source',
  breakUrl: 'Address',
  breakWithdraw: 'Withdraw',
  breakWithdrawn: 'Withdrawn',
  noBreaks: 'None declared.',
}

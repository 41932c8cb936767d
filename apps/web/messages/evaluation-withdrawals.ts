/** Words of 评价 taken back: a 公示 withdrawn, a 试算 deleted. */
export const zh = {
  evWithdraw: '撤回公示',
  evWithdrawReason: '撤回原因',
  evWithdrawNote:
    '公示过什么、什么时候、为什么撤回，都留存，所有登录人员可见。已提出的申诉照常核定；再公示的，公示期重新计算。',
  evWithdrawDone: '公示已撤回',
  evWithdrawn: '{from} 至 {until} 的公示已于 {on} 由{by}撤回：{reason}',
  evWithdrawnOpen: '{from} 起的公示已于 {on} 由{by}撤回：{reason}',
  evWithdrawnNotice: '生成撤回公告',
  evWithdrawnFile: '下载撤回公告',
  paperOfRun: '所依据的评价：',
  paperCorrected: '这次评价的结果已更正，以更正后的为准：',
  evRemove: '删除试算',
  evRemoveNote:
    '删除后各处不再列出；记录留存，按“截至日”看以前仍在。已公示的、有试算以它为基础的、公示稿已存入材料的不能删。',
  evRemoveDone: '试算已删除',
  evKept_withdrawn: '撤回记录',
}

export const en: Record<keyof typeof zh, string> = {
  evWithdraw: 'Withdraw publication',
  evWithdrawReason: 'Reason',
  evWithdrawNote:
    'What was shown, when and why it is withdrawn stay on record for everybody signed in. Appeals filed are decided as before; a new publication has days of its own.',
  evWithdrawDone: 'Publication withdrawn',
  evWithdrawn: 'Publication of {from} to {until} withdrawn on {on} by {by}: {reason}',
  evWithdrawnOpen: 'Publication from {from} withdrawn on {on} by {by}: {reason}',
  evWithdrawnNotice: 'Make notice of withdrawal',
  evWithdrawnFile: 'Download notice of withdrawal',
  paperOfRun: 'Evaluation: ',
  paperCorrected: 'The result has been corrected; what stands is ',
  evRemove: 'Delete trial',
  evRemoveNote:
    'It is listed no more; its record stays and past days still show it. Not for one published, one another trial is based on, or one whose notice is kept among the papers.',
  evRemoveDone: 'Trial deleted',
  evKept_withdrawn: 'withdrawals',
}

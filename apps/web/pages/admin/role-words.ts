import type { Role } from '@yundiao/kernel'

const WORDS: Readonly<Record<Role, string>> = {
  office: '经济运行办',
  supervision: '督查督办',
  department: '市级部门',
  county: '县市区',
  park: '园区',
  leader: '市领导',
  statistics: '统计',
  auditor: '审计',
  administrator: '管理员',
}

/** A role in the office's words; the server's own label is shown wherever it sends one. */
export const roleWord = (role: Role): string => WORDS[role]

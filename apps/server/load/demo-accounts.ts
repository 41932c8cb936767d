import type { Role } from '@yundiao/kernel'

export type DemoAccount = { username: string; name: string; role: Role; unit: string | null; region: string | null }

/** Known to everybody: a demonstration runs on this machine alone (see config). */
export const DEMO_PASSWORD = 'yundiao-2022'

/** One account a role, and two counties so that what one may not see of the other can be tried. All are 演示. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { username: 'yunxing', name: '运行办（演示）', role: 'office', unit: 'fgw', region: null },
  { username: 'duban', name: '督查室（演示）', role: 'supervision', unit: null, region: null },
  { username: 'tongji', name: '统计局（演示）', role: 'statistics', unit: 'tjj', region: null },
  { username: 'jingxin', name: '经信局（演示）', role: 'department', unit: 'jxj', region: null },
  { username: 'jiangyou', name: '江油市（演示）', role: 'county', unit: null, region: '510781' },
  { username: 'fucheng', name: '涪城区（演示）', role: 'county', unit: null, region: '510703' },
  { username: 'jingkai', name: '经开区（演示）', role: 'park', unit: null, region: 'my-jingkai' },
  { username: 'lingdao', name: '市领导（演示）', role: 'leader', unit: null, region: null },
  { username: 'shenji', name: '审计（演示）', role: 'auditor', unit: null, region: null },
  { username: 'guanli', name: '管理员（演示）', role: 'administrator', unit: null, region: null },
]

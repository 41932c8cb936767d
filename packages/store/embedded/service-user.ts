import { readFileSync, statSync } from 'node:fs'
import os from 'node:os'
import { Problem } from '@yundiao/kernel'

/** Who runs PostgreSQL (`uid`, `gid` are set only when we must become somebody else) and who talks to it. */
export type ServiceUser = { as: { uid: number; gid: number } | null; uid: number; clientName: string }

const CANDIDATES = ['yundiao', 'postgres', 'nobody', 'daemon']

type Account = { name: string; uid: number; gid: number }

const accounts = (): Account[] =>
  readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((parts) => parts.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))

const ownerOf = (folder: string): number | null => statSync(folder, { throwIfNoEntry: false })?.uid ?? null

const clientName = (): string => {
  try {
    return os.userInfo().username
  } catch {
    throw new Problem(
      'database.unavailable',
      `当前系统用户（uid ${process.getuid?.()}）没有账户名，内置数据库无法启动。请换用 /etc/passwd 中的用户运行，或设置 DATABASE_URL 使用已有的 PostgreSQL。`,
    )
  }
}

const chooseForRoot = (dataFolder: string): Account => {
  const known = accounts()
  const eligible = CANDIDATES.flatMap((name) => known.filter((account) => account.name === name && account.uid !== 0))
  const owner = ownerOf(dataFolder)
  const chosen = owner === null ? eligible[0] : eligible.find((account) => account.uid === owner)
  if (chosen) return chosen
  if (owner === null) {
    throw new Problem(
      'database.unavailable',
      `PostgreSQL 不能以 root 运行，而系统中没有 ${CANDIDATES.join('、')} 中的任何一个用户。请新建用户 yundiao，或改用普通用户运行。`,
    )
  }
  const name = known.find((account) => account.uid === owner)?.name ?? String(owner)
  throw new Problem(
    'database.unavailable',
    `数据目录 ${dataFolder} 属于用户 ${name}。请以该用户运行，不要用 root；或用 YUNDIAO_DATA 另指一个目录。`,
    { path: dataFolder, owner: name },
  )
}

/** Root becomes an existing unprivileged user (the one that already owns the data); anyone else stays himself. */
export const serviceUser = (dataFolder: string): ServiceUser => {
  const uid = process.getuid?.() ?? -1
  if (uid === 0) {
    const account = chooseForRoot(dataFolder)
    return { as: { uid: account.uid, gid: account.gid }, uid: account.uid, clientName: clientName() }
  }
  const owner = ownerOf(dataFolder)
  if (owner !== null && owner !== uid) {
    throw new Problem(
      'database.unavailable',
      `数据目录 ${dataFolder} 属于另一个系统用户（uid ${owner}）。请以该用户运行，或用 YUNDIAO_DATA 另指一个目录。`,
      { path: dataFolder, owner },
    )
  }
  return { as: null, uid, clientName: clientName() }
}

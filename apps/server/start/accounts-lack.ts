import type { LocalDate } from '@yundiao/kernel'
import { defaultHome, type Store } from '@yundiao/store'
import type { Config } from './config.ts'

/** The command that makes the first administrator, with what this start was told otherwise than by default. */
const commandOf = ({ home, city }: Config): string => {
  const data = home === defaultHome(process.env, process.getuid?.() === 0) ? '' : ` --data ${home}`
  return `npx yundiao admin add --username 用户名 --name 姓名 --city ${city}${data}`
}

/** What to tell at the start of a city nobody can sign in to yet; nothing where there is an account. */
export const accountsLack = async (store: Store, config: Config, today: LocalDate): Promise<string[]> => {
  const accounts = await store.records(await store.wholeCity(config.city, today), 'account')
  if (accounts.length > 0) return []
  return ['还没有任何账号，谁也登录不了。请另开一个终端，建立第一个管理员：', `  ${commandOf(config)}`]
}

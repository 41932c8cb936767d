import { type AddCommand, print } from '../run-command.ts'

type Options = { username: string; name: string; city?: string; data?: string }

/** `yundiao admin add`: the first administrator of a city, or another one; the password is shown once. */
export const addAdmin: AddCommand = (program) => {
  program
    .command('admin')
    .description('管理员')
    .command('add')
    .description('新增一个管理员账号，初始口令只显示一次')
    .requiredOption('--username <username>', '用户名')
    .requiredOption('--name <name>', '姓名或岗位')
    .option('--city <code>', '城市代码，默认 510700')
    .option('--data <folder>', '数据目录')
    .action(async ({ username, name, city, data }: Options, command) => {
      const { addAdministrator, withOpenStore } = await import('../with-store.ts')
      const made = await withOpenStore({ data, city }, (open, config, caller) =>
        addAdministrator(open, config, caller, { username, name }),
      )
      const words = [
        `已新增管理员 ${made.username}`,
        `初始口令：${made.password}`,
        '口令只显示这一次，不保存；登录后请在右上角菜单里修改口令。',
      ]
      print(command, made, words.join('\n'))
    })
}

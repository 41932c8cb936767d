import type { DemoCount } from '@yundiao/server'
import { type AddCommand, print } from '../run-command.ts'

type Place = { data?: string }
type Removing = Place & { accounts?: boolean }
type Counts = { rows: readonly DemoCount[]; figures: number }

const countWords = ({ rows, figures }: Counts): string[] => [
  ...rows.map(({ label, count }) => `  ${label} ${count} 条`),
  ...(figures > 0 ? [`  指标数据 ${figures} 个`] : []),
]

const sum = ({ rows, figures }: Counts): number => rows.reduce((n, { count }) => n + count, figures)

/** `yundiao demo load` and `demo remove`: the rows marked 演示, in and out again. */
export const addDemo: AddCommand = (program) => {
  const demo = program.command('demo').description('演示数据')
  demo
    .command('load')
    .description('装入演示数据（已清除的，以新的编号再装入）')
    .option('--data <folder>', '数据目录')
    .action(async ({ data }: Place, command) => {
      const { labelled, loadDemonstration, withStore } = await import('../with-store.ts')
      const held = await withStore(data, async (store, caller) => {
        const loaded = await loadDemonstration(store, caller.today, { again: true })
        const { rows, figures } = await store.demonstration(caller)
        return { loaded, rows: await labelled(store, caller.city, caller.today, rows), figures }
      })
      const first = held.loaded ? '已装入演示数据：' : '演示数据已在库中，未再装入：'
      print(command, held, [first, ...countWords(held)].join('\n'))
    })
  demo
    .command('remove')
    .description('清除演示数据：移出现行表，留有记录，真实数据不动')
    .option('--accounts', '连同演示账号和固定的业务日期')
    .option('--data <folder>', '数据目录')
    .action(async ({ data, accounts = false }: Removing, command) => {
      const { removeDemonstration, withStore } = await import('../with-store.ts')
      const removed = await withStore(data, (store, { city, today }) =>
        removeDemonstration(store, { city, today, accounts }),
      )
      const words = [
        sum(removed) === 0 ? '没有演示数据。' : `已清除演示数据 ${sum(removed)} 条：`,
        ...countWords(removed),
        ...(removed.changedBack > 0 ? [`  另有 ${removed.changedBack} 条真实记录改回（原先指向演示数据）`] : []),
      ]
      print(command, removed, words.join('\n'))
    })
}

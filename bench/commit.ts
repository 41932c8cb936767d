import type { Caller, Change } from '@yundiao/store'
import { benchStore, CITY } from './bench-store.ts'
import { type Claim, closedLoop, p95Claim, rateClaim } from './measure.ts'

const CLIENTS = 20
const ROUNDS = 300

const meeting = (n: number): Change => ({
  do: 'add',
  table: 'meeting',
  rows: [{ values: { title: `会议${n}`, kind: '专题会', authority: 'government', phase: '筹备' } }],
})
const item = (n: number): Change => ({
  do: 'add',
  table: 'item',
  rows: [
    {
      values: { number: `督〔2022〕${n}`, title: '事项', sourceKind: 'instruction', state: '未启动', leadUnit: 'fgw' },
    },
  ],
})
const entry = (n: number): Change => ({
  do: 'enter',
  ledger: 'projects.project',
  rows: [{ region: '510703', values: { name: `项目${n}` } }],
})
const blocked = (n: number): Change => ({
  do: 'note',
  stream: 'access',
  kind: 'ledger.exported',
  subject: `导出${n}`,
  body: { rows: n },
})
const target = (n: number): Change => ({
  do: 'add',
  table: 'target',
  rows: [
    {
      values: {
        owner: '市',
        indicator: 'gdp',
        concept: 'default',
        region: CITY,
        year: 2022 + n,
        measure: 'growth-real',
        unit: 'ratio',
        grade: 'C',
      },
    },
  ],
})

const KINDS = [meeting, item, entry, blocked, target] as const

/** Commits from 20 clients over five streams, against the fewest statements a durable commit of one row can have. */
export const commitClaims = async (): Promise<Claim[]> => {
  const { store, connections, system, end } = await benchStore()
  try {
    const caller: Caller = system
    const one = (client: number, round: number): Promise<unknown> => {
      const make = KINDS[client % KINDS.length] ?? meeting
      return store.commit(caller, [make(client * 10_000 + round)])
    }
    await closedLoop(CLIENTS, 60, (client, round) => one(client + 100, round))
    const timing = await closedLoop(CLIENTS, ROUNDS, one)
    await connections.owner.query(
      'create table bare (city text, id int, body text, primary key (city, id)); grant all on bare to yd_app',
    )
    const bare = await closedLoop(CLIENTS, ROUNDS, async (client, round) => {
      const held = await connections.app.connect()
      await held.query(`begin; set local role yd_app`)
      await held.query('insert into bare values ($1, $2, $3)', [CITY, client * 10_000 + round, '事项'])
      await held.query('commit')
      held.release()
    })
    return [
      p95Claim('提交：20 个客户端，五条流', timing, 25),
      rateClaim('提交：20 个客户端，五条流', timing, 2000),
      {
        what: '提交与同次运行的裸写入一行相比',
        bar: '不设界线',
        got: `${(bare.perSecond / timing.perSecond).toFixed(1)} 倍时间（裸写入 ${Math.round(bare.perSecond)}/s）`,
        ok: null,
      },
    ]
  } finally {
    await end()
  }
}

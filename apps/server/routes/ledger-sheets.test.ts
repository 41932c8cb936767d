import { type ReadRow, readXlsx } from '@yundiao/office'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeXlsx } from '../../../packages/office/testing/make-xlsx.ts'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'

const LEDGER = '/api/ledgers/projects.project'

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp()
})
afterAll(() => app.end())

type Row = { id: string; values: { name: string } }
type Answer = {
  rows: Row[]
  history: object[]
  accepted: number
  rejected: { cell: string; code: string }[]
  duplicates: object[]
  updates: object[]
  unchanged: number
  id: string
  code: string
  detail: string
}
const read = async (answer: Response): Promise<Answer> => (await answer.json()) as Answer

const take = async (as: string, name: string, content: string | Uint8Array, query = '') => {
  const form = new FormData()
  form.set('file', new File([typeof content === 'string' ? content : new Uint8Array(content)], name))
  const answer = await app.request(`${LEDGER}/import${query}`, { as, method: 'POST', body: form })
  return { status: answer.status, body: await read(answer) }
}
const rowsOf = async (as: string): Promise<Row[]> =>
  (await read(await app.request(`${LEDGER}/rows?limit=200`, { as }))).rows
const namesOf = async (as: string): Promise<string[]> => (await rowsOf(as)).map((row) => row.values.name)
const nothingChanged = async (act: () => Promise<unknown>): Promise<void> => {
  const before = await namesOf('yunxing')
  await act()
  expect(await namesOf('yunxing')).toEqual(before)
}
const exported = async (as: string, query: string): Promise<Uint8Array> =>
  new Uint8Array(await (await app.request(`${LEDGER}/export?${query}`, { as })).arrayBuffer())
const firstSheet = async (bytes: Uint8Array): Promise<ReadRow[]> => {
  const rows: ReadRow[] = []
  const [sheet] = (await readXlsx(bytes)).sheets
  if (sheet) for await (const row of sheet.rows()) rows.push(row)
  return rows
}

describe('a sheet in', () => {
  it('is tried without a change, then taken in one commit, and not doubled', async () => {
    const csv =
      '项目名称,县区,总投资(亿元),年度计划投资,阶段\n甲厂,江油市,1.5,3000,在建\n乙厂,经开区,—,,储备\n丙厂,,0,,\n'
    await nothingChanged(async () => {
      const tried = await take('yunxing', '表.csv', csv, '?dryRun=1')
      expect(tried.body).toMatchObject({ rows: 3, accepted: 3, rejected: [], duplicates: [], unmatched: [] })
    })
    expect((await take('yunxing', '表.csv', csv)).body).toMatchObject({ rows: 3, accepted: 3 })
    const rows = await rowsOf('yunxing')
    const of = (name: string) => rows.find((row) => row.values.name === name)
    expect(of('甲厂')).toMatchObject({
      region: { code: '510781' },
      state: '在建',
      values: { totalInvestment: 1.5e8, planYear: 3e7 },
    })
    expect(of('乙厂')).toMatchObject({ region: { name: '经开区' }, values: { totalInvestment: null } })
    expect(of('丙厂')).toMatchObject({ region: null, state: '待明确', values: { totalInvestment: 0 } })
    const { history } = await read(await app.request(`${LEDGER}/rows/${of('甲厂')?.id}`, { as: 'jiangyou' }))
    expect(history).toMatchObject([
      { by: '运行办（演示）', what: '随批导入（共 3 行）', lines: [expect.stringContaining('导入 表.csv')] },
    ])
    await nothingChanged(async () => {
      const again = (await take('yunxing', '表.csv', csv)).body
      expect(again).toMatchObject({ rows: 3, accepted: 0, rejected: [] })
      expect(again.duplicates).toMatchObject([
        { row: 2, same: true },
        { row: 3, same: true },
        { row: 4, same: true },
      ])
    })
  })

  it('tells names met before, and takes them where they say something new', async () => {
    const first = await take('jiangyou', 'a.csv', '项目名称,业主\n同名厂,甲公司\n同名厂,乙公司\n')
    expect(first.body).toMatchObject({ accepted: 2, duplicates: [{ row: 3, of: ['本表第 2 行'], same: false }] })
    const second = await take('jiangyou', 'b.csv', '项目名称,业主\n同名厂,丙公司\n', '?dryRun=1')
    expect(second.body).toMatchObject({ accepted: 1, duplicates: [{ row: 2, of: ['台账中的“同名厂”'], same: false }] })
  })

  it('names every cell it cannot take; one holds all back unless a part is asked for', async () => {
    const csv = [
      '项目名称,县区,总投资(万元),实际开工,状态,项目代码',
      '好厂,江油市,100,2022-03-01,在建,A-1',
      '坏厂,江油市,约五千,2022-02-30,在建,A-2',
      '远厂,涪城区,1,,在建,A-3',
      '无厂,江油区,1,,在建,A-4',
      '又厂,江油市,1,,在建,A-1',
      '"=HYPERLINK(""http://x"")",江油市,1,,在建,A-5',
      ',江油市,1,,在建,A-6',
    ].join('\n')
    const cells = [
      ['C3', 'value.not-a-number'],
      ['D3', 'day.invalid'],
      ['B4', 'right.missing'],
      ['B5', 'region.unknown'],
      ['A7', 'input.invalid'],
      ['A8', 'input.invalid'],
      ['F6', 'duplicate'],
    ]
    await nothingChanged(async () => {
      const whole = (await take('jiangyou', '表.csv', csv)).body
      expect([whole.rows, whole.accepted]).toEqual([7, 0])
      expect(whole.rejected.map((one) => [one.cell, one.code])).toEqual(cells)
      expect(whole.rejected[0]).toMatchObject({
        sheet: 'CSV',
        value: '约五千',
        message: 'C3 总投资：应为数字；文字说明请写在备注',
      })
    })
    expect((await take('jiangyou', '表.csv', csv, '?partial=1')).body).toMatchObject({ rows: 7, accepted: 1 })
    expect(await namesOf('jiangyou')).toContain('好厂')
  })

  it('names the cell of a blocked name', async () => {
    await app.store.commit(await app.callerOf('guanli'), [
      { do: 'add', table: 'blockedName', rows: [{ values: { name: '某某研究所', kind: '单位' } }] },
    ])
    await nothingChanged(async () => {
      const { body } = await take('yunxing', '表.csv', '项目名称,业主\n新厂,中国某某 研究所\n')
      expect(body.rejected).toMatchObject([{ cell: 'B2', code: 'name.blocked' }])
    })
  })

  it('takes what it gave: the sheet of the office comes in again, total, notes and foot left out', async () => {
    await app.request(`${LEDGER}/rows`, {
      as: 'fucheng',
      json: {
        region: null,
        state: '签约',
        values: {
          name: '往返厂',
          totalInvestment: 12_345_600,
          planYear: 1e6,
          inStatistics: true,
          startedOn: '2022-03-01',
        },
      },
    })
    const bytes = await exported('fucheng', 'format=xlsx')
    const rows = await firstSheet(bytes)
    expect(rows[0]?.cells[0]?.value).toBe('重点项目台账')
    expect(rows[1]?.cells.map(({ raw }) => raw)).toEqual(['填报单位（盖章）：涪城区', '截至2022年4月26日　单位：万元'])
    expect(rows.some(({ cells }) => cells[0]?.raw === '合计' && cells.some(({ value }) => value === 1234.56))).toBe(
      true,
    )
    expect((await take('fucheng', '台账.xlsx', bytes, '?dryRun=1')).body).toMatchObject({
      rows: 1,
      accepted: 0,
      rejected: [],
      unmatched: [],
      updates: [],
      unchanged: 1,
      duplicates: [],
    })
    const csv = await exported('fucheng', 'format=csv')
    expect((await take('fucheng', '台账.csv', csv, '?dryRun=1')).body).toMatchObject({
      rows: 1,
      rejected: [],
      unmatched: [],
      duplicates: [{ same: true }],
    })
  })

  const gbk = Buffer.from('cfeec4bfc3fbb3c60abcd7b3a70a', 'hex')
  const wide = (columns: number): string => `${Array.from({ length: columns }, (_, i) => `列${i}`).join(',')}\n`
  it.each([
    ['GBK', '表.csv', gbk, 'input.encoding', /第 1 行.*GBK.*UTF-8/u],
    ['a million columns', '表.csv', wide(1_000_000), 'input.too-large', /第 \d+ 行/u],
    [
      'a cell in column XFD',
      '表.xlsx',
      makeXlsx({ sheet: '<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>' }),
      'input.too-large',
      /“数据”XFD1：超过 512 列/u,
    ],
    [
      'a zip bomb',
      '表.xlsx',
      makeXlsx({ sheet: new Uint8Array(260 * 2 ** 20).fill(0x20) }),
      'input.too-large',
      /解压后超过 200 MB/u,
    ],
    ['text called xlsx', '表.xlsx', '项目名称\n', 'input.format', /不是 Excel 工作簿/u],
    ['a picture', '表.png', new Uint8Array([137, 80, 78, 71]), 'input.format', /不是 \.xlsx 或 \.csv/u],
    ['nothing', '表.csv', '', 'input.format', /0 字节/u],
    ['another sheet', '表.csv', '甲,乙\n1,2\n', 'input.invalid', /没有找到重点项目台账的表头/u],
    ['a sheet without names', '表.csv', '总投资,业主\n1,甲\n', 'input.invalid', /缺少必填的列 “项目名称”/u],
  ] as [string, string, string | Uint8Array, string, RegExp][])(
    'refuses %s',
    async (_, name, content, code, message) => {
      await nothingChanged(async () => {
        const { status, body } = await take('yunxing', name, content)
        expect([body.code, body.detail]).toEqual([code, expect.stringMatching(message)])
        expect(status).toBeLessThan(500)
      })
    },
  )

  it('is refused to a reader, and without a file', async () => {
    const leader = await take('lingdao', '表.csv', '项目名称\n甲\n')
    expect([leader.status, leader.body.code]).toEqual([403, 'right.missing'])
    const none = await app.request(`${LEDGER}/import`, { as: 'yunxing', method: 'POST', body: new FormData() })
    expect((await read(none)).detail).toContain('请选择要导入的')
  })
})

describe('a sheet that came from the ledger', () => {
  const HEAD = ['项目名称', '县区', '状态', '总投资(万元)', '业主', '项目代码', '编号（勿改）']
  type Line = [name: string, region: string, state: string, total: string, holder: string, code: string, mark: string]
  const sheet = (...lines: Line[]) => [HEAD, ...lines].map((line) => line.join(',')).join('\n')
  const give = (as: string, sheetText: string, query = '') => take(as, '改过的表.csv', sheetText, query)
  const add = async (as: string, name: string, projectCode: string): Promise<string> => {
    const values = { name, totalInvestment: 1e7, owner: '甲公司', projectCode }
    const answer = await app.request(`${LEDGER}/rows`, { as, json: { region: null, state: '签约', values } })
    return (await read(answer)).id
  }
  const entryOf = async (id: string) =>
    ((await (await app.request(`${LEDGER}/rows/${id}`, { as: 'yunxing' })).json()) as { entry: Entry }).entry
  type Entry = { version: number; state: string; region: { code: string } | null; values: Record<string, unknown> }

  it('says in a hidden last column which entry each row is', async () => {
    const id = await add('fucheng', '带编号厂', 'ID-1')
    const rows = await firstSheet(await exported('fucheng', 'format=xlsx'))
    const head = rows.find(({ cells }) => cells.some(({ raw }) => raw === '编号（勿改）'))
    const line = rows.find(({ cells }) => cells.some(({ raw }) => raw === '带编号厂'))
    expect(head?.cells.at(-1)?.column).toBe(line?.cells.at(-1)?.column)
    expect(line?.cells.at(-1)?.raw).toBe(`${id}/1`)
    expect(new TextDecoder().decode(await exported('fucheng', 'format=csv'))).not.toContain(id)
  })

  it('changes only what was changed in it, and tells each change before', async () => {
    const id = await add('fucheng', '更新厂', 'UP-1')
    const text = sheet(['更新厂', '涪城区', '在建', '1200', '甲公司', 'UP-1', `${id}/1`])
    const tried = (await give('fucheng', text, '?dryRun=1')).body
    expect(tried).toMatchObject({ rows: 1, accepted: 1, duplicates: [], rejected: [] })
    expect(tried.updates).toEqual([
      { row: 2, label: '更新厂', lines: ['总投资：1000万元 → 1200万元', '状态：签约 → 在建'] },
    ])
    expect((await entryOf(id)).version).toBe(1)
    expect((await give('fucheng', text)).body.accepted).toBe(1)
    expect(await entryOf(id)).toMatchObject({
      version: 2,
      state: '在建',
      values: { totalInvestment: 1.2e7, owner: '甲公司' },
    })
    const { history } = await read(await app.request(`${LEDGER}/rows/${id}`, { as: 'fucheng' }))
    expect(JSON.stringify(history)).toContain('导入 改过的表.csv')
    expect(
      (await give('fucheng', sheet(['更新厂', '涪城区', '在建', '1200', '甲公司', 'UP-1', `${id}/1`]))).body,
    ).toMatchObject({ accepted: 0, unchanged: 1, rejected: [] })
  })

  it('refuses by the cell a row that others changed since, and takes none of it', async () => {
    const id = await add('fucheng', '陈旧厂', 'ST-1')
    const changed = await app.request(`${LEDGER}/rows/${id}`, {
      as: 'fucheng',
      method: 'PATCH',
      json: { version: 1, values: { owner: '乙公司' } },
    })
    expect(changed.status).toBe(200)
    const { body } = await give('fucheng', sheet(['陈旧厂', '涪城区', '签约', '1300', '甲公司', 'ST-1', `${id}/1`]))
    expect(body.rejected.map(({ cell, code }) => [cell, code])).toEqual([
      ['E2', 'version.stale'],
      ['D2', 'version.stale'],
    ])
    expect(await entryOf(id)).toMatchObject({ version: 2, values: { totalInvestment: 1e7, owner: '乙公司' } })
  })

  it('takes a row copied in it as a new one, and a row without a mark as well', async () => {
    const id = await add('fucheng', '母版厂', 'CP-1')
    const { body } = await give(
      'fucheng',
      sheet(
        ['母版厂二期', '涪城区', '签约', '1', '甲公司', 'CP-2', `${id}/1`],
        ['母版厂', '涪城区', '签约', '1000', '甲公司', 'CP-1', `${id}/1`],
        ['母版厂三期', '涪城区', '签约', '1', '甲公司', 'CP-3', ''],
      ),
    )
    expect(body).toMatchObject({ rows: 3, accepted: 2, updates: [], unchanged: 1, rejected: [] })
    expect((await entryOf(id)).version).toBe(1)
    expect(await namesOf('fucheng')).toEqual(expect.arrayContaining(['母版厂', '母版厂二期', '母版厂三期']))
  })

  it('names the cell of a mark that is none, of an entry out of sight, and of another entry’s identifier', async () => {
    const far = await add('jiangyou', '外县厂', 'FAR-1')
    const own = await add('fucheng', '本县厂', 'OWN-1')
    await nothingChanged(async () => {
      const { body } = await give(
        'fucheng',
        sheet(
          ['甲', '涪城区', '签约', '1', '', '', 'abc'],
          ['外县厂', '涪城区', '签约', '1', '', '', `${far}/1`],
          ['本县厂', '涪城区', '签约', '1000', '甲公司', 'UP-1', `${own}/1`],
        ),
        '?partial=1',
      )
      expect(body.rejected.map(({ cell, code }) => [cell, code])).toEqual([
        ['G2', 'input.invalid'],
        ['G3', 'not-found'],
        ['F4', 'duplicate'],
      ])
      expect(body.accepted).toBe(0)
    })
    expect((await entryOf(own)).version).toBe(1)
  })
})

describe('a sheet out', () => {
  it('holds what the caller may see under the same filter, and is recorded', async () => {
    const text = new TextDecoder().decode(
      await exported('yunxing', `format=csv&filter=${encodeURIComponent('{"category":"产业"}')}`),
    )
    expect(text.split('\r\n').filter(Boolean)).toHaveLength(3)
    expect(text).not.toContain('联系电话')
    expect(new TextDecoder().decode(await exported('jingkai', 'format=csv'))).not.toContain('惠科')
    const events = await app.store.events(await app.callerOf('shenji'), { stream: 'access', limit: 1 })
    expect(events).toMatchObject([
      { kind: 'ledger.exported', subject: 'projects.project', by: '经开区（演示）', body: { format: 'csv' } },
    ])
  })

  it('guards words that would run as formulas', async () => {
    await app.request(`${LEDGER}/rows`, { as: 'jingkai', json: { region: null, values: { name: '=1+1' } } })
    expect(new TextDecoder().decode(await exported('jingkai', 'format=csv'))).toContain(",'=1+1,")
    const cell = (await firstSheet(await exported('jingkai', 'format=xlsx')))
      .flatMap(({ cells }) => cells)
      .find(({ raw }) => raw === '=1+1')
    expect(cell).toMatchObject({ kind: 'text', isFormula: false })
  })

  it('reads as known on a day, and refuses a format that is none', async () => {
    const then = new TextDecoder().decode(await exported('yunxing', 'format=csv&on=2022-02-27'))
    expect(then.split('\r\n').filter(Boolean)).toHaveLength(2)
    const other = await app.request(`${LEDGER}/export?format=pdf`, { as: 'yunxing' })
    expect((await read(other)).detail).toContain('xlsx 或 csv')
  })
})

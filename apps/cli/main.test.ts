import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runCommand, startCommand } from './testing/ask-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'yd-cli-'))
const data = mkdtempSync(join(tmpdir(), 'yd-cli-'))
afterAll(() => {
  for (const one of [folder, data]) rmSync(one, { recursive: true, force: true })
})

const run = async (words: readonly string[], input?: string) => {
  const ran = await runCommand(words, input)
  return { ...ran, json: (): { [key: string]: unknown } => JSON.parse(ran.out) }
}

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('target required', () => {
  const ask = (target: string, share: string, growth: string) =>
    run(['target', 'required', '--target', target, '--share', share, '--growth', growth, '--json'])
  it('answers one number', async () => {
    const ran = await ask('0.075', '0.22', '-0.066')
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(ran.json().required).toBeCloseTo((1.075 - 0.22 * 0.934) / 0.78 - 1, 12)
  })
  it.each([
    ['a share of one', ['0.075', '1', '0.066'], 1, 'figure.refused'],
    ['text for a number', ['七', '0.2', '0.066'], 2, 'usage'],
  ] as [string, [string, string, string], number, string][])(
    'refuses %s',
    async (_, [target, share, growth], code, word) => {
      const ran = await ask(target, share, growth)
      expect([ran.code, ran.json().code]).toEqual([code, word])
      expect(ran.err).not.toBe('')
    },
  )
})

describe('readout parse', () => {
  const TEXT = '市委召开常委会会议\n会议强调，要抓好项目建设。各县市区要在6月底前完成清单。\n'
  it('reads a file and standard input alike, spans in the input as it is', async () => {
    const path = file('通稿.txt', `\uFEFF${TEXT}`)
    const ran = await run(['readout', 'parse', path, '--json'])
    expect(ran.code).toBe(0)
    const { directives } = ran.json() as { directives: { text_span: [number, number] }[] }
    expect(directives.length).toBeGreaterThan(0)
    const [from, to] = directives[0]?.text_span ?? [0, 0]
    expect(`\uFEFF${TEXT}`.slice(from, to)).toContain('抓好项目建设')
    expect((await run(['--json', 'readout', 'parse', '-'], `\uFEFF${TEXT}`)).out).toBe(ran.out)
  })
  it.each([
    ['no such file', join(folder, 'none.txt'), 'not-found'],
    ['a folder', folder, 'not-found'],
    ['GBK', file('gbk.txt', Buffer.from('cad0cec9', 'hex')), 'input.encoding'],
    ['nothing', file('empty.txt', ''), 'input.invalid'],
  ])('refuses %s', async (_, path, code) => {
    const ran = await run(['readout', 'parse', path, '--json'])
    expect([ran.code, ran.json().code]).toEqual([1, code])
  })
})

describe('wrong usage', () => {
  it.each([[['nosuch']], [['import']], [['export', 'x', '--format', 'pdf', '--out', 'x']], [['serve', '--port', 'x']]])(
    '%j',
    async (words) => {
      const ran = await run(words)
      expect([ran.code, ran.out]).toEqual([2, ''])
      expect(ran.err).toMatch(/^(没有“nosuch”这个命令|缺少选项 --into |选项 --(format|port) )/)
    },
  )
})

describe('import and export', () => {
  const sheet = file('表.csv', '项目名称,县区,总投资(亿元)\n命令行厂,江油市,1.5\n')
  const bad = file('坏.csv', '项目名称,总投资\n坏厂,约五千\n好厂,1\n')
  const take = (path: string, ...words: string[]) =>
    run(['import', path, '--into', 'projects.project', '--data', data, '--json', ...words])
  const give = (format: string) =>
    run([
      'export',
      'projects.project',
      '--format',
      format,
      '--out',
      join(folder, `out.${format}`),
      '--data',
      data,
      '--json',
    ])

  it('starts a database of its own, takes a sheet in and gives it out again', async () => {
    expect((await take(sheet, '--dry-run')).json()).toMatchObject({ rows: 1, accepted: 1 })
    expect((await take(sheet)).json()).toMatchObject({ rows: 1, accepted: 1, rejected: [], duplicates: [] })
    const refused = await take(bad)
    expect(refused.code).toBe(1)
    expect(refused.json()).toMatchObject({ accepted: 0, rejected: [{ cell: 'B2', code: 'value.not-a-number' }] })
    const given = await give('ndjson')
    expect([given.code, given.err]).toEqual([0, expect.any(String)])
    const rows = readFileSync(join(folder, 'out.ndjson'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(given.json().rows).toBe(rows.length)
    expect(rows.find((row) => row.values.name === '命令行厂')).toMatchObject({
      region: '510781',
      values: { totalInvestment: 1.5e8 },
    })
    const none = await run([
      'export',
      'no.such',
      '--format',
      'csv',
      '--out',
      join(folder, 'x'),
      '--data',
      data,
      '--json',
    ])
    expect([none.code, none.json().code]).toEqual([1, 'not-found'])
  }, 120_000)

  it('joins a server that runs on the same home, which stops on a signal', async () => {
    const server = startCommand(['serve', '--port', '0', '--demo', '--data', data, '--json'])
    const url = await new Promise<string>((resolve) => {
      server.stdout.once('data', (chunk) => resolve(JSON.parse(String(chunk)).url))
    })
    expect((await take(bad, '--partial')).json()).toMatchObject({ rows: 2, accepted: 1 })
    expect((await give('xlsx')).code).toBe(0)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    const ended = new Promise<number | null>((resolve) => server.once('close', resolve))
    server.kill('SIGINT')
    expect(await ended).toBe(0)
  }, 120_000)
})

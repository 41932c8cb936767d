import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bad, BLOCKED, badInput, DO, figure, LEDGER, ROWS, row, sheet, TEXT } from './bad-asks.ts'
import type { Ask } from './scratch-app.ts'

/** The same name with what hides nothing: blanks and a middle dot. */
const DISGUISED = '绵 試·九〇七 廠'

const tried = badInput()
beforeAll(tried.begin)
afterAll(tried.end)

describe('a blocked name', () => {
  const meeting = (more: object): Ask => ({
    json: {
      title: '会',
      heldOn: '2022-04-28',
      kind: '专题会',
      authority: 'party',
      previous: null,
      startsAt: null,
      place: null,
      chair: null,
      ...more,
    },
  })
  const item = (more: object): Ask => ({
    json: {
      title: '事',
      leadUnit: null,
      deadline: null,
      measure: null,
      document: null,
      meeting: null,
      source: { kind: 'instruction', title: '批示', number: null },
      ...more,
    },
  })
  const progress = (more: object): Ask => ({
    json: { asOf: '2022-04-26', text: '进展', percent: null, problems: null, nextSteps: null, ...more },
  })
  const user = (more: object): Ask => ({
    json: {
      username: 'newone',
      name: '新人',
      password: 'long-enough-1',
      role: 'leader',
      unit: null,
      region: null,
      ...more,
    },
  })
  const document = (more: object): Ask => ({
    json: { kind: 'minutes', number: null, meeting: null, title: '纪要', text: TEXT, ...more },
  })
  const doors: readonly [string, string | (() => string), string, (name: string) => Ask][] = [
    ['an entry', ROWS, 'yunxing', (name) => row({ name: `${name}扩建` })],
    [
      'a change of an entry',
      tried.entry,
      'yunxing',
      (name) => ({ method: 'PATCH', json: { version: 1, values: { facts: name } } }),
    ],
    [
      'the note to a change',
      tried.entry,
      'yunxing',
      (name) => ({ method: 'PATCH', json: { version: 1, values: { name: '丙' }, note: name } }),
    ],
    ['a file’s name', `${LEDGER}/import`, 'yunxing', (name) => sheet('项目名称\n名单厂\n', `${name}.csv`)],
    [
      'the reason for a look at a personal value',
      () => `${tried.entry()}/reveal`,
      'jiangyou',
      (name) => ({ json: { field: 'phone', reason: name } }),
    ],
    ['a figure’s reason', '/api/figures', 'tongji', (name) => figure({ reason: name })],
    ['an item', '/api/items', 'duban', (name) => item({ title: name })],
    ['an item’s measure', '/api/items', 'duban', (name) => item({ measure: name })],
    [
      'an item’s source',
      '/api/items',
      'duban',
      (name) => item({ source: { kind: 'instruction', title: name, number: null } }),
    ],
    ['a change of an item', tried.item, 'duban', (name) => ({ method: 'PATCH', json: { version: 1, title: name } })],
    ['a progress note', () => `${tried.item()}/progress`, 'duban', (name) => progress({ text: name })],
    [
      'the problems of a progress note',
      () => `${tried.item()}/progress`,
      'duban',
      (name) => progress({ problems: name }),
    ],
    ['a document', '/api/documents', 'duban', (name) => document({ text: `${TEXT}要支持${name}发展。` })],
    ['a document’s title', '/api/documents', 'duban', (name) => document({ title: name })],
    ['a document’s number', '/api/documents', 'duban', (name) => document({ number: name })],
    [
      'a reason to decline',
      () => `${tried.clause()}/decline`,
      'duban',
      (name) => ({ json: { version: 1, reason: name } }),
    ],
    [
      'the title of an accepted clause',
      () => `${tried.clause()}/accept`,
      'duban',
      (name) => ({ json: { version: 1, title: name } }),
    ],
    ['a meeting', '/api/meetings', 'duban', (name) => meeting({ title: name })],
    ['a meeting’s place', '/api/meetings', 'duban', (name) => meeting({ place: name })],
    [
      'an agenda',
      () => `${tried.meeting()}/agenda`,
      'duban',
      (name) => ({ json: { title: name, reportingUnit: null, minutes: null } }),
    ],
    [
      'who reports on the agenda',
      () => `${tried.meeting()}/agenda`,
      'duban',
      (name) => ({ json: { title: '事', reportingUnit: name, minutes: null } }),
    ],
    ['an account’s name', '/api/users', 'guanli', (name) => user({ name })],
    ['an account’s user name', '/api/users', 'guanli', (name) => user({ username: name.replaceAll(/[ ·]/gu, '') })],
    [
      'the reason of an early reader',
      '/api/early-readers',
      'tongji',
      (name) => ({ json: { indicator: 'gdp', username: 'yunxing', reason: name, until: null } }),
    ],
  ]
  tried.refusesAll(
    doors.flatMap(([name, path, as, ask]) =>
      [BLOCKED, DISGUISED].map(
        (word): Bad => ({
          name: `${name}: ${word}`,
          path,
          as,
          ask: () => ask(word),
          code: 'name.blocked',
          says: [/禁录名单/u, DO],
        }),
      ),
    ),
  )

  it('in a sheet is refused by its cell, and the rest is held back', async () => {
    const before = await tried.heads()
    const answer = await tried
      .app()
      .request(`${LEDGER}/import`, { as: 'yunxing', ...sheet(`项目名称\n好厂\n${DISGUISED}\n`) })
    expect(await answer.json()).toMatchObject({
      accepted: 0,
      rejected: [{ cell: 'A3', code: 'name.blocked', message: expect.stringMatching(/A3 项目名称.*请删去/u) }],
    })
    expect(await tried.heads()).toEqual(before)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scratchStore } from '../testing/scratch.ts'
import { type Lived, tamperingWith } from '../testing/tampering.ts'

let scratch: Awaited<ReturnType<typeof scratchStore>>
beforeAll(async () => {
  scratch = await scratchStore()
})
afterAll(() => scratch.end())

const { newCity, tamper } = tamperingWith(() => scratch)

const FIGURE = `city = $1 and region = $1 and vintage = 2`

type Expected = { table: string; id: RegExp; why: RegExp }

describe('the tables', () => {
  const cases: [string, (lived: Lived) => Promise<void>, Expected][] = [
    [
      'the value of a figure',
      ({ city }) => tamper(`update figure set value = 12 where ${FIGURE}`, city),
      { table: 'figure', id: /gdp\.level\.ytd\.official \d+ 2022Q1 @2/, why: /改动过/ },
    ],
    [
      'a figure that is no number',
      ({ city }) => tamper(`update figure set value = 'NaN' where ${FIGURE}`, city),
      { table: 'figure', id: /@2/, why: /改动过/ },
    ],
    [
      'its printed digits',
      ({ city }) => tamper(`update figure set printed = '12' where ${FIGURE}`, city),
      { table: 'figure', id: /@2/, why: /改动过/ },
    ],
    [
      'the unit of a series',
      ({ city }) => tamper(`update series set unit = '万元' where city = $1`, city),
      { table: 'figure', id: /@1/, why: /改动过/ },
    ],
    [
      'the origin of a series',
      ({ city }) => tamper(`update series set origin = 'estimate' where city = $1`, city),
      { table: 'figure', id: /gdp\.level\.ytd\.estimate/, why: /改动过/ },
    ],
    [
      'what a passport says',
      ({ city }) => tamper(`update passport set body = replace(body, '试验', '抄录') where city = $1`, city),
      { table: 'figure', id: /@1/, why: /改动过/ },
    ],
    [
      'who may read a passport',
      ({ city }) =>
        tamper(
          `update passport set scopes = scopes || '{r:c2}' where city = $1
           and id = (select passport from figure where city = $1 and region = 'c1')`,
          city,
        ),
      { table: 'figure', id: / c1 2022Q1 @1/, why: /改动过/ },
    ],
    [
      'a passport opened to everybody',
      ({ city }) =>
        tamper(
          `update passport set scopes = scopes || '{p}' where city = $1
           and id = (select passport from figure where city = $1 and region = 'c1')`,
          city,
        ),
      { table: 'figure', id: /\/c1\/2022Q1@1/, why: /passport\.scopes/ },
    ],
    [
      'a passport removed',
      ({ city }) =>
        tamper(`delete from passport where city = $1 and id = (select passport from figure where ${FIGURE})`, city),
      { table: 'figure', id: /@2/, why: /改动过/ },
    ],
    [
      'a figure removed',
      ({ city }) => tamper(`delete from figure where ${FIGURE}`, city),
      { table: 'figure', id: /figure 第 2 条的第 1 行/, why: /删除过/ },
    ],
    [
      'a figure added',
      ({ city }) =>
        tamper(
          `insert into figure select city, series, 'c2', period, starts, ends, vintage, value, printed, printed_unit, round, note,
            known_on, release_on, known_to, opened_on, open_to, recorded_at, release_at, state, passport, event_seq, leaf_no, leaf
           from figure where ${FIGURE}`,
          city,
        ),
      { table: 'figure', id: / c2 2022Q1 @2/, why: /添加过|改动过/ },
    ],
    ...(
      [
        ['state', `'approved'`],
        ['release_at', `release_at + interval '1 day'`],
        ['release_on', `release_on + 1`],
        ['recorded_at', `recorded_at - interval '1 day'`],
        ['opened_on', 'null'],
        ['open_to', `'2022-05-01'`],
        ['known_to', `'2022-05-01'`],
        ['starts', `starts - 1`],
        ['ends', `ends + 1`],
      ] as const
    ).map(([column, value]): (typeof cases)[number] => [
      `${column} of a figure`,
      ({ city }) => tamper(`update figure set ${column} = ${value} where ${FIGURE}`, city),
      { table: 'figure', id: /2022Q1@2/, why: new RegExp(column) },
    ]),
    [
      'the state of a slot',
      ({ city }) => tamper(`update figure_slot set state = 'approved' where city = $1 and region = $1`, city),
      { table: 'figure_slot', id: /2022Q1$/, why: /state 应为 released，实为 approved/ },
    ],
    [
      'a live record',
      ({ city }) => tamper(`update item set title = '另一事项' where city = $1`, city),
      { table: 'item', id: / v2/, why: /改动过/ },
    ],
    [
      'who may read a record',
      ({ city }) => tamper(`update item set scopes = scopes || '{u:industry}' where city = $1`, city),
      { table: 'item', id: / v2/, why: /改动过/ },
    ],
    [
      'what the readers of a paper must hold',
      ({ city }) => tamper(`update paper set needs = null where city = $1`, city),
      { table: 'paper', id: / v1/, why: /改动过/ },
    ],
    [
      'a replaced record',
      ({ city }) => tamper(`update item_was set title = '另一事项' where city = $1`, city),
      { table: 'item', id: / v1/, why: /改动过/ },
    ],
    [
      'the end of a replaced record',
      ({ city }) => tamper(`update item_was set known_to = known_to + 1 where city = $1`, city),
      { table: 'item', id: /./, why: /止期/ },
    ],
    [
      'an account with more rights',
      ({ city }) => tamper(`update account set role = 'administrator' where city = $1 and id = 'county1'`, city),
      { table: 'account', id: /county1 v1/, why: /改动过/ },
    ],
    [
      'an entry of a batch',
      ({ city, plot2 }) => tamper(`update l_test_plot set price = 1 where city = $1 and id = $2`, city, plot2),
      { table: 'l_test_plot', id: / v1/, why: /改动过/ },
    ],
    [
      'a sealed value',
      ({ city, plot2 }) => tamper(`update l_test_plot set contact = 'v1:x:y' where city = $1 and id = $2`, city, plot2),
      { table: 'l_test_plot', id: / v1/, why: /改动过/ },
    ],
    [
      'an entry removed',
      ({ city, plot2 }) => tamper(`delete from l_test_plot where city = $1 and id = $2`, city, plot2),
      { table: 'ledger/test.plot', id: /第 1 条的第 2 行/, why: /删除过/ },
    ],
    [
      'a replaced entry removed',
      ({ city, plot }) => tamper(`delete from l_test_plot_was where city = $1 and id = $2`, city, plot),
      { table: 'l_test_plot', id: /./, why: /缺少第 1 版/ },
    ],
    [
      'a live entry put back to its version before',
      async ({ city, plot }) => {
        await tamper(`delete from l_test_plot where city = $1 and id = $2`, city, plot)
        await tamper(
          `insert into l_test_plot (city, id, version, region, unit, state, known_from, grams, demo, event_seq, leaf_no, leaf, name, kind, price, contact, contact_hmac)
           select city, id, version, region, unit, state, known_from, grams, demo, event_seq, leaf_no, leaf, name, kind, price, contact, contact_hmac
           from l_test_plot_was where city = $1 and id = $2`,
          city,
          plot,
        )
        await tamper(`delete from l_test_plot_was where city = $1 and id = $2`, city, plot)
      },
      { table: 'ledger/test.plot', id: /第 2 条的第 1 行/, why: /删除过/ },
    ],
    [
      'a definition',
      ({ city }) => tamper(`update definition set body = replace(body, '"firm"', '"public"') where city = $1`, city),
      { table: 'definition', id: /test\.plot v1/, why: /改动过/ },
    ],
    [
      'a definition removed',
      ({ city }) => tamper(`delete from definition where city = $1`, city),
      { table: 'definition', id: /test\.plot v1/, why: /删除过/ },
    ],
  ]
  it.each(cases)('%s is named', async (_, change, { table, id, why }) => {
    const lived = await newCity()
    await change(lived)
    const { ok, firstBad, state } = await scratch.store.verify(lived.city)
    expect(ok).toBe(false)
    expect(firstBad).toBeNull()
    expect(
      state.mismatches.filter((one) => one.table === table && id.test(one.id) && why.test(one.why)),
      JSON.stringify(state.mismatches),
    ).not.toEqual([])
  })
})

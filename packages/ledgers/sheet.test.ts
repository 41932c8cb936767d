import { describe, expect, it } from 'vitest'
import { doubleForm, findDuplicates } from './duplicates.ts'
import { area, day, money, number, ratio, yes } from './fields.ts'
import type { LedgerRow } from './page.ts'
import { parcels } from './sample.fixture.ts'
import { toSheet } from './sheet-export.ts'
import { headPaths, mapHead } from './sheet-head.ts'
import { cellName, readTyped, rowToInput } from './sheet-rows.ts'

const targets = (rows: (string | null)[][], unit?: string) =>
  mapHead(parcels, rows, unit).columns.map(({ target, unit: shown }) => [
    target.kind === 'field' ? target.name : target.kind,
    ...(shown === undefined ? [] : [shown]),
  ])

describe('headPaths', () => {
  it('spreads merged parents, and leaves cells merged downwards alone', () =>
    expect(
      headPaths([
        ['名称', '价款', null, '面积', '2022年计划', null, null],
        [null, '应缴', '已缴', null, '投资', '开工月', '竣工月'],
      ]),
    ).toEqual([
      ['名称'],
      ['价款', '应缴'],
      ['价款', '已缴'],
      ['面积'],
      ['2022年计划', '投资'],
      ['2022年计划', '开工月'],
      ['2022年计划', '竣工月'],
    ]))
  it('keeps three levels', () =>
    expect(
      headPaths([
        ['甲', null, null],
        ['乙', null, '丁'],
        ['丙', '戊', null],
      ]),
    ).toEqual([
      ['甲', '乙', '丙'],
      ['甲', '乙', '戊'],
      ['甲', '丁'],
    ]))
})

describe('mapHead', () => {
  it.each([
    [
      'labels with blanks and brackets',
      [['序号', '宗地 名称', '面积（公顷）', '县（市、区）']],
      [['name'], ['site', '公顷'], ['region']],
    ],
    [
      'a unit in brackets over the usual one',
      [['应缴(亿元)', '已缴']],
      [
        ['price', '亿元'],
        ['paid', '亿元'],
      ],
    ],
    [
      'merged heads',
      [
        ['价款', null],
        ['已缴（万元）', '应缴'],
      ],
      [
        ['paid', '万元'],
        ['price', '万元'],
      ],
    ],
    ['the state', [['状态', '用途']], [['state'], ['use']]],
  ])('%s', (_, rows, found) => expect(targets(rows)).toEqual(found))
  it('takes the unit above the table where the head has none', () =>
    expect(targets([['应缴', '已缴(元)']], '亿元')).toEqual([
      ['price', '亿元'],
      ['paid', '元'],
    ]))
  it('names what it cannot place, and what is missing', () => {
    const mapping = mapHead(parcels, [['用途', '镇园之宝', '用途']])
    expect(mapping.unmatched).toEqual([
      { column: 1, head: '镇园之宝' },
      { column: 2, head: '用途' },
    ])
    expect(mapping.missing).toEqual([{ field: 'name', label: '宗地名称' }])
  })
  it('does not choose between two fields of one label', () => {
    const two = { ...parcels, fields: { ...parcels.fields, plan: { ...parcels.fields.price, under: ['计划'] } } }
    expect(mapHead(two, [['应缴']]).unmatched).toEqual([{ column: 0, head: '应缴' }])
  })
})

describe('rowToInput', () => {
  const mapping = mapHead(parcels, [
    ['宗地名称', '应缴(万元)', '面积(亩)', '动工面积占比(%)', '约定动工日', '状态', '县区'],
  ])
  const read = (...cells: (string | number | boolean | null)[]) =>
    rowToInput(parcels, mapping, { sheet: '表1', row: 3, cells })
  it.each([
    [
      'shown units become canonical',
      ['甲', 1.23, 3, 6.6, '2022/4/26'],
      { price: 12_300, site: 2000, share: 0.066, startDueOn: '2022-04-26' },
    ],
    ['a unit in the cell wins', ['甲', '1.2亿元', '2公顷', '50%'], { price: 120_000_000, site: 20_000, share: 0.5 }],
    ['days counted by Excel', ['甲', null, null, null, 44_677], { startDueOn: '2022-04-26' }],
    ['a day with its time', ['甲', null, null, null, '2022-04-26T00:00:00.000Z'], { startDueOn: '2022-04-26' }],
    [
      'dashes are not known, nought is nought',
      ['甲', '—', '/', 0, '…'],
      { price: null, site: null, share: 0, startDueOn: null },
    ],
  ])('%s', (_, cells, values) => expect(read(...cells)).toMatchObject({ kind: 'ok', values }))
  it('hands on the words for place and state', () =>
    expect(read('甲', null, null, null, null, '调查中', '江油市')).toMatchObject({ region: '江油市', state: '调查中' }))
  it('passes over blank rows', () => expect(read(null, ' ', null)).toEqual({ kind: 'blank' }))
  it('tells every bad cell by its place, with what to do', () => {
    const row = read('甲', '约16', 1, 2, '2022-02-30', '不详')
    expect(row.kind === 'rejected' && row.rejects).toEqual([
      {
        sheet: '表1',
        cell: 'B3',
        value: '约16',
        code: 'value.not-a-number',
        message: 'B3 价款·应缴：应为数字；文字说明请写在备注',
      },
      {
        sheet: '表1',
        cell: 'E3',
        value: '2022-02-30',
        code: 'day.invalid',
        message: 'E3 约定动工日：应为日历上有的日期，写作 2022-04-26',
      },
      {
        sheet: '表1',
        cell: 'F3',
        value: '不详',
        code: 'input.invalid',
        message: 'F3 状态应为：涉嫌、调查中、已认定、已销号',
      },
    ])
  })
  it('asks for what a new entry needs', () =>
    expect(read(null, 5)).toMatchObject({
      kind: 'rejected',
      rejects: [{ cell: 'A3', message: 'A3 宗地名称：必填，请填写' }],
    }))
  it.each([
    [0, 'A1'],
    [25, 'Z1'],
    [26, 'AA1'],
    [701, 'ZZ1'],
    [702, 'AAA1'],
  ])('column %i is %s', (column, name) => expect(cellName(1, column)).toBe(name))
})

describe('a field in two units', () => {
  const mapping = mapHead(parcels, [
    ['宗地名称', '已建面积', null],
    [null, '公顷', '亩'],
  ])
  const read = (...cells: (string | number | null)[]) =>
    rowToInput(parcels, mapping, { sheet: '表1', row: 3, cells: ['甲', ...cells] })
  it('has a column for each', () => expect(mapping).toMatchObject({ unmatched: [], columns: { length: 3 } }))
  it.each([
    ['either alone', [2, null], 20_000],
    ['the second alone', [null, 30], 20_000],
    ['both, rounded as printed', [0.0667, 1], 667],
    ['neither', [null, '—'], null],
  ])('%s', (_, cells, built) => expect(read(...cells)).toMatchObject({ kind: 'ok', values: { built } }))
  it('refuses two that differ, and chooses neither', () =>
    expect(read(2, 29)).toMatchObject({
      kind: 'rejected',
      rejects: [{ cell: 'B3', message: 'B3 已建面积：按公顷与按亩填的数对不上，请核对后留一个' }],
    }))
  it('takes one column with its unit in brackets', () => {
    const one = mapHead(parcels, [['宗地名称', '已建面积(亩)']])
    expect(rowToInput(parcels, one, { sheet: '表1', row: 2, cells: ['甲', 3] })).toMatchObject({
      values: { built: 2000 },
    })
  })
})

describe('findDuplicates', () => {
  it('tells identifiers from names, within the file and against the ledger', () => {
    const rows = [
      { row: 2, values: { name: '甲 地', parcelNo: 'A1' } },
      { row: 3, values: { name: '甲地', parcelNo: 'a1' } },
      { row: 4, values: { name: '乙地', parcelNo: null } },
      { row: 5, values: { name: '丙地', parcelNo: 'B2' } },
    ]
    expect(findDuplicates(parcels, rows, { parcelNo: new Set(['b2']) })).toEqual([
      { kind: 'key', field: 'name', value: '甲地', row: 3, of: 2 },
      { kind: 'unique', field: 'parcelNo', value: 'a1', row: 3, of: 2 },
      { kind: 'unique', field: 'parcelNo', value: 'B2', row: 5, of: 'stored' },
    ])
  })
  it('takes a name for a double only where what tells rows of one name apart is alike too', () => {
    const yearly = { ...parcels, keyWith: ['price'] }
    const rows = [
      { row: 2, values: { name: '甲地', price: 2021 } },
      { row: 3, values: { name: '甲地', price: 2022 } },
      { row: 4, values: { name: '甲 地', price: 2021 } },
      { row: 5, values: { name: '乙地', price: 2022 } },
    ]
    const held = new Set([doubleForm(yearly, 'name', { name: '乙地', price: 2021 }) ?? ''])
    expect(findDuplicates(yearly, rows, { name: held })).toEqual([
      { kind: 'key', field: 'name', value: '甲 地', row: 4, of: 2 },
    ])
  })
})

describe('toSheet', () => {
  const values = {
    name: '甲地',
    price: 12_300,
    paid: null,
    site: 2000,
    built: 12_345,
    mortgaged: true,
    contact: 'v1:secret',
  }
  const row: LedgerRow = {
    id: 'x',
    version: 1,
    region: '510781',
    unit: null,
    state: '涉嫌',
    knownFrom: '2022-04-26',
    demo: false,
    values,
  }
  const options = { clearance: 'firm', regionName: () => '江油市' } as const
  it('joins heads under one parent, and shows units', () => {
    const sheet = toSheet(parcels, [row], { ...options, columns: ['name', 'price', 'paid', 'mortgaged', 'contact'] })
    expect(sheet.head.map(({ label, width }) => [label, width])).toEqual([
      ['序号', 1],
      ['县区', 1],
      ['状态', 1],
      ['宗地名称', 1],
      ['价款', 2],
      ['抵押查封', 1],
    ])
    expect(sheet.head[4]?.children.map((node) => node.label)).toEqual(['应缴(万元)', '已缴(亿元)'])
    expect(sheet.depth).toBe(2)
    expect(sheet.rows).toEqual([[1, '江油市', '涉嫌', '甲地', 1.23, null, '是']])
  })
  it('prints an area in both its units under one head, and neither a boundary nor what stands apart', () => {
    const held = { ...row, values: { ...values, built: 12_345, outline: '{}', origin: 'x' } }
    const sheet = toSheet(parcels, [held], { ...options, columns: ['name', 'built', 'outline', 'origin'] })
    expect(sheet.head.at(-1)).toMatchObject({ label: '已建面积', children: [{ label: '公顷' }, { label: '亩' }] })
    expect(sheet.rows[0]?.slice(3)).toEqual(['甲地', 1.2345, 18.52])
  })
  it('can be read again', () => {
    const sheet = toSheet(parcels, [row], options)
    const heads = [sheet.head, sheet.head.flatMap((node) => node.children)]
    expect(heads[0]?.length).toBeGreaterThan(0)
    const top = sheet.head.flatMap((node) => [node.label, ...Array.from({ length: node.width - 1 }, () => null)])
    const low = sheet.head.flatMap((node) =>
      node.children.length > 0 ? node.children.map((child) => child.label) : [null],
    )
    const mapping = mapHead(parcels, [top, low])
    expect(mapping.unmatched).toEqual([])
    const back = rowToInput(parcels, mapping, { sheet: '表1', row: 3, cells: sheet.rows[0] ?? [] })
    const { contact: _, ...open } = values
    expect(back).toMatchObject({ kind: 'ok', region: '江油市', state: '涉嫌', values: open })
  })
})

describe('readTyped', () => {
  it.each([
    ['a number in the unit of the sheet', money('投资'), '1,234.5', 12_345_000],
    ['full width', money('投资'), '１２３', 1_230_000],
    ['a unit of its own', money('投资'), '3亿元', 300_000_000],
    ['per cent', ratio('占比'), '12.5%', 0.125],
    ['per cent without the sign', ratio('占比'), '12.5', 0.125],
    ['亩', area('面积'), '15', 10_000],
    ['a plain number', number('户数'), '2022.4', 2022.4],
    ['a dash: not known', money('投资'), '—', null],
    ['nothing', money('投资'), '  ', null],
    ['a day', day('开工'), '2022年4月6日', '2022-04-06'],
    ['yes', yes('入统'), '√', true],
  ])('takes %s', (_, field, text, value) => expect(readTyped(field, text)).toEqual({ kind: 'ok', value }))
  it.each([
    ['words in a number', money('投资'), '约3亿元', 'value.not-a-number'],
    ['a unit that does not fit', money('投资'), '3亩', 'value.not-a-number'],
    ['a month where a day stands', day('开工'), '2022.4', 'day.invalid'],
  ])('refuses %s', (_, field, text, code) => expect(readTyped(field, text)).toMatchObject({ kind: 'bad', code }))
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseTable, parseTable, printTable } from './table-text.ts'

describe('parseTable', () => {
  it.each([
    ['one cell', '甲', [['甲']]],
    ['nothing', '', [['']]],
    [
      'rows and columns, with the line break a spreadsheet puts last',
      '甲\t1\r\n乙\t2\r\n',
      [
        ['甲', '1'],
        ['乙', '2'],
      ],
    ],
    ['a last row that is empty', '甲\r\n\r\n', [['甲'], ['']]],
    [
      'a quoted cell with line break, tab and quote',
      '"一、进展\n二、""问题""\t无"\t3',
      [['一、进展\n二、"问题"\t无', '3']],
    ],
    ['a quote that is a character', '"川"字工程\t1', [['"川"字工程', '1']]],
    [
      'a quote never closed',
      '"甲\t1\n乙\t2',
      [
        ['"甲', '1'],
        ['乙', '2'],
      ],
    ],
    ['empty cells in the middle', '甲\t\t1', [['甲', '', '1']]],
  ])('%s', (_, text, table) => expect(parseTable(text)).toEqual(table))

  const cell = fc.string({ unit: fc.constantFrom('甲', '1', '"', '\t', '\n', ' ', ',') })
  it('reads back what printTable wrote, whatever is in the cells', () => {
    const tables = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
      )
    fc.assert(
      fc.property(tables, (table) => {
        expect(parseTable(printTable(table))).toEqual(table)
      }),
    )
  })
})

describe('chooseTable', () => {
  it('takes the plain text where both agree, the HTML where line breaks tore the plain text', () => {
    expect(chooseTable('甲\t1,000', [['甲', '1000']])).toEqual([['甲', '1,000']])
    expect(chooseTable('一\n二\t1', [['一\n二', '1']])).toEqual([['一\n二', '1']])
    expect(chooseTable('甲', null)).toEqual([['甲']])
  })
})

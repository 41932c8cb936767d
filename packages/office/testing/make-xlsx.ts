import { zipEntries } from '../zip-entries.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export type RawWorkbook = {
  /** The inside of `<worksheet>`. */
  sheet: string | Uint8Array
  /** The inside of `<sst>`. */
  strings?: string | Uint8Array
  /** The inside of `<styleSheet>`. */
  styles?: string
  is1904?: boolean
  /** What the directory says the sheet's size is. */
  declaredSize?: number
  extra?: readonly { name: string; data: Uint8Array }[]
}

const wrap = (element: string, inside: string | Uint8Array): Uint8Array => {
  const body = typeof inside === 'string' ? Buffer.from(inside) : inside
  return Buffer.concat([Buffer.from(`<${element} xmlns="${MAIN}">`), body, Buffer.from(`</${element}>`)])
}

const RELS = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="t" Target="worksheets/sheet1.xml"/></Relationships>`

/** A workbook of one sheet 数据 with exactly the XML given: what no program writes, but somebody may send. */
export const makeXlsx = (book: RawWorkbook): Uint8Array =>
  zipEntries([
    {
      name: 'xl/workbook.xml',
      data: Buffer.from(
        `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr date1904="${book.is1904 ? 1 : 0}"/><sheets><sheet name="数据" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
    },
    { name: 'xl/_rels/workbook.xml.rels', data: Buffer.from(RELS) },
    ...(book.strings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', data: wrap('sst', book.strings) }]),
    ...(book.styles === undefined ? [] : [{ name: 'xl/styles.xml', data: wrap('styleSheet', book.styles) }]),
    {
      name: 'xl/worksheets/sheet1.xml',
      data: wrap('worksheet', book.sheet),
      ...(book.declaredSize === undefined ? {} : { declaredSize: book.declaredSize }),
    },
    ...(book.extra ?? []),
  ])

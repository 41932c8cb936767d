import { Problem } from '@yundiao/kernel'
import { type ReadSheet, readCsv, readXlsx } from '@yundiao/office'

/** A file as uploaded or named on the command line. */
export type SheetFile = { name: string; bytes: Uint8Array }

const ZIP_HEAD = [0x50, 0x4b]
const isZip = (bytes: Uint8Array): boolean => ZIP_HEAD.every((byte, index) => bytes[index] === byte)

const extensionOf = (name: string): string => /\.[^./\\]+$/.exec(name)?.[0].toLowerCase() ?? ''

/**
 * The sheets of an xlsx or csv file that people see; hidden ones (出处 of our own exports) are passed over. A workbook
 * misnamed .csv is read as what it is. Throws the Problems of office: format, password, macros, encoding, size.
 */
export const openSheets = async ({ name, bytes }: SheetFile): Promise<readonly ReadSheet[]> => {
  const extension = extensionOf(name)
  if (extension === '.csv' && !isZip(bytes)) return readCsv(bytes).sheets
  if (extension !== '.csv' && extension !== '.xlsx' && !isZip(bytes))
    throw new Problem('input.format', `${name} 不是 .xlsx 或 .csv 文件。请用 WPS 或 Excel 另存为其中一种再导入。`, {
      name,
    })
  const { sheets } = await readXlsx(bytes)
  return sheets.filter((sheet) => !sheet.isHidden)
}

import { Problem } from '@yundiao/kernel'
import { ARCHIVE_CAPS, type Archive, openArchive } from './open-archive.ts'
import { parseXml, readXml } from './parse-xml.ts'
import { READ_CAPS, type ReadCaps, type ReadRow, type ReadSheet } from './read-cell.ts'
import { EXCEL } from './sniff-file.ts'
import { local, readWorkbook, type SheetPart, type Workbook } from './xlsx-parts.ts'
import { type CellBudget, rowCollector } from './xlsx-rows.ts'

const MOST_MERGES = 100_000

async function* sheetRows(
  archive: Archive,
  sheet: SheetPart,
  workbook: Workbook,
  caps: ReadCaps,
  budget: CellBudget,
): AsyncGenerator<ReadRow> {
  const collector = rowCollector(sheet.name, workbook, caps, budget)
  for await (const _ of parseXml(archive.read(sheet.part), sheet.part, collector.handlers)) yield* collector.take()
}

const sheetMerges = async (archive: Archive, sheet: SheetPart): Promise<readonly string[]> => {
  const merges: string[] = []
  await readXml(archive.read(sheet.part), sheet.part, {
    open: (name, { ref }) => {
      if (local(name) !== 'mergeCell' || ref === undefined) return
      if (merges.length >= MOST_MERGES)
        throw new Problem(
          'input.too-large',
          `“${sheet.name}”：合并单元格超过 ${MOST_MERGES} 处。请取消合并后再导入。`,
          { sheet: sheet.name },
        )
      merges.push(ref)
    },
  })
  return merges
}

/**
 * An Excel workbook, its sheets in order, to be read row by row in bounded memory: nothing but the shared strings is
 * held. Refused with a Problem: other formats, passwords, macros, damage, and whatever exceeds the limits, at the cell
 * where it does.
 */
export const readXlsx = async (
  bytes: Uint8Array,
  caps: ReadCaps = READ_CAPS,
): Promise<{ sheets: readonly ReadSheet[] }> => {
  const archive = await openArchive(bytes, EXCEL, ARCHIVE_CAPS)
  const workbook = await readWorkbook(archive)
  const budget = { left: caps.cells }
  return {
    sheets: workbook.sheets.map((sheet) => ({
      name: sheet.name,
      isHidden: sheet.isHidden,
      isCsv: false,
      rows: () => sheetRows(archive, sheet, workbook, caps, budget),
      merges: () => sheetMerges(archive, sheet),
    })),
  }
}

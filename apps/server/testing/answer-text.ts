import { readXlsx } from '@yundiao/office'
import { archiveText } from '../../../packages/office/testing/archive-text.ts'

const sheetText = async (bytes: Uint8Array): Promise<string> => {
  const texts: string[] = []
  for (const sheet of (await readXlsx(bytes)).sheets)
    for await (const row of sheet.rows()) texts.push(row.cells.map(({ raw }) => raw).join('\t'))
  return texts.join('\n')
}

/** All an answer says: head and body, the cells of a workbook as well as its bytes. */
export const answerText = async (answer: Response): Promise<string> => {
  const bytes = new Uint8Array(await answer.clone().arrayBuffer())
  const head = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n')
  const media = answer.headers.get('content-type') ?? ''
  const inside = media.includes('sheet')
    ? await sheetText(bytes)
    : media.includes('word')
      ? await archiveText(bytes)
      : ''
  return [head, new TextDecoder().decode(bytes), inside].join('\n')
}

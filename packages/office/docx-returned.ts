import { type DocxFigures, figuresInDocx, openDocx } from './docx-in.ts'
import { refuseActive } from './docx-safety.ts'
import { docxParagraphs } from './docx-text.ts'
import { type PlacedText, type TextChange, textChanges } from './text-changes.ts'

/** An edited copy against the draft it began as: what became of its numbers, and of its words. */
export type ReturnedDocx = DocxFigures & { texts: readonly TextChange[] }

/** The paragraphs and table cells of a Word file that have words, in reading order. */
export const docxTexts = async (bytes: Uint8Array): Promise<readonly PlacedText[]> => {
  const paragraphs = await docxParagraphs(await openDocx(bytes))
  return paragraphs
    .map(({ where, pieces }) => ({
      where,
      text: pieces
        .map(({ text }) => text)
        .join('')
        .trim(),
    }))
    .filter(({ text }) => text !== '')
}

/**
 * Reads an edited copy that came back, beside the draft. Tracked insertions are read as text, deletions as gone.
 * Throws the Problems of `figuresInDocx`, and of `refuseActive` for a file that holds more than text.
 */
export const returnedDocx = async (draft: Uint8Array, returned: Uint8Array): Promise<ReturnedDocx> => {
  await refuseActive(await openDocx(returned))
  const figures = await figuresInDocx(returned)
  return { ...figures, texts: textChanges(await docxTexts(draft), await docxTexts(returned)) }
}
